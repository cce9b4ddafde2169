"""Groups that stay near Telegram's limit: admins are told, since more groups would share the load."""

from collections.abc import Callable, Iterable

from bot.intake import Alarms
from bot.lanes import Pace

NEAR = 0.9
LOOKS = 3  # in a row, a minute apart: a burst is none of this


class Crowding:
    def __init__(self, pace: Pace, groups: Callable[[], Iterable[int]], alarms: Alarms) -> None:
        self._pace = pace
        self._groups = groups
        self._alarms = alarms
        self._near: dict[int, int] = {}  # group -> looks in a row

    def look(self) -> None:
        for group in self._groups():
            if self._pace.used(group) < NEAR:
                self._near.pop(group, None)
                self._alarms.over(f"crowded.{group}")
                continue
            self._near[group] = self._near.get(group, 0) + 1
            if self._near[group] >= LOOKS:
                self._alarms.ring(f"crowded.{group}", group=str(group))
