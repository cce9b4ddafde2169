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
IN_HAND = 0.5  # seconds, more than an update is


@dataclass(slots=True)
class Replica:
    bot: Bot
    cable: Cable
    port: int


@dataclass(slots=True)
class Replicas:
    desk: Trial
    parts: AsyncExitStack
    balancer: Balancer
    all: list[Replica] = field(default_factory=list)

    async def add(self, **settings: str) -> Replica:
        """Another process, which is ready."""
        cable = await self.parts.enter_async_context(Cable(self.desk.database.path))
        port = free_port()
        replica = Replica(self.desk.another_bot(), cable, port)
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

    @asynccontextmanager
    async def trouble_of(self, replica: Replica) -> AsyncIterator[None]:
        """Bystanders have nothing in its hands; who delivers what is theirs is another matter."""
        self.balancer.kept_from_them.update(self.desk.shop.of_bystanders)
        self.balancer.ailing.add(replica.port)
        await asyncio.sleep(IN_HAND)
        try:
            yield
        finally:
            self.balancer.ailing.discard(replica.port)

    async def end(self) -> None:
        for replica in self.all:
            await replica.bot.is_ready()
            await replica.bot.end()


@asynccontextmanager
async def replicas(desk: Trial) -> AsyncIterator[Replicas]:
    async with AsyncExitStack() as parts:
        yield Replicas(desk, parts, await parts.enter_async_context(balancer(desk.telegram.http)))
