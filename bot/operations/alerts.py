"""What admins must know at once, past the outbox: it may be the outbox that can't be written."""

import asyncio
from collections.abc import Iterable
from contextlib import suppress
from typing import Any, Protocol

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.methods import SendMessage

from bot.clock import Clock
from bot.tasks import Tasks
from bot.telegram.call import call
from bot.telegram.secrets import without_secrets
from bot.texts import Texts
from core.units import MINUTE

log = structlog.get_logger()

AGAIN_AFTER = 30 * MINUTE
MOST_ATTEMPTS = 12
MOST_REMEMBERED = 1_000
PATIENCE = 5  # seconds


class AlertSink(Protocol):
    """What those who notice something need of the alerts."""

    def raise_alert(self, key: str, **values: Any) -> None: ...
    def resolve(self, key: str) -> None: ...


class Alerts:
    """An alert rings once, again when it lasts half an hour, and says when it is over."""

    def __init__(self, bot: Bot, texts: Texts, admins: Iterable[int], clock: Clock) -> None:
        self._bot = bot
        self._texts = texts
        self._admins = admins
        self._clock = clock
        self._rung: dict[str, tuple[int, dict[str, Any]]] = {}  # when, and of what
        self._titles: dict[str, str] = {}  # of groups, as they were called last
        self._tasks = Tasks()

    def raise_alert(self, key: str, **values: Any) -> None:
        """The sentence `alert-<key>`; what follows a dot in the key tells alerts of one kind apart."""
        now = self._clock()
        rung_at, _ = self._rung.get(key, (-AGAIN_AFTER, {}))
        if now - rung_at < AGAIN_AFTER:
            return
        values = {name: without_secrets(value) if isinstance(value, str) else value for name, value in values.items()}
        if len(self._rung) >= MOST_REMEMBERED:
            del self._rung[next(iter(self._rung))]
        self._rung[key] = now, values
        log.error("alert", alert=key, **values)
        self._tasks.own(self._tell(f"alert-{key.partition('.')[0]}", values))

    def resolve(self, key: str) -> None:
        if rung := self._rung.pop(key, None):
            log.info("alert over", alert=key)
            self._tasks.own(self._tell(f"alert-{key.partition('.')[0]}-over", rung[1]))

    async def settle(self) -> None:
        await self._tasks.settle()

    async def _tell(self, key: str, values: dict[str, Any]) -> None:
        if "group" in values:
            values = values | {"group": await self._title(values["group"])}
        text = self._texts.get(self._texts.default_locale, key, **values)
        await asyncio.gather(*(self._tell_one(admin, text) for admin in self._admins))

    async def _title(self, group: str) -> str:
        """Its id where the bot never saw how it is called."""
        with suppress(TelegramAPIError):
            chat = await self._bot.get_chat(int(group), request_timeout=PATIENCE)
            self._titles[group] = chat.title or group
        return self._titles.get(group, group)

    async def _tell_one(self, admin: int, text: str) -> None:
        method = SendMessage(chat_id=admin, text=text, parse_mode="HTML")
        try:
            await call(self._bot, method, attempts=MOST_ATTEMPTS)
        except TelegramAPIError as error:
            log.warning("admin not told", admin=admin, reason=error.message)
