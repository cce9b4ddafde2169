"""Which reactions a group allows, where its admins restrict them: another of the same meaning, or none."""

import asyncio
from collections.abc import Mapping

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import ReactionTypeEmoji

log = structlog.get_logger()

KNOWN_FOR = 600.0  # seconds; then it is tried again whether more is allowed
ASKED_WITHIN = 10  # seconds
STAND_INS: Mapping[str, tuple[str, ...]] = {
    "👀": ("🤔", "🫡"),
    "👌": ("👍", "💯", "❤", "🔥", "🎉", "👏"),
    "👎": ("💔", "😢", "😱"),
    "✍": ("🤓", "👨‍💻", "🤝"),
    "👍": ("👌", "💯", "❤", "🔥", "🎉", "👏"),
}


class AllowedReactions:
    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._known: dict[int, tuple[frozenset[str], float]] = {}  # what is allowed, until when that is believed

    def shown(self, chat_id: int, emoji: str) -> str | None:
        """What stands for it there; itself where nothing else is known, None where nothing would do."""
        allowed, until = self._known.get(chat_id, (None, 0.0))
        if allowed is None or until <= _now():
            return emoji
        return next((one for one in (emoji, *STAND_INS.get(emoji, ())) if one in allowed), None)

    async def learn(self, chat_id: int) -> bool:
        """After a refusal: whether the chat allows some reactions only."""
        try:
            chat = await self._bot.get_chat(chat_id, request_timeout=ASKED_WITHIN)
        except TelegramAPIError as error:
            log.info("not known which reactions are allowed", chat=chat_id, reason=error.message)
            return False
        if chat.available_reactions is None:
            return False
        allowed = frozenset(one.emoji for one in chat.available_reactions if isinstance(one, ReactionTypeEmoji))
        self._known[chat_id] = allowed, _now() + KNOWN_FOR
        return True


def _now() -> float:
    return asyncio.get_running_loop().time()
