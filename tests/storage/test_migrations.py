"""The schema comes up from nothing, once, whoever else starts at the same time."""

import asyncio
from pathlib import Path

from core.person import PersonSeen
from storage.connect import connect
from storage.database import Database
from storage.migrate import newest
from storage.store import SqlStore
from tests.factories import NOW, SELLER, opening, work
from tests.storage.servers import Server


async def revisions(database: Database) -> list[str]:
    return [row["version_num"] for row in await database.fetch("revisions")]


async def test_up_from_an_empty_file(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'desk.db'}"
    for _ in range(2):
        database = await connect(url)
        assert await revisions(database) == [newest()]
        await SqlStore(database).commit(work(PersonSeen(SELLER, NOW)))
        await database.close()


async def test_up_from_an_empty_database(server: Server) -> None:
    address = await server.empty_database()
    for _ in range(2):
        database = await connect(address)
        assert await revisions(database) == [newest()]
        await SqlStore(database).commit(work(PersonSeen(SELLER, NOW)))
        await database.close()


async def test_replicas_that_start_at_once_migrate_once(server: Server) -> None:
    address = await server.empty_database()

    first, second = await asyncio.gather(connect(address), connect(address))

    assert await revisions(first) == [newest()]
    await SqlStore(first).commit(opening())
    assert await SqlStore(second).dialog(100_001)
    await first.close()
    await second.close()
