"""SIGTERM: the process ends soon, whatever does not answer."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest

from bot.app import process
from tests.conversations.desk import open_dialog
from tests.conversations.shop import Shop
from tests.storage.servers import Server
from tests.storage.way import Way


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.stop()


@pytest.fixture
async def way(server: Server, more_settings: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Way]:
    monkeypatch.setattr(process, "LAST_ANSWERS", 0.2)
    async with Way.to(await server.database()) as (way, through):
        more_settings["database_url"] = through
        yield way


async def test_a_process_ends_though_its_database_has_frozen_in_the_middle_of_things(way: Way, shop: Shop) -> None:
    """A delivery is being kept, an update is being handled; nothing of it is answered any more."""
    anna = await shop.seller("Анна")
    await open_dialog(anna)
    stop = asyncio.Event()
    serving = asyncio.create_task(shop.app.serve(stop))
    await asyncio.sleep(0.5)
    await shop.control("send", chat_id=anna.id, from_id=anna.id, text="Где деньги?")
    way.stall()
    await asyncio.sleep(0.5)

    stop.set()
    await serving

    await asyncio.sleep(0.1)
    assert way.connections == 0
