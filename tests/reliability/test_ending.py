"""SIGTERM: the process ends soon, whatever does not answer."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.app import process
from storage import postgres
from tests.conversations.desk import open_dialog
from tests.conversations.shop import Shop
from tests.reliability.conftest import Trouble
from tests.storage.servers import Server
from tests.storage.way import Way


@pytest.fixture
async def way(server: Server, more_settings: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Way]:
    monkeypatch.setattr(process, "LAST_ANSWERS", 0.2)
    monkeypatch.setattr(postgres, "ANSWERS_WITHIN", 3600.0)  # nothing else lets go of what hangs
    async with Way.to(await server.database()) as (way, through):
        more_settings["database_url"] = through
        yield way


async def test_a_process_ends_though_its_database_has_frozen_in_the_middle_of_things(
    way: Way, shop: Shop, trouble: Trouble
) -> None:
    """A message is out, and its delivery is being kept: nothing of that is answered any more."""
    anna = await shop.seller("Анна")
    await open_dialog(anna)
    await trouble("slow", methods=["sendMessage"], chat_id=shop.group, delay_ms=300)
    stop = asyncio.Event()
    serving = asyncio.create_task(shop.app.serve(stop))
    await shop.control("send", chat_id=anna.id, from_id=anna.id, text="Где деньги?")
    while not shop.app.delivery._tasks:  # noqa: ASYNC110 -- nothing tells
        await asyncio.sleep(0.01)
    way.stall()
    await asyncio.sleep(0.5)

    stop.set()
    await serving

    await asyncio.sleep(0.1)
    assert way.connections == 0
