"""The one reaction that a bot may have on a message: where an answer is, that words were taken, what the others felt.

All of them are set here, so that the latest is what stays. They are a best effort with a budget of their own: no
message waits for them, and a 429 silences them in that chat, for as long as it asks, and nothing else.
Nobody waits for one in a private chat, or for one that says that an answer is there: those are quiet, come behind the
others and are spread, so that a burst of words is not one of signs as well.

Processes that share a desk set them side by side. One that says that an answer waits, or that is late, may be older
than what another process has set: what is kept of the answer is looked at just before. That an answer waits is soon
over: that is looked at once more when it is set.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field

import structlog
from aiogram import Bot
from aiogram.methods import SetMessageReaction
from aiogram.types import ReactionTypeEmoji, ReactionTypeUnion

from bot.tasks import Tasks
from bot.telegram.allowed_reactions import AllowedReactions
from bot.telegram.burst import Burst
from bot.telegram.call import Done, Outcome, Refused, attempt
from bot.telegram.errors import Failure, read_failure
from core.backoff import pause
from core.message import MessageRef
from core.store import Unavailable
from core.units import SECOND

log = structlog.get_logger()

WAITING = "👀"
DELIVERED = "👌"
FAILED = "👎"
NOTED = "✍"
DONE = "👍"  # what an agent's command asked for
KEPT = "👌"  # of a seller's words
DOUBTED = "🤔"  # the seller says that an answer did not help
MARKS = frozenset({WAITING, DELIVERED, NOTED})

ANSWERS_WITHIN = 20  # seconds
CHATS_TOGETHER = 8
QUIET_PER_SECOND = 25  # in all chats together; so many at once, too
MOST_ATTEMPTS = 100  # an outage of three quarters of an hour
LATE_AFTER = 3.0  # seconds
MOST_WAITING = 10_000  # of a kind, in one chat; then the oldest are left out


def emoji_of(reaction: Iterable[ReactionTypeUnion]) -> str | None:
    """The last that a bot may set as well: no custom emoji, no star."""
    return next((one.emoji for one in reversed([*reaction]) if isinstance(one, ReactionTypeEmoji)), None)


def shown_to_agents(emoji: str | None) -> str:
    """What a seller put on an answer, so that it never looks like a mark of where the answer is."""
    if emoji is None or emoji in MARKS:
        return DELIVERED
    return DOUBTED if emoji == FAILED else emoji


Instead = Callable[[], Awaitable[None]]
AsKept = Callable[[MessageRef], Awaitable[str | None]]


@dataclass(slots=True)
class Wanted:
    emoji: str | None  # None: none at all
    instead: Instead | None = None  # says it, where the chat allows no reaction that would
    attempts: int = 0
    since: float = field(default_factory=time.monotonic)

    @property
    def may_be_old(self) -> bool:
        return self.emoji == WAITING or time.monotonic() - self.since > LATE_AFTER


class Waiting:
    """What is to be set in one chat, the latest of each message, in the order in which it was wanted."""

    def __init__(self, chat_id: int) -> None:
        self._is_private = chat_id > 0
        self.loud: dict[int, Wanted] = {}
        self._quiet: dict[int, Wanted] = {}

    def __bool__(self) -> bool:
        return bool(self.loud or self._quiet)

    def want(self, message_id: int, wanted: Wanted) -> None:
        """In place of what was wanted there."""
        self.loud.pop(message_id, None)
        self._quiet.pop(message_id, None)
        kind = self._kind_of(wanted)
        kind[message_id] = wanted
        if len(kind) > MOST_WAITING:
            del kind[next(iter(kind))]

    def put_back(self, message_id: int, wanted: Wanted) -> None:
        """Behind the others; where something else is wanted by now, that stays."""
        if message_id not in self.loud and message_id not in self._quiet:
            self._kind_of(wanted)[message_id] = wanted

    def take(self) -> tuple[int, Wanted]:
        kind = self.loud or self._quiet
        message_id = next(iter(kind))
        return message_id, kind.pop(message_id)

    def _kind_of(self, wanted: Wanted) -> dict[int, Wanted]:
        return self._quiet if self._is_private or wanted.emoji == DELIVERED else self.loud


class Reactions:
    def __init__(self, bot: Bot, burst: Burst, as_kept: AsKept | None = None) -> None:
        """`burst`: the quiet ones wait for its end.

        `as_kept`: where other processes set them too, the mark by what is kept, if it says anything.
        """
        self._bot = bot
        self._burst = burst
        self._as_kept = as_kept
        self._allowed = AllowedReactions(bot)
        self._waiting: dict[int, Waiting] = {}  # by chat
        self._together = asyncio.Semaphore(CHATS_TOGETHER)
        self._quiet_until = 0.0  # the loop's time by which the quiet ones are spread
        self._tasks = Tasks()

    def set(self, ref: MessageRef, emoji: str | None, instead: Instead | None = None) -> None:
        """In place of what is wanted there until now."""
        waiting = self._waiting.get(ref.chat_id)
        if waiting is None:
            waiting = self._waiting[ref.chat_id] = Waiting(ref.chat_id)
            self._tasks.own(self._drain(ref.chat_id, waiting))
        waiting.want(ref.message_id, Wanted(emoji, instead))

    async def settle(self) -> None:
        await self._tasks.settle()

    async def _drain(self, chat_id: int, waiting: Waiting) -> None:
        """One call at a time in a chat: what Telegram says of one holds for the others."""
        failures = 0
        try:
            while waiting:
                if not waiting.loud:
                    await self._quiet_turn(waiting)
                async with self._together:
                    rest = await self._set_next(chat_id, waiting, failures + 1)
                failures = failures + 1 if rest else 0
                await asyncio.sleep(rest / SECOND)
        finally:
            del self._waiting[chat_id]

    async def _quiet_turn(self, waiting: Waiting) -> None:
        now = asyncio.get_running_loop().time()
        self._quiet_until = max(self._quiet_until, now - 1) + 1 / QUIET_PER_SECOND
        await asyncio.sleep(self._quiet_until - now)
        await self._burst.over(unless=lambda: bool(waiting.loud))

    async def _set_next(self, chat_id: int, waiting: Waiting, failures: int) -> int:
        """For how many ms the chat is left alone then. One that is not set waits behind the others."""
        message_id, wanted = waiting.take()
        ref = MessageRef(chat_id, message_id)
        try:
            await self._is_overtaken(ref, wanted)
            outcome = await self._set(ref, wanted)
            if isinstance(outcome, Done) and wanted.emoji == WAITING and await self._is_overtaken(ref, wanted):
                waiting.put_back(message_id, wanted)
        except Unavailable:
            waiting.put_back(message_id, wanted)
            return pause(failures)
        if outcome is None or isinstance(outcome, Done):
            return 0
        log.debug("reaction not set", reason=outcome.error.message)
        if isinstance(outcome, Refused) and not await self._is_restricted(chat_id, outcome):
            return 0
        wanted.attempts += 1
        if wanted.attempts < MOST_ATTEMPTS:
            waiting.put_back(message_id, wanted)
        if isinstance(outcome, Refused):
            return 0
        return int(outcome.held * SECOND) or pause(failures)

    async def _is_overtaken(self, ref: MessageRef, wanted: Wanted) -> bool:
        """Whether something else is kept of the answer by now; then the mark of that is wanted."""
        if self._as_kept is None or not wanted.may_be_old:
            return False
        mark = await self._as_kept(ref)
        if mark is None or mark == wanted.emoji:
            return False
        wanted.emoji, wanted.instead = mark, None
        return True

    async def _set(self, ref: MessageRef, wanted: Wanted) -> Outcome | None:
        """None where the chat allows nothing of this meaning, which is said instead."""
        emoji = self._allowed.shown(ref.chat_id, wanted.emoji) if wanted.emoji else None
        if wanted.emoji and not emoji:
            await self._say_instead(wanted)
            return None
        reaction: list[ReactionTypeUnion] = [ReactionTypeEmoji(emoji=emoji)] if emoji else []
        method = SetMessageReaction(chat_id=ref.chat_id, message_id=ref.message_id, reaction=reaction)
        return await attempt(self._bot, method, ANSWERS_WITHIN)

    async def _is_restricted(self, chat_id: int, refused: Refused) -> bool:
        forbidden = read_failure(refused.error) is Failure.REACTION_FORBIDDEN
        return forbidden and await self._allowed.learn(chat_id)

    async def _say_instead(self, wanted: Wanted) -> None:
        try:
            if wanted.instead:
                await wanted.instead()
        except Exception:  # a mark is worth nobody's message
            log.exception("not said instead of a reaction")
