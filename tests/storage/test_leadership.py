"""Of several processes on one database exactly one leads."""

import asyncio

import asyncpg
import pytest

from core.store import Unavailable
from storage import leadership
from storage.connect import connect
from storage.database import Database
from tests.storage.servers import Server


@pytest.fixture
def short_lease(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leadership, "LEASE", 0.8)
    monkeypatch.setattr(leadership, "MARGIN", 0.2)
    monkeypatch.setattr(leadership, "RENEWED_AFTER", 0.2)


def test_two_attempts_to_renew_fit_into_a_lease() -> None:
    """A connection that breaks, or a server that stalls for a moment, makes no new term."""
    assert leadership.RENEWED_AFTER + 2 * leadership.TIMEOUT <= leadership.LEASE - leadership.MARGIN


async def test_who_is_alone_leads(database: Database) -> None:
    assert await database.leads()
    assert await database.leads()


async def test_one_of_several_leads_and_another_follows(server: Server) -> None:
    address = await server.database()
    replicas = await asyncio.gather(*(connect(address) for _ in range(3)))

    for _ in range(2):
        assert sum(map(bool, [await replica.leads() for replica in replicas])) == 1
    (leader,) = [replica for replica in replicas if await replica.leads()]
    others = [replica for replica in replicas if replica is not leader]
    await leader.close()

    assert sum(map(bool, [await replica.leads() for replica in others])) == 1
    for replica in others:
        await replica.close()


async def test_a_leader_whose_connection_broke_goes_on_in_the_same_term(server: Server, short_lease: None) -> None:
    """What it has on its way is not begun anew."""
    address = await server.database()
    first, second = await connect(address), await connect(address)
    term = await first.leads()
    admin = await asyncpg.connect(address)
    await admin.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()")
    await admin.close()
    await asyncio.sleep(0.3)

    assert await first.leads() == term
    assert not await second.leads()
    await first.close()
    await second.close()


async def test_a_leader_that_sleeps_is_followed_in_seconds_and_knows_it_when_it_wakes(
    server: Server, short_lease: None
) -> None:
    address = await server.database()
    first, second = await connect(address), await connect(address)
    term = await first.leads()
    assert not await second.leads()

    await asyncio.sleep(0.9)  # nothing is asked or renewed

    assert await second.leads() == term + 1
    assert not await first.leads()
    await second.close()
    assert await first.leads() == term + 2
    await first.close()


async def test_a_leader_that_is_cut_off_leads_until_its_lease_ends_and_no_longer(
    server: Server, short_lease: None
) -> None:
    address = await server.database()
    first = await connect(address)
    assert await first.leads()

    await server.shut_out(address)
    await asyncio.sleep(0.3)
    assert await first.leads()

    await asyncio.sleep(0.4)
    with pytest.raises(Unavailable):
        await first.leads()
    await first.close()


async def test_who_follows_calls_who_leads(server: Server) -> None:
    address = await server.database()
    first, second = await connect(address), await connect(address)
    assert await first.leads()
    called = asyncio.Event()
    first.when_called(called.set)

    await second.call_leader()

    async with asyncio.timeout(1):
        await called.wait()
    await first.close()
    await second.close()
