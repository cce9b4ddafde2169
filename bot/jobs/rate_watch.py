"""Groups that stay near Telegram's limit: admins are told, since more groups would share the load."""

from collections.abc import Callable, Iterable

from bot.operations.alerts import AlertSink
from bot.telegram.rate_limiter import RateLimiter

NEAR = 0.9
LOOKS = 3  # in a row, a minute apart: a burst is none of this


class RateWatch:
    def __init__(self, rate_limiter: RateLimiter, groups: Callable[[], Iterable[int]], alerts: AlertSink) -> None:
        self._rate_limiter = rate_limiter
        self._groups = groups
        self._alerts = alerts
        self._near: dict[int, int] = {}  # group -> looks in a row

    async def look(self, now: int) -> None:
        for group in self._groups():
            if self._rate_limiter.used(group) < NEAR:
                self._near.pop(group, None)
                self._alerts.resolve(f"crowded.{group}")
                continue
            self._near[group] = self._near.get(group, 0) + 1
            if self._near[group] >= LOOKS:
                self._alerts.raise_alert(f"crowded.{group}", group=str(group))
