"""Long polling that confirms an update only when it is kept."""

import asyncio
import contextlib
from collections.abc import Iterator
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramAPIError, TelegramConflictError, TelegramRetryAfter
from aiogram.methods import DeleteWebhook, TelegramMethod

from bot.clock import Clock
from bot.inbound.worker import KINDS, UpdateWorker
from core.retry import pause

log = structlog.get_logger()

PATIENCE = 30  # seconds that Telegram holds a request while nothing happens
MOST = 100


class GetRawUpdates(TelegramMethod[list[dict[str, Any]]]):
    """getUpdates without parsing: one update that can't be read must not hide the others."""

    __returning__ = list[dict[str, Any]]
    __api_method__ = "getUpdates"

    offset: int | None = None
    limit: int = MOST
    timeout: int = PATIENCE
    allowed_updates: list[str] = KINDS


class Polling:
    def __init__(self, bot: Bot, update_worker: UpdateWorker, update_stream: "UpdateStream") -> None:
        self._bot = bot
        self._update_worker = update_worker
        self._update_stream = update_stream
        self._offset: int | None = None
        self._in_hand: asyncio.Task[None] | None = None

    async def run(self) -> None:
        await self._without_webhook()
        failures = 0
        while True:
            try:
                # The first request does not wait, so that it is soon known whether anything was missed.
                await self.once(PATIENCE if self._update_stream.since is not None else 0)
                failures = 0
            except AiogramError as error:
                failures += 1
                self._update_stream.interrupted()
                if isinstance(error, TelegramConflictError):
                    log.error("another process polls with this token", reason=error.message)
                elif failures in (1, 10):
                    log.warning("no updates from Telegram", reason=str(error))
                wait = error.retry_after if isinstance(error, TelegramRetryAfter) else pause(failures) / 1000
                await asyncio.sleep(wait)

    async def once(self, patience: int = 0) -> int:
        """One request; its updates are confirmed by the next one, when all of them are kept."""
        updates = await self._bot(GetRawUpdates(offset=self._offset, timeout=patience), request_timeout=patience + 15)
        self._in_hand = asyncio.create_task(self._take(updates))
        await asyncio.shield(self._in_hand)
        self._update_stream.resumed()
        return len(updates)

    async def _take(self, updates: list[dict[str, Any]]) -> None:
        with self._update_stream.taking(more=len(updates) == MOST):
            await self._update_worker.take_all(updates)
        if updates:
            self._offset = max(update["update_id"] for update in updates) + 1

    async def finish(self, patience: float) -> None:
        """What is in hand is kept and confirmed, so that the next start does not get it again."""
        if self._in_hand:
            await asyncio.wait([self._in_hand], timeout=patience)
        if self._offset is not None:
            with contextlib.suppress(TelegramAPIError):
                await self._bot(GetRawUpdates(offset=self._offset, timeout=0, limit=1), request_timeout=2)

    async def _without_webhook(self) -> None:
        for attempt in range(1, 1_000_000):
            try:
                await self._bot(DeleteWebhook())
                return
            except TelegramAPIError as error:
                log.warning("Telegram can't be reached", reason=error.message)
                await asyncio.sleep(pause(attempt) / 1000)


class UpdateStream:
    """Since when updates come without a gap, and whether some are still on their way in.

    An album that a gap has cut, or whose items wait behind many others, is given time to become whole.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.since: int | None = None
        self._in_hand = 0
        self._more = False  # Telegram has more than it gave at once
        self._through_at = 0  # the last moment when nothing was in hand and no more waited

    def resumed(self) -> None:
        if self.since is None:
            self.since = self._clock()

    def interrupted(self) -> None:
        self.since = None

    @contextlib.contextmanager
    def taking(self, *, more: bool = False) -> Iterator[None]:
        self._in_hand += 1
        self._more = more
        try:
            yield
        finally:
            self._in_hand -= 1
            if self._is_idle:
                self._through_at = self._clock()

    @property
    def _is_idle(self) -> bool:
        return not self._in_hand and not self._more

    def has_taken_all_of(self, moment: int) -> bool:
        """Whether all that had come by then is kept."""
        return self._is_idle or self._through_at >= moment
