"""Where an agent's answer is, as a reaction on it: no message of its own, and nothing waits for it."""

import asyncio

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramRetryAfter
from aiogram.methods import SetMessageReaction
from aiogram.types import ReactionTypeEmoji

from core.draft import MessageRef

log = structlog.get_logger()

WAITING = "👀"
DELIVERED = "👌"
FAILED = "👎"
TOGETHER = 8


class Marks:
    """The latest mark of each message is set as soon as it can be; one that Telegram refuses is left out."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._wanted: dict[MessageRef, str] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def set(self, ref: MessageRef, emoji: str) -> None:
        self._wanted[ref] = emoji
        if len(self._tasks) < TOGETHER:
            task = asyncio.create_task(self._drain())
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def settle(self) -> None:
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _drain(self) -> None:
        while self._wanted:
            ref = next(iter(self._wanted))
            emoji = self._wanted.pop(ref)
            try:
                await self._bot(
                    SetMessageReaction(
                        chat_id=ref.chat_id, message_id=ref.message_id, reaction=[ReactionTypeEmoji(emoji=emoji)]
                    ),
                    request_timeout=10,
                )
            except TelegramRetryAfter as error:
                self._wanted.setdefault(ref, emoji)
                await asyncio.sleep(error.retry_after)
            except TelegramAPIError as error:
                log.debug("mark not set", reason=error.message)
