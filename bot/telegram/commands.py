"""Commands, read in one way whoever asks: whatever begins with a slash, and whom it is for."""

import asyncio
import re
from dataclasses import dataclass
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.filters import Command as AnyCommand
from aiogram.filters import CommandObject
from aiogram.types import Message

log = structlog.get_logger()

UNSEEN = r"[\s\u00ad\u200b-\u200f\u2060\ufeff]*"
WRITTEN = re.compile(UNSEEN + r"/(\w*)(?:@(\w*))?")
ASKS_AGAIN_AFTER = 60.0  # seconds
PATIENCE = 3  # seconds


@dataclass(frozen=True, slots=True)
class WrittenCommand:
    name: str  # in small letters; empty for a mere slash
    bot: str  # the username that it names; empty: none
    words_begin: int  # where in the text


def read_command(text: str | None) -> WrittenCommand | None:
    found = WRITTEN.match(text or "")
    return WrittenCommand(found[1].lower(), found[2] or "", found.end()) if found else None


class BotName:
    """The bot's own username, which its owner may change while it runs."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._known = ""
        self._asked_at = -ASKS_AGAIN_AFTER

    async def is_ours(self, username: str) -> bool:
        """Asks again, at most once a minute, where another name is used than was known."""
        if not username:
            return True
        now = asyncio.get_running_loop().time()
        if username.lower() != self._known and (not self._known or now - self._asked_at >= ASKS_AGAIN_AFTER):
            self._asked_at = now
            await self._ask()
        return username.lower() == self._known

    async def _ask(self) -> None:
        try:
            self._known = ((await self._bot.get_me(request_timeout=PATIENCE)).username or "").lower()
        except TelegramAPIError as error:
            if not self._known:  # whoever wrote it may mean us: it waits until that is known
                raise
            log.warning("the bot's name is not known for sure", reason=error.message)


async def for_another_bot(message: Message, bot_name: BotName) -> bool:
    command = read_command(message.text or message.caption)
    return command is not None and not await bot_name.is_ours(command.bot)


class Command(AnyCommand):
    """aiogram's filter over `read_command`, so that a text means the same to every handler."""

    async def __call__(self, message: Message, bot_name: BotName) -> bool | dict[str, Any]:  # type: ignore[override]
        text = message.text or message.caption or ""
        command = read_command(text)
        if command is None or command.name not in self.commands or not await bot_name.is_ours(command.bot):
            return False
        words = text[command.words_begin :].strip()
        return {"command": CommandObject(command=command.name, mention=command.bot or None, args=words or None)}
