"""Commands."""

from typing import Any

from aiogram import Bot
from aiogram.filters import Command as AnyCommand
from aiogram.types import Message


class Command(AnyCommand):
    """Looked for only behind a slash: aiogram raises an exception for each command that a text is not."""

    async def __call__(self, message: Message, bot: Bot) -> bool | dict[str, Any]:
        if not (message.text or message.caption or "").lstrip().startswith("/"):
            return False
        return await super().__call__(message, bot)
