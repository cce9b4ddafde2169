"""A clock that stands still until a test moves it."""

import asyncio
import heapq
from itertools import count

START = 1_790_000_000_000  # 21.09.2026, in UTC ms


class ManualClock:
    def __init__(self, now: int = START) -> None:
        self.now = now
        self._sleepers: list[tuple[int, int, asyncio.Future[None]]] = []
        self._order = count()

    def __call__(self) -> int:
        return self.now

    def seconds(self) -> float:
        """As the sandbox wants it."""
        return self.now / 1000

    async def until(self, at: int) -> None:
        if at <= self.now:
            return
        woken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (at, next(self._order), woken))
        await woken

    @property
    def sleeping(self) -> int:
        return sum(not woken.done() for _, _, woken in self._sleepers)

    @property
    def next_waking(self) -> int | None:
        while self._sleepers and self._sleepers[0][2].done():
            heapq.heappop(self._sleepers)
        return self._sleepers[0][0] if self._sleepers else None

    def move_to(self, moment: int) -> None:
        self.now = max(self.now, moment)
        while (at := self.next_waking) is not None and at <= self.now:
            heapq.heappop(self._sleepers)[2].set_result(None)
