"""Two processes that write to one chat are one bot to Telegram."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from storage import pace
from storage.connect import connect
from storage.pace import Pace
from tests.storage.servers import Server

GROUP, OTHER = -100, -200
PERIOD = 60.0


@pytest.fixture
async def paces(server: Server) -> AsyncIterator[tuple[Pace, Pace]]:
    address = await server.database()
    first, second = await connect(address), await connect(address)
    assert first.pace
    assert second.pace
    yield first.pace, second.pace
    await first.close()
    await second.close()


async def took(one: Pace, cost: int = 1, most: int = 4, chat: int = GROUP, period: float = PERIOD) -> bool:
    return (await one.take(chat, cost, most, period))[0] > 0


async def test_turns_taken_side_by_side_are_never_more_than_the_limit(paces: tuple[Pace, Pace]) -> None:
    tried = await asyncio.gather(*(took(paces[i % 2]) for i in range(16)))

    assert sum(tried) == 4
    assert await took(paces[0], chat=OTHER)


async def test_who_comes_too_late_learns_how_long_to_wait(paces: tuple[Pace, Pace]) -> None:
    assert await took(paces[0], cost=4)

    taken, wait = await paces[1].take(GROUP, 1, 4, PERIOD)

    assert taken == 0
    assert PERIOD - 5 < wait <= PERIOD


async def test_a_turn_is_free_again_after_the_period(paces: tuple[Pace, Pace]) -> None:
    assert await took(paces[0], most=1, period=0.05)
    async with asyncio.timeout(10):
        while True:
            taken, wait = await paces[1].take(GROUP, 1, 1, 0.05)
            if taken:
                return
            await asyncio.sleep(wait)


async def test_an_album_weighs_as_many_as_it_has_items_and_one_larger_than_the_limit_leaves(
    paces: tuple[Pace, Pace],
) -> None:
    assert await took(paces[0], cost=10)

    taken, wait = await paces[1].take(GROUP, 1, 4, PERIOD)
    assert taken == 0
    assert wait > PERIOD


async def test_a_call_that_took_long_counts_from_its_end(paces: tuple[Pace, Pace]) -> None:
    taken, _ = await paces[0].take(GROUP, 2, 4, PERIOD)
    assert await took(paces[1])

    await paces[0].lasted(GROUP, taken)

    sent = await paces[0]._pool.fetchval("SELECT sent FROM pace")
    assert len(sent) == 3
    assert all(at > taken for at in sent)


async def test_a_429_holds_every_process(paces: tuple[Pace, Pace]) -> None:
    await paces[0].hold(GROUP, 30)

    taken, wait = await paces[1].take(GROUP, 1, 4, PERIOD)

    assert taken == 0
    assert 25 < wait <= 30
    assert await took(paces[1], chat=OTHER)


async def test_chats_that_are_quiet_are_forgotten(paces: tuple[Pace, Pace], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "FORGOTTEN_EVERY", 1)
    monkeypatch.setattr(pace, "FORGOTTEN_AFTER", 10_000)
    assert await took(paces[0])
    await asyncio.sleep(0.05)

    assert await took(paces[0], chat=OTHER)

    assert not await paces[0]._pool.fetchval("SELECT count(*) FROM pace WHERE chat = $1", GROUP)
