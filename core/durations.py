"""Durations as figures keep them: how many of each, in seconds, so that medians need little memory."""

from bisect import bisect_right
from collections import Counter
from itertools import accumulate

EXACT = 10_000  # seconds; longer durations are kept to four digits


class Spread:
    """Durations, as counts: any number of them in little memory, true to a thousandth."""

    def __init__(self) -> None:
        self._counts: Counter[int] = Counter()  # seconds -> how many
        self._new: list[int] = []  # not counted yet: many at once take less time
        self.keep = self._new.append  # seconds

    @property
    def counts(self) -> Counter[int]:
        if self._new:
            self._counts.update(self._new)
            self._new.clear()
        return self._counts

    @property
    def count(self) -> int:
        return self.counts.total()

    def add(self, ms: int) -> None:
        self.keep(rounded(ms))

    def join(self, other: "Spread") -> None:
        self.counts.update(other.counts)

    @property
    def median(self) -> int | None:
        return self._quantile(0.5)

    @property
    def p90(self) -> int | None:
        return self._quantile(0.9)

    def _quantile(self, share: float) -> int | None:
        """Milliseconds, interpolated between the two nearest durations."""
        counts = self.counts
        if not counts:
            return None
        values = sorted(counts)
        up_to = list(accumulate(counts[value] for value in values))
        place = share * (up_to[-1] - 1)
        below = values[bisect_right(up_to, int(place))]
        above = values[bisect_right(up_to, min(int(place) + 1, up_to[-1] - 1))]
        return int((below + (above - below) * (place - int(place))) * 1_000)


def rounded(ms: int) -> int:
    """Seconds, as a spread keeps them."""
    seconds = max(ms, 0) // 1_000
    if seconds < EXACT:
        return seconds
    step = int(10 ** (len(str(seconds)) - 4))
    return (seconds + step // 2) // step * step
