"""Who writes or taps faster than anybody can read: told once that it is taken in order, and nothing is dropped."""

from collections import deque

from core.units import MINUTE

MANY = 40  # updates …
IN = 10_000  # ms
QUIET = MINUTE  # after which it would be said again
MOST_REMEMBERED = 10_000


class FloodDetector:
    def __init__(self) -> None:
        self._seen: dict[int, deque[int]] = {}
        self._said_at: dict[int, int] = {}

    def begins(self, person_id: int, now: int) -> bool:
        """True once a flood."""
        if len(self._seen) >= MOST_REMEMBERED:
            self._forget(now)
        seen = self._seen.setdefault(person_id, deque(maxlen=MANY))
        seen.append(now)
        if len(seen) < MANY or now - seen[0] > IN:
            return False
        said_at, self._said_at[person_id] = self._said_at.get(person_id, 0), now
        return now - said_at > QUIET

    def _forget(self, now: int) -> None:
        self._seen = {one: seen for one, seen in self._seen.items() if now - seen[-1] <= IN}
        self._said_at = {one: at for one, at in self._said_at.items() if now - at <= QUIET}
