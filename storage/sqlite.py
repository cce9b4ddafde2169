"""SQLite: one writer, some readers, write-ahead log, every commit synced to disk."""

import asyncio
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TextIO

from core.store import Unavailable
from storage import queries
from storage.database import InUse, Row, Unfit
from storage.migrate import OLDER_SERVES, applied_in_file, migrate_sqlite, waiting
from storage.sqlite_lookups import LOOKUPS, Lookups
from storage.sqlite_readers import Readers
from storage.sqlite_writer import Step, Writer, is_down
from storage.statements import Statement

if TYPE_CHECKING:
    from storage.pace import Pace

FULL_TEXT = ("message_words", "person_words")
PAGES_AT_ONCE = 50


class SqliteDatabase:
    dialect = "sqlite"
    pace: "Pace | None" = None

    def __init__(self, path: Path, writer: Writer, readers: Readers, lookups: Lookups, held: AsyncExitStack) -> None:
        self.path = path
        self._writer = writer
        self._readers = readers
        self._lookups = lookups
        self._held = held
        self._queries = queries.load(self.dialect)

    @classmethod
    async def open(cls, path: Path, *, serves: bool = True) -> Self:
        held = AsyncExitStack()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if serves:
                held.enter_context(lock(path))
            else:
                await asyncio.to_thread(_refuse_to_upgrade_under_another, path)
            await asyncio.to_thread(migrate_sqlite, path)
            writer = await Writer.open(path)
            held.push_async_callback(writer.close)
            readers = Readers()
            await readers.open(path, held)
            lookups = Lookups(path)
            held.callback(lookups.close)
        except BaseException as error:
            await held.aclose()
            if isinstance(error, sqlite3.Error | OSError):
                raise Unavailable(str(error)) from error
            raise
        return cls(path, writer, readers, lookups, held)

    async def fetch(self, name: str, **values: Any) -> Sequence[Row]:
        query = self._queries[name]
        given = query.order(values)
        if name in LOOKUPS and (found := self._lookups.fetch(query.sql, given)) is not None:
            return found
        try:
            return await self._readers.fetch(query.sql, given)
        except sqlite3.Error as error:
            if is_down(error):
                raise Unavailable(str(error)) from error
            raise

    async def fetch_one(self, name: str, **values: Any) -> Row | None:
        rows = await self.fetch(name, **values)
        return rows[0] if rows else None

    async def next_number(self) -> int:
        return await self._writer.value(self._queries["next_number"].sql)

    async def commit(self, statements: Sequence[Statement]) -> int:
        steps: list[Step] = []
        for statement in statements:
            query = self._queries[statement.name]
            steps.append((query.sql, query.order(statement.values), statement.guard))
        return await self._writer.commit(steps)

    async def leads(self) -> int:
        return 1

    def when_called(self, called: Callable[[], None]) -> None:
        """Who is alone is not called."""

    async def call_leader(self) -> None:
        """It is this process."""

    async def purge(self) -> None:
        """Full-text indexes forget a deleted word only when they are merged: step by step, so that others may write."""
        loop = asyncio.get_running_loop()
        for index in FULL_TEXT:
            merge = f"INSERT INTO {index} ({index}, rank) VALUES ('merge', "
            await self._writer.changes(f"{merge}-{PAGES_AT_ONCE})")  # begins to merge everything
            more = True
            while more:
                began = loop.time()
                more = await self._writer.changes(f"{merge}{PAGES_AT_ONCE})") > 1
                await asyncio.sleep(loop.time() - began)
        await self._writer.changes("PRAGMA wal_checkpoint(TRUNCATE)")

    async def look_at_tables(self) -> None:
        """Readers learn of it at their next start: plans are good without, too."""
        await self._writer.changes("ANALYZE")

    def cut_off(self) -> None:
        """No server, nothing that could hang."""

    async def close(self) -> None:
        await self._held.aclose()


def _refuse_to_upgrade_under_another(path: Path) -> None:
    """Raises: Unfit."""
    if waiting(applied_in_file(path)) and _is_served(path):
        raise Unfit(OLDER_SERVES)


def _is_served(path: Path) -> bool:
    try:
        lock(path).close()
    except InUse:
        return True
    return False


def lock(path: Path) -> TextIO:
    """Held while the file serves a bot; freed by the system when the process ends, however it ends."""
    file = path.with_name(path.name + ".lock").open("w", encoding="utf-8")
    try:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except ImportError:  # no fcntl on Windows: there two processes are told apart by Telegram's 409 alone
        pass
    except BlockingIOError as error:
        file.close()
        raise InUse(str(path)) from error
    return file
