"""Who of several processes on one PostgreSQL leads: delivers the outbox and runs the jobs.

A lease that ends by itself, by the server's clock: a leader that is killed, frozen or cut off is followed in seconds,
and knows by its own clock, which runs on while it sleeps, when it leads no more. Where only its connection broke, it
renews the lease over another one, in the same term.
"""

import asyncio
import secrets
from collections.abc import Callable

import asyncpg
import structlog

from core.store import Unavailable

log = structlog.get_logger()

LEASE = 4.0  # seconds that a dead leader is waited for
RENEWED_AFTER = 1.0
MARGIN = 1.0  # in which a call that has begun is on its way
TIMEOUT = 1.0
LEAVES_WITHIN = 1.0
CALLED = "sellerdesk_outbox"  # the channel on which the others say that there is something to deliver
LOST = (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError)

NOW = "CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)"
TAKE = f"""
INSERT INTO lease (name, owner, term, until) VALUES ('delivery', $1, 1, {NOW} + $2)
ON CONFLICT (name) DO UPDATE
SET owner = excluded.owner, until = excluded.until,
    term = lease.term + CASE WHEN lease.owner = excluded.owner THEN 0 ELSE 1 END
WHERE lease.owner = excluded.owner OR lease.until <= {NOW}
RETURNING term
"""
LEAVE = "UPDATE lease SET until = 0 WHERE name = 'delivery' AND owner = $1"


class Leadership:
    def __init__(self, url: str) -> None:
        self._url = url
        self._owner = secrets.token_hex(8)
        self._connection: asyncpg.Connection[asyncpg.Record] | None = None
        self._term = 0  # 0: another process leads
        self._renew_at = 0.0
        self._ends_at = 0.0
        self._closed = False
        self._asking = asyncio.Lock()
        self.called: Callable[[], None] = lambda: None

    async def held(self) -> int:
        """Which term it is; 0 where another process leads. Raises: Unavailable, where nobody can say."""
        if self._is_fresh():
            return self._term
        async with self._asking:
            return self._term if self._is_fresh() else await self._ask()

    def _is_fresh(self) -> bool:
        return bool(self._term) and _now() < self._renew_at

    async def _ask(self) -> int:
        if self._closed:
            return 0
        error: Exception | None = None
        for _ in range(2):  # over a new connection, where the old one broke
            began = _now()
            try:
                self._term = await asyncio.wait_for(self._take(), TIMEOUT)
            except LOST as lost:
                self._drop()
                error = lost
            else:
                self._renew_at, self._ends_at = began + RENEWED_AFTER, began + LEASE - MARGIN
                return self._term
        if self._term and _now() < self._ends_at:
            return self._term
        self._term = 0
        raise Unavailable(str(error)) from error

    async def _take(self) -> int:
        if self._connection is None or self._connection.is_closed():
            self._connection = await asyncpg.connect(self._url, command_timeout=TIMEOUT)
            await self._connection.add_listener(CALLED, self._hear)
        return await self._connection.fetchval(TAKE, self._owner, int(LEASE * 1000)) or 0

    def _hear(self, *call: object) -> None:
        if self._term:
            self.called()

    def _drop(self) -> None:
        if self._connection is not None:
            self._connection.terminate()
            self._connection = None

    async def close(self) -> None:
        """Ends the lease, so that another process need not wait; where the server hangs, the lease ends by itself."""
        self._closed, self._term = True, 0
        try:
            async with asyncio.timeout(LEAVES_WITHIN), self._asking:
                if self._connection is not None:
                    await self._connection.execute(LEAVE, self._owner)
                    await self._connection.close()
        except LOST as error:
            log.warning("lease not ended", reason=repr(error))
        finally:
            self._drop()


async def is_led(connection: "asyncpg.Connection[asyncpg.Record]") -> bool:
    """Whether some process delivers from this database just now."""
    if await connection.fetchval("SELECT to_regclass('lease') IS NULL"):
        return False
    return bool(await connection.fetchval(f"SELECT count(*) FROM lease WHERE until > {NOW}"))


def _now() -> float:
    return asyncio.get_running_loop().time()
