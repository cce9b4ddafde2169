"""An update that keeps failing: set aside, so that it blocks nobody, and told; a tap is answered, and dropped."""

from typing import Protocol

import orjson
import structlog

from bot.clock import Clock
from bot.inbound.inbox_entry import Entry, writer_of
from bot.inbound.retries import Obstacle
from bot.inbound.update_handler import UpdateHandler
from bot.inbound.update_parsing import is_tap
from bot.operations.alerts import AlertSink
from bot.telegram.secrets import without_secrets
from core.inbox import UpdateSetAside
from core.outbox import person_notice
from core.store import Store, Unavailable
from core.unit_of_work import Duplicate, UnitOfWork

log = structlog.get_logger()

ERROR_SHOWN = 200


class Wakes(Protocol):
    def wake(self) -> None: ...


class GivingUp:
    def __init__(self, handler: UpdateHandler, store: Store, delivery: Wakes, alerts: AlertSink, clock: Clock) -> None:
        self._handler = handler
        self._store = store
        self._delivery = delivery
        self._alerts = alerts
        self._clock = clock

    async def __call__(self, entry: Entry, obstacle: Obstacle, error: Exception) -> bool:
        """False where even that can't be kept now."""
        try:
            if obstacle is Obstacle.TELEGRAM and is_tap(entry.raw):
                await self._handler.drop_tap(entry.raw)
                self._alerts.raise_alert("unanswered", error=repr(error)[:ERROR_SHOWN])
            else:
                await self._set_aside(entry, repr(error))
        except Duplicate:
            log.info("update dropped already", update=entry.update_id)
        except Unavailable as unavailable:
            self._alerts.raise_alert("store", reason=str(unavailable))
            return False
        except Exception as unforeseen:  # tried again, so that it is in nobody's way but its own chat's
            log.error("update not given up", update=entry.update_id, exc_info=unforeseen)
            return False
        return True

    async def _set_aside(self, entry: Entry, error: str) -> None:
        """An admin sees it in /check, and who wrote it is told."""
        error = without_secrets(error)
        log.error("update set aside", update=entry.update_id, exc_info=True)
        work = UnitOfWork(now=self._clock())
        body = orjson.dumps(entry.raw).decode()
        work.add(UpdateSetAside(update_id=entry.update_id, body=body, error=error, at=work.now))
        if (person := writer_of(entry.raw)) is not None:
            work.notify(person_notice(person, "set-aside", work.now))
        await self._store.commit(work)
        self._delivery.wake()
        self._alerts.raise_alert(f"set-aside.{entry.update_id}", update=str(entry.update_id), error=error[:ERROR_SHOWN])
