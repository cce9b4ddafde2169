"""A process ends though its PostgreSQL does not answer: what hangs is let go, and no connection is left behind."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from core.store import Unavailable
from storage.connect import connect
from storage.database import Database
from tests.storage.servers import Server
from tests.storage.way import Way


@pytest.fixture
async def stalling(server: Server) -> AsyncIterator[tuple[Database, Way]]:
    address = await server.database()
    async with Way.to(address) as (way, through):
        database = await connect(through)
        yield database, way
        await database.close()


async def left_open(way: Way) -> int:
    """Connections, once the other end has had its turn to see them closed."""
    for _ in range(20):
        if not way.connections:
            break
        await asyncio.sleep(0.05)
    return way.connections


async def test_a_close_lets_go_of_what_hangs(stalling: tuple[Database, Way]) -> None:
    database, way = stalling
    assert await database.leads()
    await database.fetch("count_set_aside")
    way.stall()
    hanging = asyncio.create_task(database.fetch("count_set_aside"))
    await asyncio.sleep(0.05)

    await database.close()

    with pytest.raises(Unavailable):
        await hanging
    assert await left_open(way) == 0


async def test_what_was_cancelled_and_waits_for_its_rollback_is_let_go(stalling: tuple[Database, Way]) -> None:
    database, way = stalling
    await database.fetch("count_set_aside")
    way.stall()
    hanging = asyncio.create_task(database.commit([]))
    await asyncio.sleep(0.05)
    hanging.cancel()
    await asyncio.sleep(0.05)
    assert not hanging.done()

    database.cut_off()

    await asyncio.wait([hanging])
    assert await left_open(way) == 0


async def test_who_has_closed_leads_no_more(stalling: tuple[Database, Way]) -> None:
    database, _ = stalling
    assert await database.leads()
    await database.close()

    assert not await database.leads()
