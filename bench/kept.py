"""Filled databases, and copies to measure on: filling both with a million dialogs takes a quarter of an hour or so."""

import os
import shutil
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import asyncpg

from bench.filling import fill
from tests.storage.servers import Server

Copy = Callable[[int], Awaitable[str]]  # how many dialogs -> the address of a database with so many


@contextmanager
def on_sqlite(kept: Path) -> Iterator[Copy]:
    with TemporaryDirectory(dir=kept) as folder:

        async def copy(dialogs: int) -> str:
            filled, filling = kept / f"{dialogs}.db", Path(folder, "filling.db")
            if not filled.exists():
                await fill(f"sqlite:///{filling}", dialogs)
                shutil.move(filling, filled)
            copied = shutil.copy(filled, folder)
            os.sync()  # or the first checkpoint would wait for the whole of it
            return f"sqlite:///{copied}"

        yield copy


@contextmanager
def on_postgres(kept: Path) -> Iterator[Copy]:
    server = Server(kept / "postgresql")

    async def copy(dialogs: int) -> str:
        filled, measured = f"filled_{dialogs}", f"measured_{dialogs}"
        connection = await asyncpg.connect(server.address("postgres"))
        try:
            if not await connection.fetchval("SELECT 1 FROM pg_database WHERE datname = $1", filled):
                await _anew(connection, "filling", "template1")
                await fill(server.address("filling"), dialogs)
                await connection.execute(f"ALTER DATABASE filling RENAME TO {filled}")
            await _anew(connection, measured, f"{filled} STRATEGY file_copy")
        finally:
            await connection.close()
        return server.address(measured)

    try:
        yield copy
    finally:
        server.stop()


async def _anew(connection: "asyncpg.Connection[asyncpg.Record]", name: str, template: str) -> None:
    await connection.execute(f"DROP DATABASE IF EXISTS {name}")
    await connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
