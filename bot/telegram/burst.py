"""Whether so many words are under way just now that what is only looked at had better wait for their end.

Signs, cards and stars are calls as well, and each of them would make somebody's words come later.
"""

import asyncio
import time
from collections.abc import Callable

MANY = 8
LOOKS_EVERY = 0.1  # seconds
LONGEST = 10.0  # seconds; a crowd that lasts longer, or waits for its pace, is no burst


class Burst:
    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._counts: list[Callable[[], int]] = []
        self._began: float | None = None

    def watch(self, count: Callable[[], int]) -> None:
        """`count`: how many people's words are in somebody's hands."""
        self._counts.append(count)

    @property
    def is_on(self) -> bool:
        if sum(count() for count in self._counts) < MANY:
            self._began = None
            return False
        if self._began is None:
            self._began = self._clock()
        return self._clock() - self._began < LONGEST

    async def over(self, unless: Callable[[], bool] = lambda: False) -> None:
        """Returns when there is none, or when `unless` holds."""
        for _ in range(int(LONGEST / LOOKS_EVERY)):
            if not self.is_on or unless():
                return
            await asyncio.sleep(LOOKS_EVERY)
