"""The webhook stays ours: it is looked at now and then, and set again where somebody took it away."""

import asyncio

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.methods import SetWebhook
from aiogram.types import WebhookInfo

from bot.inbound.update_parsing import KINDS
from bot.inbound.update_stream import UpdateStream
from bot.operations.alerts import AlertSink
from core.backoff import pause
from core.units import SECOND

log = structlog.get_logger()

LOOKS_EVERY = 5.0  # seconds
LOOKS_AFTER_A_GAP = 1.0
NEVER_QUIET = 60  # looks after which a busy shop counts as caught up
PATIENCE = 5  # seconds


class WebhookWatch:
    def __init__(self, bot: Bot, url: str, secret: str, update_stream: UpdateStream, alerts: AlertSink) -> None:
        self._bot = bot
        self._url = url
        self._secret = secret
        self._update_stream = update_stream
        self._alerts = alerts
        self._busy = 0  # looks in a row at which something waited at Telegram, though it could deliver
        self._last_error_date: object = None

    async def run(self) -> None:
        await self._set_at_last()
        while True:
            await self.look()
            await asyncio.sleep(LOOKS_AFTER_A_GAP if self._update_stream.since is None else LOOKS_EVERY)

    async def look(self) -> None:
        try:
            info = await self._bot.get_webhook_info(request_timeout=PATIENCE)
            if info.url == self._url:
                self._alerts.resolve("webhook")
                self._listen_to(info)
            else:
                await self._take_back(info.url)
        except TelegramAPIError as error:
            log.info("not known whether updates wait", reason=error.message)

    def _listen_to(self, info: WebhookInfo) -> None:
        """What was missed Telegram delivers again after growing pauses: until nothing waits there, there are gaps."""
        if info.last_error_date != self._last_error_date:
            self._busy, self._last_error_date = 0, info.last_error_date
        self._busy += 1
        self._update_stream.waits_at_telegram = bool(info.pending_update_count)
        if not info.pending_update_count or self._busy > NEVER_QUIET:
            self._busy = 0
            self._update_stream.resumed()

    async def _take_back(self, url: str) -> None:
        """Another process was started with this token: by polling, or with another address."""
        self._update_stream.interrupted()
        self._alerts.raise_alert("webhook", url=url or "none")
        await self._set()

    async def _set(self) -> None:
        await self._bot(SetWebhook(url=self._url, secret_token=self._secret, allowed_updates=KINDS))

    async def _set_at_last(self) -> None:
        for attempt in range(1, 1_000_000):
            try:
                return await self._set()
            except TelegramAPIError as error:
                log.warning("webhook not set", reason=error.message)
                await asyncio.sleep(pause(attempt) / SECOND)
