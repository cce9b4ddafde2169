"""SQLite: one writer, two readers, write-ahead log, every commit synced to disk.

What arrives together shares a commit: while one transaction is being written, the next ones gather, and each of
them keeps its own savepoint, so that a conflict in one leaves the others whole.
"""

import asyncio
import contextlib
import sqlite3
from collections.abc import Sequence
from itertools import cycle
from pathlib import Path
from typing import Any, Self

import aiosql
import aiosqlite
import structlog

from core.ports import Unavailable
from core.work import Conflict, Duplicate
from storage.database import SQL_FOLDER, InUse, Row
from storage.migrate import migrate_sqlite
from storage.statements import Statement

log = structlog.get_logger()

MOST_TOGETHER = 200
BUSY_MS = 5_000

Outcome = Exception | None


class SqliteDatabase:
    dialect = "sqlite"

    def __init__(
        self, path: Path, writer: aiosqlite.Connection, readers: Sequence[aiosqlite.Connection], lock: Any
    ) -> None:
        self.path = path
        self._writer = writer
        self._readers = readers
        self._next_reader = cycle(readers)
        self._lock = lock
        self._queries = aiosql.from_path(SQL_FOLDER, "aiosqlite", mandatory_parameters=False)
        self._gathered: list[tuple[Sequence[Statement], asyncio.Future[None]]] = []
        self._wake = asyncio.Event()
        self._committer = asyncio.create_task(self._commit_gathered(), name="sqlite-committer")

    @classmethod
    async def open(cls, path: Path) -> Self:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = _lock(path)
        try:
            await asyncio.to_thread(migrate_sqlite, path)
            writer = await _connect(path)
            readers = [await _connect(path, read_only=True) for _ in range(2)]
        except sqlite3.Error as error:
            lock.close()
            raise Unavailable(str(error)) from error
        return cls(path, writer, readers, lock)

    def _sql(self, name: str) -> str:
        return str(getattr(self._queries, name).sql)

    async def fetch(self, name: str, **values: Any) -> Sequence[Row]:
        try:
            rows = await next(self._next_reader).execute_fetchall(self._sql(name), values)
        except sqlite3.OperationalError as error:
            raise Unavailable(str(error)) from error
        return list(rows)  # type: ignore[arg-type]

    async def fetch_one(self, name: str, **values: Any) -> Row | None:
        rows = await self.fetch(name, **values)
        return rows[0] if rows else None

    async def next_number(self) -> int:
        try:
            rows = await self._writer.execute_fetchall(self._sql("next_number"))
        except sqlite3.OperationalError as error:
            raise Unavailable(str(error)) from error
        return int(next(iter(rows))[0])

    async def commit(self, statements: Sequence[Statement]) -> None:
        kept: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._gathered.append((statements, kept))
        self._wake.set()
        await kept

    async def _commit_gathered(self) -> None:
        while True:
            await self._wake.wait()
            self._wake.clear()
            while self._gathered:
                together, self._gathered = self._gathered[:MOST_TOGETHER], self._gathered[MOST_TOGETHER:]
                await self._commit_together(together)

    async def _commit_together(self, together: list[tuple[Sequence[Statement], asyncio.Future[None]]]) -> None:
        groups = [
            [(self._sql(statement.name), statement.values, statement.guard) for statement in statements]
            for statements, _ in together
        ]
        try:
            # One hop to the connection's thread for the whole transaction; aiosqlite has no public call for it.
            outcomes: list[Outcome] = await self._writer._execute(_write, self._writer._conn, groups)
        except sqlite3.Error as error:
            outcomes = [Unavailable(str(error))] * len(together)
        except Exception as error:
            outcomes = [error] * len(together)
        for (_, kept), outcome in zip(together, outcomes, strict=True):
            if kept.done():
                continue
            if outcome is None:
                kept.set_result(None)
            else:
                kept.set_exception(outcome)

    async def close(self) -> None:
        await asyncio.gather(*(kept for _, kept in self._gathered), return_exceptions=True)
        self._committer.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._committer
        for reader in self._readers:
            await reader.close()
        await self._writer.close()
        self._lock.close()


async def _connect(path: Path, *, read_only: bool = False) -> aiosqlite.Connection:
    connection = await aiosqlite.connect(path, isolation_level=None, cached_statements=256)
    connection.row_factory = sqlite3.Row
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        f"busy_timeout={BUSY_MS}",
        f"query_only={'ON' if read_only else 'OFF'}",
    ):
        await connection.execute_fetchall(f"PRAGMA {pragma}")
    return connection


def _write(
    connection: sqlite3.Connection, groups: list[list[tuple[str, dict[str, Any], type[Exception] | None]]]
) -> list[Outcome]:
    outcomes: list[Outcome] = []
    connection.execute("BEGIN IMMEDIATE")
    try:
        for group in groups:
            connection.execute("SAVEPOINT one")
            outcome = _write_group(connection, group)
            if outcome is not None:
                connection.execute("ROLLBACK TO one")
            connection.execute("RELEASE one")
            outcomes.append(outcome)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    return outcomes


def _write_group(
    connection: sqlite3.Connection, group: list[tuple[str, dict[str, Any], type[Exception] | None]]
) -> Outcome:
    try:
        for sql, values, guard in group:
            if connection.execute(sql, values).rowcount < 1 and guard:
                return guard()
    except sqlite3.IntegrityError as error:
        return error
    except (Conflict, Duplicate) as refused:
        return refused
    return None


def _lock(path: Path) -> Any:
    """Held while the file serves a bot; freed by the system when the process ends, however it ends."""
    file = path.with_name(path.name + ".lock").open("w")
    try:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except ImportError:  # no fcntl on Windows: there two processes are told apart by Telegram's 409 alone
        pass
    except OSError as error:
        file.close()
        raise InUse(str(path)) from error
    return file
