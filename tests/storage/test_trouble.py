"""The database is in use, locked, read-only, full or gone: Unavailable, nothing half kept, and on when it is back."""

import asyncio
import resource
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from core.inbox import UpdateHandled
from core.message import MessageAdded
from core.store import Unavailable
from core.unit_of_work import Duplicate, UnitOfWork
from storage import sqlite_writer
from storage.connect import connect, sqlite_path
from storage.database import Database, InUse
from storage.queries import Query
from storage.store import SqlStore
from tests.factories import NOW, SELLER, message, opening, text, work
from tests.storage.servers import Server


async def test_a_second_process_on_the_same_file_is_refused(sqlite_url: str) -> None:
    database = await connect(sqlite_url)
    code = f"import asyncio; from storage.connect import connect; asyncio.run(connect({sqlite_url!r}))"
    second = await asyncio.to_thread(subprocess.run, [sys.executable, "-c", code], capture_output=True, text=True)
    with pytest.raises(InUse):
        await connect(sqlite_url)
    await database.close()

    assert "InUse" in second.stderr
    await (await connect(sqlite_url)).close()


async def test_a_folder_is_made(tmp_path: Path) -> None:
    await (await connect(f"sqlite:///{tmp_path / 'data' / 'deep' / 'desk.db'}")).close()


@pytest.mark.parametrize("wrong", ["a folder", "no database"])
async def test_a_file_that_can_not_be_opened(tmp_path: Path, wrong: str) -> None:
    path = tmp_path / "desk.db"
    if wrong == "a folder":
        path.mkdir()
    else:
        path.write_bytes(b"no database at all" * 1000)

    with pytest.raises(Unavailable):
        await connect(f"sqlite:///{path}")


def open_with(monkeypatch: pytest.MonkeyPatch, pragma: str) -> None:
    monkeypatch.setattr(sqlite_writer, "PRAGMAS", (*sqlite_writer.PRAGMAS, pragma))


async def test_a_locked_file_is_unavailable_until_it_is_free(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    open_with(monkeypatch, "busy_timeout=50")
    database = await connect(sqlite_url)
    store = SqlStore(database)
    with closing(sqlite3.connect(sqlite_path(sqlite_url), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Unavailable):
            await store.commit(work(UpdateHandled(1, NOW)))
        with pytest.raises(Unavailable):
            await store.next_number()
        assert await store.person(SELLER.id) is None
        other.execute("ROLLBACK")

    await store.commit(work(UpdateHandled(1, NOW)))
    await database.close()


async def test_a_read_only_file_is_unavailable(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    open_with(monkeypatch, "query_only=ON")
    database = await connect(sqlite_url)

    with pytest.raises(Unavailable):
        await SqlStore(database).commit(opening())
    assert await SqlStore(database).person(SELLER.id) is None
    await database.close()


async def test_a_full_disk_is_unavailable_and_keeps_what_was_there(sqlite_url: str) -> None:
    database = await connect(sqlite_url)
    store = SqlStore(database)
    await store.commit(opening())
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    size = sqlite_path(sqlite_url).with_name("desk.db-wal").stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 10_000, hard))
    try:
        with pytest.raises(Unavailable):
            await store.commit(large())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert await store.count_history(100_001) == 0
    await store.commit(large())
    assert await store.count_history(100_001) == 50
    await database.close()


def large() -> UnitOfWork:
    return work(*(MessageAdded(message(content=text("ё" * 4000)), None) for _ in range(50)))


@pytest.fixture
def mortal() -> Iterator[Server]:
    """A server that a test may kill."""
    server = Server()
    yield server
    server.stop()


async def led_on(database: Database) -> None:
    """Until what was leased has run out."""
    for _ in range(300):
        await database.leads()
        await asyncio.sleep(0.2)


async def test_a_killed_server_is_unavailable_until_it_is_back(mortal: Server) -> None:
    database = await connect(await mortal.database())
    store = SqlStore(database)
    await store.commit(opening())
    assert await database.leads()

    mortal.kill()
    for _ in range(3):
        with pytest.raises(Unavailable):
            await store.commit(work(UpdateHandled(1, NOW)))
        with pytest.raises(Unavailable):
            await store.person(SELLER.id)
        with pytest.raises(Unavailable):
            await store.next_number()
    with pytest.raises(Unavailable):
        await led_on(database)

    mortal.start()
    await store.commit(work(UpdateHandled(2, NOW)))
    assert await store.person(SELLER.id) == SELLER
    assert await database.leads()
    await database.close()


@pytest.mark.filterwarnings("ignore:unclosed connection:ResourceWarning")  # those that were being opened as it died
async def test_a_server_that_is_killed_in_the_middle_keeps_what_it_confirmed(mortal: Server) -> None:
    database = await connect(await mortal.database())
    store = SqlStore(database)
    commits = [asyncio.create_task(store.commit(work(UpdateHandled(number, NOW)))) for number in range(2000)]
    while sum(commit.done() for commit in commits) < 100:
        await asyncio.wait([commit for commit in commits if not commit.done()], return_when=asyncio.FIRST_COMPLETED)
    mortal.kill()
    outcomes = await asyncio.gather(*commits, return_exceptions=True)
    kept = [number for number, outcome in enumerate(outcomes) if outcome is None]
    mortal.start()

    assert kept
    assert {type(outcome) for outcome in outcomes} <= {type(None), Unavailable}
    for number in kept:
        with pytest.raises(Duplicate):
            await store.commit(work(UpdateHandled(number, NOW)))
    await database.close()


@pytest.mark.parametrize("address", ["postgresql://nobody@/none?host=/nowhere", "postgresql://a@127.0.0.1:1/none"])
async def test_a_server_that_is_not_there(address: str) -> None:
    with pytest.raises(Unavailable):
        await connect(address)


async def test_a_database_that_is_not_there(server: Server) -> None:
    with pytest.raises(Unavailable, match="does not exist"):
        await connect(server.address("no_such_database"))


async def test_a_long_read_keeps_nobody_waiting(sqlite_url: str) -> None:
    database = await connect(sqlite_url)
    store = SqlStore(database)
    await store.commit(opening())
    slow = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000000) SELECT max(i) FROM n"
    database._queries["slow"] = Query(slow, ())  # type: ignore[attr-defined]

    long_read = asyncio.create_task(database.fetch("slow"))
    for _ in range(20):
        assert await store.person(SELLER.id) == SELLER
    assert not long_read.done()

    await long_read
    await database.close()
