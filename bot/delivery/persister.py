"""What was done in Telegram must be kept, however long the store takes: else it would be done again."""

import asyncio
from collections.abc import Sequence

import structlog

from bot.clock import Clock
from bot.operations.alerts import Alerts
from core.backoff import pause
from core.change import Change
from core.outbox import Delivered, Undeliverable
from core.store import Store, Unavailable
from core.unit_of_work import Conflict, UnitOfWork
from core.units import SECOND

log = structlog.get_logger()

MOST_FAILURES = 3  # of a kind that does not pass by itself


class Persister:
    def __init__(self, store: Store, alerts: Alerts, clock: Clock) -> None:
        self._store = store
        self._alerts = alerts
        self._clock = clock

    async def keep(self, changes: Sequence[Change]) -> UnitOfWork:
        """Returns when they are kept, or, where a bug stands in their way, at least that the notices have left."""
        failures, bugs = 0, 0
        while True:
            work = UnitOfWork(now=self._clock())
            work.add(*(changes if bugs < MOST_FAILURES else _bare(changes)))
            try:
                await self._store.commit(work)
            except Exception as error:
                failures += 1
                bugs += not isinstance(error, Unavailable | Conflict)
                log.warning("done, and not kept yet", failures=failures, reason=repr(error))
                self.store_is_down(error)
                await asyncio.sleep(pause(failures - 1) / SECOND if failures > 1 else 0)  # a kill now means a copy
            else:
                self.store_is_up()
                return work

    def store_is_down(self, error: Exception) -> None:
        self._alerts.raise_alert("store", reason=str(error))

    def store_is_up(self) -> None:
        self._alerts.resolve("store")


def _bare(changes: Sequence[Change]) -> Sequence[Change]:
    """That it left and need not leave again, without what else came of it."""
    ends = [Delivered(change.notice_id, change.at) if isinstance(change, Delivered) else change
            for change in changes if isinstance(change, Delivered | Undeliverable)]  # fmt: skip
    return ends or changes
