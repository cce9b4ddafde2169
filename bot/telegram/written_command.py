"""Commands, read in one way whoever asks: whatever begins with a slash, in either layout, and whom it is for."""

import asyncio
import re
from dataclasses import dataclass
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.filters import CommandObject, Filter
from aiogram.types import Message

from bot.telegram.command_registry import COMMANDS, is_known, name_of, names
from core.search.words import other_layout
from core.small_talk import is_cancel

log = structlog.get_logger()

UNSEEN = r"[\s\u00ad\u200b-\u200f\u2060\ufeff]*"
WRITTEN = re.compile(UNSEEN + r"([/.])(\w*)(?:@(\w*))?")  # the key of the slash types a full stop in Russian
ASKS_AGAIN_AFTER = 60.0  # seconds
PATIENCE = 3  # seconds


@dataclass(frozen=True, slots=True)
class WrittenCommand:
    name: str  # as it is registered; empty for a mere slash
    spelling: str  # as it was written, in small letters
    bot: str  # the username that it names; empty: none
    words_begin: int  # where in the text


def read_command(text: str | None) -> WrittenCommand | None:
    found = WRITTEN.match(text or "")
    if found is None:
        return None
    spelling = _in_its_layout(found[2].lower())
    if found[1] == "." and not is_known(spelling):
        return None  # words that begin with a full stop
    return WrittenCommand(name_of(spelling), spelling, found[3] or "", found.end())


def asks_nothing_of_bot(text: str | None) -> bool:
    """Words for people: no command, no «отмена»; an empty text is something of a kind that is not known."""
    return bool(text) and read_command(text) is None and not is_cancel(text or "")


def _in_its_layout(word: str) -> str:
    """`/ефлу` is `/take`, typed with the keyboard in the other language."""
    other = other_layout(word)
    return other if is_known(other) and not is_known(word) else word


def as_written(message: Message, name: str) -> str:
    """The command with its slash, in the spelling that the person chose."""
    command = read_command(message.text or message.caption)
    return f"/{command.spelling if command and command.name == name else name}"


def is_latin(message: Message) -> bool:
    """Whether it is a command in Latin letters: what answers it names commands so, too."""
    command = read_command(message.text or message.caption)
    return command is not None and command.spelling.isascii()


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


class Command(Filter):
    """Some of the registered commands, for us; hands what aiogram's own filter does."""

    def __init__(self, *wanted: str) -> None:
        unknown = set(wanted).difference(names(COMMANDS))
        assert not unknown, f"not in the registry of commands: {unknown}"
        self._names = frozenset(wanted)

    async def __call__(self, message: Message, bot_name: BotName) -> bool | dict[str, Any]:
        text = message.text or message.caption or ""
        command = read_command(text)
        if command is None or command.name not in self._names or not await bot_name.is_ours(command.bot):
            return False
        words = text[command.words_begin :].strip()
        return {"command": CommandObject(command=command.name, mention=command.bot or None, args=words or None)}
