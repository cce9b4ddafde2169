"""The one clock of the program. Tests hand in one that they move by hand."""

import asyncio
import time
from collections.abc import Callable
from typing import Protocol

NANOSECONDS = 1_000_000  # of a ms


class Clock(Protocol):
    def __call__(self) -> int:
        """Now, in UTC ms; never less than before."""

    async def until(self, at: int) -> None:
        """Sleeps until a moment in UTC ms."""


class SystemClock:
    """The system's clock, without its steps back: else a pause would last an hour, and a cache would never age.

    Where the system's clock was set back, this one goes at half its pace until the two meet.
    """

    def __init__(self, wall: Callable[[], int] = time.time_ns, ticks: Callable[[], int] = time.monotonic_ns) -> None:
        self._wall = wall
        self._ticks = ticks
        self._now = wall()
        self._looked_at = ticks()

    def __call__(self) -> int:
        looked_at = self._ticks()
        slowest = self._now + (looked_at - self._looked_at) // 2
        self._now, self._looked_at = max(self._wall(), slowest), looked_at
        return self._now // NANOSECONDS

    async def until(self, at: int) -> None:
        while (left := at - self()) > 0:  # noqa: ASYNC110 -- the clock is the condition
            await asyncio.sleep(left / 1000)
