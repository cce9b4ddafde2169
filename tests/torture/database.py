"""The database of one round, and what the judge asks of it."""

import contextlib
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import asyncpg


@dataclass(frozen=True, slots=True)
class Database:
    url: str

    @property
    def is_sqlite(self) -> bool:
        return self.url.startswith("sqlite")

    @property
    def path(self) -> str:
        """The file, or the socket."""
        if self.is_sqlite:
            return self.url.removeprefix("sqlite:///")
        return parse_qs(urlsplit(self.url).query)["host"][0] + "/.s.PGSQL.5432"

    def behind(self, port: int) -> str:
        """Its address for who reaches it over this port of this machine."""
        return f"postgresql://postgres@127.0.0.1:{port}{urlsplit(self.url).path}"

    async def waiting(self) -> int:
        """Notices that wait in the outbox, and updates in the inbox."""
        outbox = await self.rows("SELECT count(*) FROM outbox WHERE state = 0")
        inbox = await self.rows("SELECT count(*) FROM inbox WHERE state = 0")
        return int(outbox[0][0]) + int(inbox[0][0])

    async def statuses(self) -> dict[int, str]:
        return {int(number): str(status) for number, status in await self.rows("SELECT number, status FROM dialog")}

    async def leader(self) -> str | None:
        """Who delivers; None where the lease has ended."""
        found = await self.rows("SELECT owner FROM lease WHERE until > extract(epoch FROM clock_timestamp()) * 1000")
        return str(found[0][0]) if found else None

    async def rows(self, sql: str) -> list[tuple[Any, ...]]:
        if self.is_sqlite:
            with contextlib.closing(sqlite3.connect(self.path, timeout=5)) as connection:
                return connection.execute(sql).fetchall()
        connection = await asyncpg.connect(self.url)
        try:
            return [tuple(row) for row in await connection.fetch(sql)]
        finally:
            await connection.close()


@asynccontextmanager
async def database(kind: str, folder: Path) -> AsyncIterator[Database]:
    if kind == "sqlite":
        yield Database(f"sqlite:///{folder / 'desk.db'}")
        return
    from tests.storage.servers import Server

    server = Server()
    try:
        yield Database(await server.database())
    finally:
        server.stop()
