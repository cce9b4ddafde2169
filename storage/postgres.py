"""PostgreSQL over asyncpg: the same named queries, a pool, a transaction per Work."""

import asyncio
import contextlib
import ssl
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any, Self, cast

import asyncpg

from core.store import Unavailable
from core.unit_of_work import Conflict
from storage import queries
from storage.database import Row, Unfit
from storage.leadership import CALLED, LEASE, Leadership, is_led
from storage.migrate import OLDER_SERVES, applied_on_server, migrate_postgres, waiting
from storage.pace import Pace
from storage.pooler import refuse_shared_sessions
from storage.postgres_address import of_asyncpg
from storage.queries import Query
from storage.statements import Statement

# Whatever else a server answers is its own trouble, and may pass: what was to be kept is kept later.
OWN_MISTAKES = (
    asyncpg.SyntaxOrAccessError,
    asyncpg.DataError,
    asyncpg.IntegrityConstraintViolationError,
    ValueError,  # of a query's values: they do not fit
)
PASSING = (
    OSError,
    asyncpg.PostgresError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,  # a rollback on a connection that was cut in the middle
)
AGAIN = (asyncpg.SerializationError, asyncpg.DeadlockDetectedError)
CONNECTS_WITHIN = 10.0  # seconds
ANSWERS_WITHIN = 30.0
CLOSES_WITHIN = 1.0
OLDER_ENDS_WITHIN = LEASE + 1  # one that was killed is taken for one that serves until its lease ends
LOOKS_AGAIN_AFTER = 0.2
# Compiling a plan, or starting helpers for it, takes longer than any query that somebody waits for.
# Said on the connection, not with its opening: a pooler refuses to open one with settings that it does not know.
SETTINGS = "SET jit = off; SET max_parallel_workers_per_gather = 0"


class PostgresDatabase:
    dialect = "postgresql"

    def __init__(self, pool: "asyncpg.Pool[asyncpg.Record]", url: str) -> None:
        self._pool = pool
        self._queries = queries.load(self.dialect)
        self._leadership = Leadership(url)
        self.pace: Pace | None = Pace(pool)

    @classmethod
    async def open(cls, url: str, *, serves: bool = True) -> Self:
        address = of_asyncpg(url)
        with _named():
            await _bring_up_to_date(address, serves=serves)
            pool = await asyncpg.create_pool(
                address,
                min_size=0,
                max_size=10,
                timeout=CONNECTS_WITHIN,
                command_timeout=ANSWERS_WITHIN,
                init=_set_up,
                reset=_as_it_is,
            )
        return cls(pool, address)

    async def fetch(self, name: str, **values: Any) -> Sequence[Row]:
        query = self._queries[name]
        with _named():
            return cast(Sequence[Row], await self._pool.fetch(query.sql, *query.order(_plain(values))))

    async def fetch_one(self, name: str, **values: Any) -> Row | None:
        rows = await self.fetch(name, **values)
        return rows[0] if rows else None

    async def next_number(self) -> int:
        rows = await self.fetch("next_number")
        return int(rows[0]["last"])

    async def commit(self, statements: Sequence[Statement]) -> int:
        """Each statement sees what was kept before it, whatever the server's own default is."""
        changed = 0
        with _named():
            async with self._pool.acquire() as connection, connection.transaction(isolation="read_committed"):
                for name, alike in groupby(statements, attrgetter("name")):
                    changed += await self._write(connection, self._queries[name], list(alike))
        return changed

    async def _write(
        self, connection: "asyncpg.pool.PoolConnectionProxy[asyncpg.Record]", query: Query, alike: Sequence[Statement]
    ) -> int:
        """Statements of one name that follow one another go over in one round trip."""
        values = [query.order(_plain(statement.values)) for statement in alike]
        if len(alike) == 1:
            status: str = await connection.execute(query.sql, *values[0])
            count = int(status.rpartition(" ")[2])
        else:
            count = len(await connection.fetchmany(f"{query.sql} RETURNING 1", values))
        if count < len(alike) and (guard := alike[0].guard):  # what is guarded changes one row
            raise guard()
        return count

    async def leads(self) -> int:
        return await self._leadership.held()

    def when_called(self, called: Callable[[], None]) -> None:
        self._leadership.called = called

    async def call_leader(self) -> None:
        with _named():
            await self._pool.execute(f"NOTIFY {CALLED}")

    async def purge(self) -> None:
        """Left to the server, which vacuums by itself."""

    async def look_at_tables(self) -> None:
        """Left to the server, which analyzes by itself."""

    def cut_off(self) -> None:
        self._pool.terminate()

    async def close(self) -> None:
        """In two seconds, whatever hangs: a server that is frozen holds nobody up."""
        try:
            await self._leadership.close()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._pool.close(), CLOSES_WITHIN)
        finally:
            self._pool.terminate()


async def _bring_up_to_date(address: str, *, serves: bool) -> None:
    """Over a connection of its own, on which a change of a large table may take its time."""
    try:
        connection = await asyncpg.connect(address, statement_cache_size=0)
    except (ssl.SSLError, asyncpg.ClientConfigurationError) as error:
        raise Unavailable(str(error)) from error
    try:
        await refuse_shared_sessions(connection, address)
        await _let_older_end(connection, OLDER_ENDS_WITHIN if serves else 0)
        await migrate_postgres(connection)
    finally:
        await connection.close(timeout=5)


async def _let_older_end(connection: "asyncpg.Connection[asyncpg.Record]", patience: float) -> None:
    """An upgrade of one replica after the other would change the tables under those that still run. Raises: Unfit."""
    loop = asyncio.get_running_loop()
    patient_until = loop.time() + patience
    while waiting(await applied_on_server(connection)) and await is_led(connection):
        if loop.time() >= patient_until:
            raise Unfit(OLDER_SERVES)
        await asyncio.sleep(LOOKS_AGAIN_AFTER)


async def _set_up(connection: "asyncpg.Connection[asyncpg.Record]") -> None:
    await connection.execute(SETTINGS)


async def _as_it_is(connection: "asyncpg.pool.PoolConnectionProxy[asyncpg.Record]") -> None:
    """Nothing here outlives its transaction, so a connection needs no cleaning, which would cost a round trip."""


@contextlib.contextmanager
def _named() -> Iterator[None]:
    """asyncpg's many errors as the few that callers tell apart."""
    try:
        yield
    except AGAIN as error:
        raise Conflict(str(error)) from error
    except PASSING as error:
        if isinstance(error, OWN_MISTAKES) and not isinstance(error, asyncpg.InsufficientPrivilegeError):
            raise
        raise Unavailable(str(error) or type(error).__name__) from error


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    """PostgreSQL keeps no NUL in a text, and nobody would see it."""
    return {
        name: value.replace("\0", "") if isinstance(value, str) and "\0" in value else value
        for name, value in values.items()
    }
