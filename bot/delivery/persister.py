"""What was done in Telegram must be kept, however long the store takes: else it would be done again."""

import asyncio
from collections.abc import Sequence
from typing import Any

import structlog

from bot.clock import Clock
from bot.operations.alerts import Alerts
from core.retry import pause
from core.store import Store, Unavailable
from core.unit_of_work import Conflict, UnitOfWork

log = structlog.get_logger()


class Persister:
    def __init__(self, store: Store, alerts: Alerts, clock: Clock) -> None:
        self._store = store
        self._alerts = alerts
        self._clock = clock

    async def keep(self, changes: Sequence[Any]) -> UnitOfWork:
        """Returns when they are kept."""
        for attempt in range(1, 1_000_000):
            work = UnitOfWork(now=self._clock())
            work.add(*changes)
            try:
                await self._store.commit(work)
            except (Unavailable, Conflict) as error:
                log.warning("done, and not kept yet", reason=str(error))
                if isinstance(error, Unavailable):
                    self._alerts.raise_alert("store", reason=str(error))
                await asyncio.sleep(pause(attempt) / 1000)
            else:
                self._alerts.resolve("store")
                return work
        raise AssertionError("unreachable")
