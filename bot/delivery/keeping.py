"""What was done in Telegram must be kept, however long the store takes: else it would be done again."""

import asyncio
from collections.abc import Sequence
from typing import Any

import structlog

from bot.alarms import Alarms
from bot.clock import Clock
from core.ports import Store, Unavailable
from core.retry import pause
from core.work import Conflict, Work

log = structlog.get_logger()


class Keeper:
    def __init__(self, store: Store, alarms: Alarms, clock: Clock) -> None:
        self._store = store
        self._alarms = alarms
        self._clock = clock

    async def keep(self, records: Sequence[Any]) -> Work:
        """Returns when they are kept."""
        for attempt in range(1, 1_000_000):
            work = Work(now=self._clock())
            work.put(*records)
            try:
                await self._store.commit(work)
            except (Unavailable, Conflict) as error:
                log.warning("done, and not kept yet", reason=str(error))
                if isinstance(error, Unavailable):
                    self._alarms.ring("store", reason=str(error))
                await asyncio.sleep(pause(attempt) / 1000)
            else:
                self._alarms.over("store")
                return work
        raise AssertionError("unreachable")
