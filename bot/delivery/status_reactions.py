"""Where an agent's answer is, as a reaction on it: no message of its own, and nothing waits for it."""

import contextlib
from collections.abc import AsyncIterator

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.methods import SetMessageReaction
from aiogram.types import ReactionTypeEmoji

from bot.tasks import Tasks
from bot.telegram.call import call
from core.message import MessageRef

log = structlog.get_logger()

WAITING = "👀"
DELIVERED = "👌"
FAILED = "👎"
TOGETHER = 8
MOST_ATTEMPTS = 12


class Overtaken(Exception):
    """There is a newer mark for the same message."""


class StatusReactions:
    """The latest mark of each message is set as soon as it can be; one that Telegram refuses is left out."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._wanted: dict[MessageRef, str] = {}
        self._under_way: set[MessageRef] = set()  # so that an older mark never comes after a newer one
        self._tasks = Tasks()

    def set(self, ref: MessageRef, emoji: str) -> None:
        self._wanted[ref] = emoji
        if len(self._tasks) < TOGETHER:
            self._tasks.own(self._drain())

    async def settle(self) -> None:
        await self._tasks.settle()

    async def _drain(self) -> None:
        while (ref := self._next()) is not None:
            self._under_way.add(ref)
            try:
                await self._set(ref, self._wanted.pop(ref))
            finally:
                self._under_way.discard(ref)

    def _next(self) -> MessageRef | None:
        return next((ref for ref in self._wanted if ref not in self._under_way), None)

    async def _set(self, ref: MessageRef, emoji: str) -> None:
        method = SetMessageReaction(
            chat_id=ref.chat_id, message_id=ref.message_id, reaction=[ReactionTypeEmoji(emoji=emoji)]
        )
        try:
            await call(self._bot, method, attempts=MOST_ATTEMPTS, turn=lambda: self._unless_newer(ref))
        except Overtaken:
            return
        except TelegramAPIError as error:
            log.debug("mark not set", reason=error.message)

    @contextlib.asynccontextmanager
    async def _unless_newer(self, ref: MessageRef) -> AsyncIterator[None]:
        if ref in self._wanted:
            raise Overtaken
        yield
