"""Tasks that have an owner, and acts that wait for each other."""

import asyncio
import contextlib
import random
from collections.abc import AsyncIterator, Coroutine, Hashable
from contextlib import asynccontextmanager
from typing import Any

MEET_WITHIN = 0.01  # seconds, twice as long each time
STEPS_ASIDE_FOR = 1.0  # at most


class Tasks:
    """What goes on beside its owner, who can wait for it all: no task is lost, none outlives its owner unseen."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()

    def __len__(self) -> int:
        return len(self._tasks)

    def own(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def settle(self) -> None:
        """Until all of it has ended, what was begun meanwhile too."""
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)

    def cancel(self) -> None:
        for task in self._tasks:
            task.cancel()


def begun(parts: contextlib.AsyncExitStack, work: Coroutine[Any, Any, None], name: str) -> "asyncio.Task[None]":
    """A task that is cancelled, and waited for, when its turn among the parts to be ended has come."""
    task = asyncio.create_task(work, name=name)
    parts.push_async_callback(_cancelled, task)
    return task


async def _cancelled(task: "asyncio.Task[None]") -> None:
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task


async def step_aside(conflicts: int) -> None:
    """Those who wanted the same row come again at moments of their own: together, all but one would fail once more."""
    await asyncio.sleep(random.uniform(0, min(MEET_WITHIN * 2**conflicts, STEPS_ASIDE_FOR)))


class KeyedLock:
    """A queue a key; one that nobody stands in is forgotten."""

    def __init__(self) -> None:
        self._locks: dict[Hashable, tuple[asyncio.Lock, int]] = {}

    @asynccontextmanager
    async def one_at_a_time(self, key: Hashable) -> AsyncIterator[None]:
        lock, waiting = self._locks.get(key, (asyncio.Lock(), 0))
        self._locks[key] = lock, waiting + 1
        try:
            async with lock:
                yield
        finally:
            lock, waiting = self._locks[key]
            if waiting == 1:
                del self._locks[key]
            else:
                self._locks[key] = lock, waiting - 1
