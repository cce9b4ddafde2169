"""PostgreSQL over asyncpg: the same named queries, a pool, a transaction per Work."""

import asyncio
from collections.abc import Sequence
from typing import Any, Self

import aiosql
import asyncpg

from core.ports import Unavailable
from core.work import Conflict
from storage.database import SQL_FOLDER, Row
from storage.migrate import migrate_postgres
from storage.statements import Statement

GONE = (
    OSError,
    asyncpg.InterfaceError,
    asyncpg.PostgresConnectionError,
    asyncpg.CannotConnectNowError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.DiskFullError,
    asyncpg.ReadOnlySQLTransactionError,
    asyncpg.TooManyConnectionsError,
)
AGAIN = (asyncpg.SerializationError, asyncpg.DeadlockDetectedError)


class PostgresDatabase:
    dialect = "postgresql"

    def __init__(self, pool: "asyncpg.Pool[asyncpg.Record]") -> None:
        self._pool = pool
        self._queries = aiosql.from_path(SQL_FOLDER, "asyncpg", mandatory_parameters=False)

    @classmethod
    async def open(cls, url: str) -> Self:
        try:
            pool = await asyncpg.create_pool(url, min_size=1, max_size=10, command_timeout=30)
            async with pool.acquire() as connection:
                await migrate_postgres(connection, url)
        except GONE as error:
            raise Unavailable(str(error)) from error
        return cls(pool)

    def _prepare(self, name: str, values: dict[str, Any]) -> tuple[str, list[Any]]:
        return getattr(self._queries, name).sql, self._queries.driver_adapter.maybe_order_params(name, values)

    async def fetch(self, name: str, **values: Any) -> Sequence[Row]:
        sql, ordered = self._prepare(name, values)
        try:
            return await self._pool.fetch(sql, *ordered)
        except GONE as error:
            raise Unavailable(str(error)) from error

    async def fetch_one(self, name: str, **values: Any) -> Row | None:
        rows = await self.fetch(name, **values)
        return rows[0] if rows else None

    async def next_number(self) -> int:
        rows = await self.fetch("next_number")
        return int(rows[0]["last"])

    async def commit(self, statements: Sequence[Statement]) -> None:
        try:
            async with self._pool.acquire() as connection, connection.transaction():
                for statement in statements:
                    sql, ordered = self._prepare(statement.name, statement.values)
                    status: str = await connection.execute(sql, *ordered)
                    if statement.guard and status.endswith(" 0"):
                        raise statement.guard()
        except GONE as error:
            raise Unavailable(str(error)) from error
        except AGAIN as error:
            raise Conflict(str(error)) from error

    async def close(self) -> None:
        try:
            await asyncio.wait_for(self._pool.close(), timeout=5)
        except TimeoutError:
            self._pool.terminate()
