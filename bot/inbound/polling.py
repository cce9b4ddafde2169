"""Long polling that confirms an update only when it is kept."""

import asyncio
import contextlib
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramAPIError, TelegramConflictError, TelegramRetryAfter
from aiogram.methods import DeleteWebhook, TelegramMethod

from bot.inbound.contention import Contention
from bot.inbound.update_parsing import KINDS, Raw
from bot.inbound.update_stream import UpdateStream
from bot.inbound.worker import UpdateWorker
from bot.operations.alerts import AlertSink
from core.backoff import pause
from core.store import Unavailable

log = structlog.get_logger()

PATIENCE = 30  # seconds that Telegram holds a request while nothing happens
MOST = 100
LAST_REQUEST = 1  # seconds


class GetRawUpdates(TelegramMethod[list[dict[str, Any]]]):
    """getUpdates without parsing: one update that can't be read must not hide the others."""

    __returning__ = list[dict[str, Any]]
    __api_method__ = "getUpdates"

    offset: int | None = None
    limit: int = MOST
    timeout: int = PATIENCE
    allowed_updates: list[str] = KINDS


class Polling:
    def __init__(self, bot: Bot, update_worker: UpdateWorker, update_stream: UpdateStream, alerts: AlertSink) -> None:
        """`bot` with connections of its own: however many messages are on their way out, updates come in."""
        self._bot = bot
        self._update_worker = update_worker
        self._update_stream = update_stream
        self._alerts = alerts
        self._contention = Contention(alerts)
        self._offset: int | None = None
        self._in_hand: asyncio.Task[None] | None = None

    async def run(self) -> None:
        await self._without_webhook()
        failures = 0
        while True:
            try:
                await self._update_worker.has_room()
                # The first request does not wait, so that it is soon known whether anything was missed.
                await self.once(PATIENCE if self._update_stream.since is not None else 0)
                failures = 0
                self._contention.heard()
            except AiogramError as error:
                failures += 1
                self._update_stream.interrupted()
                if isinstance(error, TelegramConflictError):
                    await self._contend(error)
                elif failures in (1, 10):
                    log.warning("no updates from Telegram", reason=str(error))
                wait = error.retry_after if isinstance(error, TelegramRetryAfter) else pause(failures) / 1000
                await asyncio.sleep(wait)

    async def once(self, patience: int = 0) -> int:
        """One request; its updates are kept when it returns, and confirmed by the next one."""
        updates = await self._bot(GetRawUpdates(offset=self._offset, timeout=patience), request_timeout=patience + 15)
        self._in_hand = asyncio.create_task(self._take(updates))
        await asyncio.shield(self._in_hand)
        if len(updates) < MOST:
            self._update_stream.resumed()
        return len(updates)

    async def _take(self, updates: list[Raw]) -> None:
        with self._update_stream.coming(more=len(updates) == MOST):
            await self._keep(updates)
        if updates:
            self._offset = max(update["update_id"] for update in updates) + 1

    async def _keep(self, updates: list[Raw]) -> None:
        for attempt in range(1, 1_000_000):
            try:
                return await self._update_worker.receive(updates)
            except Unavailable:
                await asyncio.sleep(pause(attempt) / 1000)

    async def finish(self, patience: float) -> None:
        """What is in hand is kept and confirmed, so that the next start does not get it again."""
        if self._in_hand:
            await asyncio.wait([self._in_hand], timeout=patience)
        if self._offset is not None:
            with contextlib.suppress(TelegramAPIError):
                await self._bot(GetRawUpdates(offset=self._offset, timeout=0, limit=1), request_timeout=LAST_REQUEST)

    async def _contend(self, error: TelegramConflictError) -> None:
        """Somebody else uses this token: a webhook that was set elsewhere is taken away, a poller may end."""
        if "webhook" not in error.message.lower():
            self._contention.refused(error.message)
            return
        self._alerts.raise_alert("webhook-elsewhere")
        with contextlib.suppress(TelegramAPIError):
            await self._bot(DeleteWebhook())

    async def close(self) -> None:
        await self._bot.session.close()

    async def _without_webhook(self) -> None:
        for attempt in range(1, 1_000_000):
            try:
                await self._bot(DeleteWebhook())
                return
            except TelegramAPIError as error:
                log.warning("Telegram can't be reached", reason=error.message)
                await asyncio.sleep(pause(attempt) / 1000)
