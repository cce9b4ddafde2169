"""Admins are told when what must arrive waits too long, or for them, and when it has left."""

from bot.operations.alerts import Alerts
from bot.texts import Texts
from core.outbox import OutboxReads, waits_too_long


class OutboxWatch:
    def __init__(self, outbox: OutboxReads, alerts: Alerts, texts: Texts) -> None:
        self._outbox = outbox
        self._alerts = alerts
        self._texts = texts

    async def look(self, now: int) -> None:
        oldest, count = await self._outbox.oldest_waiting(now)
        if oldest is not None and waits_too_long(oldest, now):
            age = self._texts.duration(self._texts.default_locale, now - oldest)
            self._alerts.raise_alert("waiting", age=age, count=count)
        else:
            self._alerts.resolve("waiting")
        if held := await self._outbox.count_held():
            self._alerts.raise_alert("held", count=held)
        else:
            self._alerts.resolve("held")
