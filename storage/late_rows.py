"""Rows that come late: PostgreSQL numbers a row when it is written, and shows it when its transaction ends.

So a row may appear below one that was read already. A reader looks again at the numbers that it missed, for longer
than a transaction here may take; a number that stays away belonged to a transaction that was undone.
"""

WINDOW = 60.0  # seconds
MOST = 1_000


class LateRows:
    def __init__(self) -> None:
        self._missing: dict[int, float] = {}  # number -> when it was first missed, oldest first
        self._highest = 0

    def missing(self, now: float) -> list[int]:
        while self._missing and (len(self._missing) > MOST or next(iter(self._missing.values())) < now - WINDOW):
            del self._missing[next(iter(self._missing))]
        return list(self._missing)

    def read(self, numbers: list[int], now: float) -> None:
        """`numbers` in their order."""
        for number in numbers:
            self._missing.pop(number, None)
            if number > self._highest:
                first = max(self._highest + 1, number - MOST)
                self._missing.update(dict.fromkeys(range(first, number), now))
                self._highest = number
