"""The one clock of the program. Tests hand in one that they move by hand."""

import asyncio
import time
from typing import Protocol


class Clock(Protocol):
    def __call__(self) -> int:
        """Now, in UTC ms."""

    async def until(self, at: int) -> None:
        """Sleeps until a moment in UTC ms."""


class SystemClock:
    def __call__(self) -> int:
        return time.time_ns() // 1_000_000

    async def until(self, at: int) -> None:
        while (left := at - self()) > 0:  # noqa: ASYNC110 -- the clock is the condition
            await asyncio.sleep(left / 1000)
