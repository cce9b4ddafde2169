"""Two processes that poll with one token take each other's updates away: seen by refusals that go on."""

import time
from collections.abc import Callable

import structlog

from bot.operations.alerts import AlertSink

log = structlog.get_logger()

ALERT = "polled-elsewhere"
LASTS = 20.0  # seconds; a restart that overlaps is over sooner
QUIET = 90.0  # seconds without a refusal, after which the other one has ended


class Contention:
    def __init__(self, alerts: AlertSink, clock: Callable[[], float] = time.monotonic) -> None:
        self._alerts = alerts
        self._clock = clock
        self._began_at = self._refused_at = -QUIET

    def refused(self, reason: str) -> None:
        """Telegram gave the updates to the other one."""
        now = self._clock()
        if now - self._refused_at >= QUIET:
            self._began_at = now
            log.error("another process polls with this token", reason=reason)
        self._refused_at = now
        if now - self._began_at >= LASTS:
            self._alerts.raise_alert(ALERT)

    def heard(self) -> None:
        if self._clock() - self._refused_at >= QUIET:
            self._alerts.resolve(ALERT)
