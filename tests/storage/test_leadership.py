"""Of several processes on one database exactly one leads."""

import asyncio

import asyncpg

from storage.connect import connect
from storage.database import Database
from tests.storage.servers import Server


async def test_who_is_alone_leads(database: Database) -> None:
    assert await database.leads()
    assert await database.leads()


async def test_one_of_several_leads_and_another_follows(server: Server) -> None:
    address = await server.database()
    replicas = await asyncio.gather(*(connect(address) for _ in range(3)))

    for _ in range(2):
        assert sum([await replica.leads() for replica in replicas]) == 1
    (leader,) = [replica for replica in replicas if await replica.leads()]
    others = [replica for replica in replicas if replica is not leader]
    await leader.close()

    assert sum([await replica.leads() for replica in others]) == 1
    for replica in others:
        await replica.close()


async def test_a_leader_whose_connection_died_leads_no_more_until_it_is_free_again(server: Server) -> None:
    address = await server.database()
    first, second = await connect(address), await connect(address)
    assert await first.leads()
    admin = await asyncpg.connect(address)
    await admin.execute("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'")
    await admin.close()

    assert await second.leads()
    assert not await first.leads()

    await second.close()
    assert await first.leads()
    await first.close()
