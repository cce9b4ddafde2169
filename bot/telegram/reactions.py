"""The one reaction that a bot may have on a message: where an answer is, that words were taken, what the others felt.

All of them are set here, so that the latest is what stays. They are a best effort with a budget of their own: no
message waits for them, and a 429 silences them in that chat, for as long as it asks, and nothing else.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass

import structlog
from aiogram import Bot
from aiogram.methods import SetMessageReaction
from aiogram.types import ReactionTypeEmoji, ReactionTypeUnion

from bot.tasks import Tasks
from bot.telegram.allowed_reactions import AllowedReactions
from bot.telegram.call import Done, Refused, attempt
from bot.telegram.errors import Failure, read_failure
from core.backoff import pause
from core.message import MessageRef
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
MOST_ATTEMPTS = 12
MOST_WAITING = 1_000  # in one chat; then the oldest are left out


def emoji_of(reaction: Iterable[ReactionTypeUnion]) -> str | None:
    """The last that a bot may set as well: no custom emoji, no star."""
    return next((one.emoji for one in reversed([*reaction]) if isinstance(one, ReactionTypeEmoji)), None)


def shown_to_agents(emoji: str | None) -> str:
    """What a seller put on an answer, so that it never looks like a mark of where the answer is."""
    if emoji is None or emoji in MARKS:
        return DELIVERED
    return DOUBTED if emoji == FAILED else emoji


Instead = Callable[[], Awaitable[None]]


@dataclass(slots=True)
class Wanted:
    emoji: str | None  # None: none at all
    instead: Instead | None = None  # says it, where the chat allows no reaction that would
    attempts: int = 0


class Reactions:
    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._allowed = AllowedReactions(bot)
        self._waiting: dict[int, dict[int, Wanted]] = {}  # by chat and message, in the order in which they are set
        self._together = asyncio.Semaphore(CHATS_TOGETHER)
        self._tasks = Tasks()

    def set(self, ref: MessageRef, emoji: str | None, instead: Instead | None = None) -> None:
        """In place of what is wanted there until now."""
        waiting = self._waiting.get(ref.chat_id)
        if waiting is None:
            waiting = self._waiting[ref.chat_id] = {}
            self._tasks.own(self._drain(ref.chat_id, waiting))
        waiting.pop(ref.message_id, None)
        waiting[ref.message_id] = Wanted(emoji, instead)
        if len(waiting) > MOST_WAITING:
            del waiting[next(iter(waiting))]

    async def settle(self) -> None:
        await self._tasks.settle()

    async def _drain(self, chat_id: int, waiting: dict[int, Wanted]) -> None:
        """One call at a time in a chat: what Telegram says of one holds for the others."""
        failures = 0
        try:
            while waiting:
                async with self._together:
                    rest = await self._set_next(chat_id, waiting, failures + 1)
                failures = failures + 1 if rest else 0
                await asyncio.sleep(rest / SECOND)
        finally:
            del self._waiting[chat_id]

    async def _set_next(self, chat_id: int, waiting: dict[int, Wanted], failures: int) -> int:
        """For how many ms the chat is left alone then. One that is not set waits behind the others."""
        message_id = next(iter(waiting))
        wanted = waiting.pop(message_id)
        emoji = self._allowed.shown(chat_id, wanted.emoji) if wanted.emoji else None
        if wanted.emoji and not emoji:
            await self._say_instead(wanted)
            return 0
        reaction: list[ReactionTypeUnion] = [ReactionTypeEmoji(emoji=emoji)] if emoji else []
        method = SetMessageReaction(chat_id=chat_id, message_id=message_id, reaction=reaction)
        outcome = await attempt(self._bot, method, ANSWERS_WITHIN)
        if isinstance(outcome, Done):
            return 0
        log.debug("reaction not set", reason=outcome.error.message)
        if isinstance(outcome, Refused) and not await self._is_restricted(chat_id, outcome):
            return 0
        wanted.attempts += 1
        if wanted.attempts < MOST_ATTEMPTS:
            waiting.setdefault(message_id, wanted)
        if isinstance(outcome, Refused):
            return 0
        return int(outcome.held * SECOND) or pause(failures)

    async def _is_restricted(self, chat_id: int, refused: Refused) -> bool:
        forbidden = read_failure(refused.error) is Failure.REACTION_FORBIDDEN
        return forbidden and await self._allowed.learn(chat_id)

    async def _say_instead(self, wanted: Wanted) -> None:
        try:
            if wanted.instead:
                await wanted.instead()
        except Exception:  # a mark is worth nobody's message
            log.exception("not said instead of a reaction")
