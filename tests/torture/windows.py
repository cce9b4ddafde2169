"""Times in which something was so, by the sandbox's clock."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(slots=True)
class Window:
    since: float
    until: float = float("inf")

    def holds(self, at: float) -> bool:
        return self.since <= at <= self.until


def outside(windows: Iterable[Window], since: float, until: float) -> float:
    """How many seconds between the two lie in none of the windows."""
    left, reached = 0.0, since
    for window in sorted(windows, key=lambda window: window.since):
        left += max(min(window.since, until) - reached, 0.0)
        reached = max(reached, window.until)
    return left + max(until - reached, 0.0)
