"""Durations as figures keep them: in seconds, and where they are many as how many of each."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from itertools import accumulate

from core.units import SECOND

EXACT = 10_000  # seconds; longer durations are kept to four digits
FEW = 20_000  # that take less time to be sorted than to be counted


class Spread:
    """Any number of durations in little memory, true to a thousandth."""

    def __init__(self, seconds: Iterable[int] = ()) -> None:
        self._few = list(seconds)
        self._counts: Counter[int] = Counter()  # of the others: seconds -> how many

    def join(self, other: "Spread") -> None:
        self._counts.update(other._counts)
        self._few += other._few
        if len(self._few) > FEW:
            self._count_few()

    def _count_few(self) -> None:
        for seconds, count in Counter(self._few).items():
            self._counts[_rounded(seconds)] += count
        self._few.clear()

    @property
    def count(self) -> int:
        return self._counts.total() + len(self._few)

    @property
    def median(self) -> int | None:
        return self._quantile(0.5)

    @property
    def p90(self) -> int | None:
        return self._quantile(0.9)

    def _quantile(self, share: float) -> int | None:
        """Milliseconds, interpolated between the two nearest durations."""
        if not self.count:
            return None
        place = share * (self.count - 1)
        below, above = self._at(int(place), min(int(place) + 1, self.count - 1))
        return int((below + (above - below) * (place - int(place))) * SECOND)

    def _at(self, *places: int) -> list[int]:
        """The durations that stand there when all are in order."""
        if not self._counts:
            self._few.sort()
            return [_rounded(self._few[place]) for place in places]
        self._count_few()
        values = sorted(self._counts)
        up_to = list(accumulate(self._counts[value] for value in values))
        return [values[bisect_right(up_to, place)] for place in places]


def _rounded(seconds: int) -> int:
    """Never less than nothing: a clock may have gone back."""
    if seconds < EXACT:
        return max(seconds, 0)
    step = int(10 ** (len(str(seconds)) - 4))
    return (seconds + step // 2) // step * step
