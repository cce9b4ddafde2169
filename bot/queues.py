"""First come, first served."""

import asyncio
from collections.abc import AsyncIterator, Hashable
from contextlib import asynccontextmanager


class Queues:
    """A queue a key; one that nobody stands in is forgotten."""

    def __init__(self) -> None:
        self._locks: dict[Hashable, tuple[asyncio.Lock, int]] = {}

    @asynccontextmanager
    async def turn(self, key: Hashable) -> AsyncIterator[None]:
        lock, standing = self._locks.get(key, (asyncio.Lock(), 0))
        self._locks[key] = lock, standing + 1
        try:
            async with lock:
                yield
        finally:
            lock, standing = self._locks[key]
            if standing == 1:
                del self._locks[key]
            else:
                self._locks[key] = lock, standing - 1
