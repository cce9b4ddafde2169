"""Who of several processes on one PostgreSQL leads: delivers the outbox and runs the jobs.

An advisory lock on a connection of its own: the server frees it when that connection dies, however the process ended,
and another process gets it the next time it asks.
"""

import asyncio
import contextlib

import asyncpg

from core.store import Unavailable

LEADS = 7_265_002  # key of the advisory lock
TIMEOUT = 5.0  # seconds
LOST = (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError)


class Leadership:
    def __init__(self, url: str) -> None:
        self._url = url
        self._connection: asyncpg.Connection[asyncpg.Record] | None = None
        self._term = 0  # 0: another process leads
        self._terms = 0
        self._asking = asyncio.Lock()

    async def held(self) -> int:
        """Which term of this process it is; 0 where another one leads.

        Asks the server each time: a connection that died has lost the lock, whatever this side remembers.
        """
        async with self._asking:
            try:
                return await asyncio.wait_for(self._held(), TIMEOUT)
            except LOST:
                self._drop()
            try:
                return await asyncio.wait_for(self._held(), TIMEOUT)
            except LOST as error:
                self._drop()
                raise Unavailable(str(error)) from error

    async def _held(self) -> int:
        if self._connection is None or self._connection.is_closed():
            self._term = 0
            self._connection = await asyncpg.connect(self._url, command_timeout=TIMEOUT)
        if self._term:
            await self._connection.execute("SELECT 1")
        elif await self._connection.fetchval(f"SELECT pg_try_advisory_lock({LEADS})"):
            self._terms += 1
            self._term = self._terms
        return self._term

    def _drop(self) -> None:
        if self._connection is not None:
            self._connection.terminate()
            self._connection = None

    async def close(self) -> None:
        """Frees the lock at once, so that another process need not wait."""
        if self._connection is not None:
            with contextlib.suppress(*LOST):
                await self._connection.close(timeout=TIMEOUT)
            self._connection = None
