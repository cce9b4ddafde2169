"""SQLite's readers: a long read, such as a year's figures, keeps one of them busy, and nobody else waits behind it."""

import asyncio
import sqlite3
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiosqlite

from storage.database import Row
from storage.sqlite_writer import PRAGMAS

READERS = 2
FOR_READING = ("cache_size=-2000", "query_only=ON")  # KB: the system keeps the file's pages anyway
LONG = 0.02  # seconds: a read that has taken so long may take many more


@dataclass(slots=True)
class Reader:
    connection: aiosqlite.Connection
    asked: int = 0  # reads that it has to do
    began_at: float = 0.0  # the one that it is at, by the loop's clock

    def busy(self, now: float) -> tuple[bool, int]:
        """The least of these comes soonest to another read."""
        return self.asked > 0 and now - self.began_at > LONG, self.asked


class Readers:
    def __init__(self) -> None:
        self._readers: list[Reader] = []

    async def open(self, path: Path, held: AsyncExitStack) -> None:
        """`held` closes what was opened."""
        for _ in range(READERS):
            connection = aiosqlite.connect(path, isolation_level=None, cached_statements=256)
            await held.enter_async_context(connection)
            connection.row_factory = sqlite3.Row
            for pragma in (*PRAGMAS, *FOR_READING):
                await connection.execute_fetchall(f"PRAGMA {pragma}")
            self._readers.append(Reader(connection))

    async def fetch(self, sql: str, values: Sequence[Any]) -> list[Row]:
        loop = asyncio.get_running_loop()
        now = loop.time()
        reader = min(self._readers, key=lambda each: each.busy(now))
        if not reader.asked:
            reader.began_at = now
        reader.asked += 1
        try:
            return list(await reader.connection.execute_fetchall(sql, values))  # type: ignore[arg-type]
        finally:
            reader.asked -= 1
            reader.began_at = loop.time()
