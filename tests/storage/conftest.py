"""Each test runs on both databases. PostgreSQL starts when the first test asks for it."""

import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from storage.connect import connect
from storage.database import Database
from storage.migrate import migrate_sqlite
from storage.store import SqlStore
from tests.storage.servers import Server


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def schema(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with the whole schema, to copy: that saves each test the migration."""
    path = tmp_path_factory.mktemp("schema") / "desk.db"
    migrate_sqlite(path)
    return path


@pytest.fixture
def sqlite_url(schema: Path, tmp_path: Path) -> str:
    return f"sqlite:///{shutil.copy(schema, tmp_path / 'desk.db')}"


@pytest.fixture(params=["sqlite", "postgresql"])
async def url(request: pytest.FixtureRequest, sqlite_url: str) -> AsyncIterator[str]:
    if request.param == "sqlite":
        yield sqlite_url
        return
    server: Server = request.getfixturevalue("server")
    address = await server.database()
    yield address
    await server.drop(address)


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    database = await connect(url)
    yield database
    await database.close()


@pytest.fixture
async def store(database: Database) -> SqlStore:
    return SqlStore(database)
