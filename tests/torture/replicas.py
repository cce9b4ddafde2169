"""Several processes on one PostgreSQL, behind one webhook."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field

from tests.torture.balancer import Balancer, balancer
from tests.torture.cable import Cable
from tests.torture.processes import Bot, free_port
from tests.torture.trial import Trial

LEADS_WITHIN = 30.0  # seconds


@dataclass(slots=True)
class Replica:
    bot: Bot
    cable: Cable


@dataclass(slots=True)
class Replicas:
    desk: Trial
    parts: AsyncExitStack
    balancer: Balancer
    all: list[Replica] = field(default_factory=list)

    async def add(self, **settings: str) -> Replica:
        """Another process, which is ready."""
        cable = await self.parts.enter_async_context(Cable(self.desk.database.path))
        replica = Replica(self.desk.another_bot(), cable)
        port = free_port()
        self.balancer.add(port)
        await replica.bot.start(
            self.desk.env(
                DATABASE_URL=self.desk.database.behind(cable.port),
                WEBHOOK_URL=self.balancer.url,
                LISTEN=f"127.0.0.1:{port}",
                DATA_DIR=str(self.desk.plan.folder / f"data{port}"),
                **settings,
            )
        )
        await replica.bot.is_ready()
        self.all.append(replica)
        return replica

    async def leader(self) -> Replica:
        async with asyncio.timeout(LEADS_WITHIN):
            while True:
                for replica in self.all:
                    if replica.bot.is_alive and replica.bot.last_said("leads", "follows") == "leads":
                        return replica
                await asyncio.sleep(0.1)

    async def follower(self) -> Replica:
        leader = await self.leader()
        return self.desk.chance.choice([replica for replica in self.all if replica is not leader])

    async def end(self) -> None:
        for replica in self.all:
            await replica.bot.is_ready()
            await replica.bot.end()


@asynccontextmanager
async def replicas(desk: Trial) -> AsyncIterator[Replicas]:
    async with AsyncExitStack() as parts:
        yield Replicas(desk, parts, await parts.enter_async_context(balancer(desk.telegram.http)))
