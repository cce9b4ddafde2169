"""SQLite's one writer, in a thread of its own.

What arrives together shares a commit: while one transaction is being written, the next ones gather. A conflict in one
of them leaves the others whole.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from core.store import Unavailable

MOST_TOGETHER = 200
BUSY_MS = 5_000
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",
    "cache_size=-8000",  # KB: the upper floors of every index
    f"busy_timeout={BUSY_MS}",
    "wal_autocheckpoint=250",  # pages: whoever commits then waits for as many to be written
    "analysis_limit=1000",  # rows of an index that ANALYZE looks at: enough to choose by
)

# Whatever else SQLite answers is the machine's trouble, and may pass.
OWN_MISTAKES = frozenset(
    {
        sqlite3.SQLITE_ERROR,
        sqlite3.SQLITE_TOOBIG,
        sqlite3.SQLITE_CONSTRAINT,
        sqlite3.SQLITE_MISMATCH,
        sqlite3.SQLITE_MISUSE,
        sqlite3.SQLITE_RANGE,
    }
)
PRIMARY_CODE = 0xFF  # SQLite's extended codes keep the primary one in the low byte

Step = tuple[str, Sequence[Any], type[Exception] | None]  # SQL, values, guard
Group = Sequence[Step]
Outcome = int | Exception


def is_down(error: Exception) -> bool:
    """The database fails, not the statement; errors of the module itself, as of a wrong call, have no code."""
    code = getattr(error, "sqlite_errorcode", 0) & PRIMARY_CODE
    return isinstance(error, sqlite3.Error) and code != sqlite3.SQLITE_OK and code not in OWN_MISTAKES


class Writer:
    def __init__(self, connection: sqlite3.Connection, thread: ThreadPoolExecutor) -> None:
        self._connection = connection
        self._thread = thread
        self._gathered: list[tuple[Group, asyncio.Future[int]]] = []
        self._writing: asyncio.Task[None] | None = None

    @classmethod
    async def open(cls, path: Path) -> Self:
        thread = ThreadPoolExecutor(1, thread_name_prefix="sqlite-writer")
        try:
            return cls(await asyncio.get_running_loop().run_in_executor(thread, connect, path), thread)
        except BaseException:
            thread.shutdown(wait=False)
            raise

    async def commit(self, group: Group) -> int:
        """The count of rows that were changed."""
        loop = asyncio.get_running_loop()
        kept: asyncio.Future[int] = loop.create_future()
        self._gathered.append((group, kept))
        if self._writing is None:
            self._writing = loop.create_task(self._write_gathered(), name="sqlite-writer")
        return await kept

    async def value(self, sql: str) -> int:
        """The one value of a statement that returns it, committed by itself."""
        return await self._run(_value, sql)

    async def changes(self, sql: str) -> int:
        """How many rows a statement, committed by itself, changed in all, in hidden tables too."""
        return await self._run(_changes, sql)

    async def _run(self, action: Callable[[sqlite3.Connection, str], int], sql: str) -> int:
        try:
            return await asyncio.get_running_loop().run_in_executor(self._thread, action, self._connection, sql)
        except sqlite3.Error as error:
            raise _named(error) from error

    async def _write_gathered(self) -> None:
        try:
            while self._gathered:
                together, self._gathered = self._gathered[:MOST_TOGETHER], self._gathered[MOST_TOGETHER:]
                await self._write_together(together)
        finally:
            self._writing = None

    async def _write_together(self, together: list[tuple[Group, asyncio.Future[int]]]) -> None:
        groups = [group for group, _ in together]
        loop = asyncio.get_running_loop()
        try:
            outcomes = await loop.run_in_executor(self._thread, _write, self._connection, groups)
        except Exception as error:
            outcomes = [_named(error)] * len(together)
        for (_, kept), outcome in zip(together, outcomes, strict=True):
            if kept.done():  # whoever asked was cancelled meanwhile
                continue
            if isinstance(outcome, Exception):
                kept.set_exception(outcome)
            else:
                kept.set_result(outcome)

    async def close(self) -> None:
        """What was asked is written first."""
        if self._writing:
            await self._writing
        await asyncio.get_running_loop().run_in_executor(self._thread, self._connection.close)
        self._thread.shutdown()


def _named(error: Exception) -> Exception:
    return Unavailable(str(error)) if is_down(error) else error


def connect(path: Path, *more: str) -> sqlite3.Connection:
    """`more`: pragmas of this connection alone."""
    connection = sqlite3.connect(path, isolation_level=None, cached_statements=256, check_same_thread=False)
    try:
        for pragma in (*PRAGMAS, *more):
            connection.execute(f"PRAGMA {pragma}").close()
    except BaseException:
        connection.close()
        raise
    return connection


def _value(connection: sqlite3.Connection, sql: str) -> int:
    return int(connection.execute(sql).fetchall()[0][0])


def _changes(connection: sqlite3.Connection, sql: str) -> int:
    before = connection.total_changes
    connection.execute(sql).fetchall()
    return connection.total_changes - before


def _write(connection: sqlite3.Connection, groups: Sequence[Group]) -> list[Outcome]:
    """At first without savepoints, which take their time: a conflict is rare, and then all are written once more."""
    return _write_plainly(connection, groups) or _write_apart(connection, groups)


def _write_plainly(connection: sqlite3.Connection, groups: Sequence[Group]) -> list[Outcome] | None:
    """None where one of them can't be kept: nothing is, then."""
    outcomes: list[Outcome] = []
    with _transaction(connection):
        for group in groups:
            outcome = _write_steps(connection, group)
            if isinstance(outcome, Exception):
                connection.execute("ROLLBACK")
                return None if len(groups) > 1 else [outcome]
            outcomes.append(outcome)
    return outcomes


def _write_apart(connection: sqlite3.Connection, groups: Sequence[Group]) -> list[Outcome]:
    """Each in a savepoint of its own."""
    with _transaction(connection):
        return [_write_group(connection, group) for group in groups]


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Committed, unless it was rolled back already."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        if connection.in_transaction:
            connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _write_group(connection: sqlite3.Connection, group: Group) -> Outcome:
    connection.execute("SAVEPOINT one")
    outcome = _write_steps(connection, group)
    if isinstance(outcome, Exception):
        connection.execute("ROLLBACK TO one")
    connection.execute("RELEASE one")
    return outcome


def _write_steps(connection: sqlite3.Connection, group: Group) -> Outcome:
    changed = 0
    try:
        for sql, values, guard in group:
            count = connection.execute(sql, values).rowcount
            if count < 1 and guard:
                return guard()
            changed += max(count, 0)
    except Exception as error:
        if is_down(error):
            raise
        return error
    return changed
