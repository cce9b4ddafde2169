"""Rounds of load and kills, then quiet, then the reckoning."""

import asyncio
import contextlib
import random
import sqlite3
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp
import asyncpg

from tests.torture.faults import Faults
from tests.torture.processes import Bots, free_port, sandbox
from tests.torture.reckoning import Calls, Count, count
from tests.torture.report import Report
from tests.torture.shop import TOKEN, Json, Refused, Seller, Telegram, Writer

GROUP = -1001000000001
ADMIN = 700000001
AGENTS = 5
IN_A_BURST = 10  # messages of each of
BURSTING = 30  # sellers
OF_AN_UPDATE = 3  # notices come, so that fewer updates and more notices are progress
STUCK = 45.0  # seconds in which nothing more came to rest
KILLED_WHILE_STARTING = 0.2  # share
PAUSE = (0.05, 0.4)  # seconds between two messages of one seller


@dataclass(frozen=True, slots=True)
class Plan:
    kills: int
    seconds: float
    seed: int
    sellers: int
    modes: tuple[str, ...]
    database: str
    folder: Path


@dataclass(slots=True)
class Torture:
    plan: Plan
    telegram: Telegram
    bots: Bots
    database_url: str
    chance: random.Random
    sellers: list[Seller] = field(default_factory=list)
    agents: list[int] = field(default_factory=list)
    kills: list[float] = field(default_factory=list)
    bursts: int = 0
    ended_in: list[float] = field(default_factory=list)
    calls: Calls = field(default_factory=Calls)
    faults: Faults = field(init=False)
    _until: float = field(init=False)

    async def run(self) -> Report:
        began = time.monotonic()
        await self.open_shop()
        self._until = began + self.plan.seconds
        for place, mode in enumerate(self.plan.modes):
            await self._round(mode, self._kills_of(place))
        settled = await self._settle()
        return Report(
            plan_seconds=time.monotonic() - began,
            kills=len(self.kills),
            bursts=self.bursts,
            faults=self.faults.counts,
            counts=await self._count(),
            calls=self.calls,
            errors=self.bots.errors(),
            ended_in=self.ended_in,
            settled=settled,
        )

    def _kills_of(self, place: int) -> int:
        rounds = len(self.plan.modes)
        return self.plan.kills // rounds + (place < self.plan.kills % rounds)

    # ---- the shop

    async def open_shop(self) -> None:
        await self.telegram.do("send", chat_id=ADMIN, from_id=ADMIN, text="/start")
        for i in range(AGENTS):
            person = await self.telegram.do("people", first_name=f"Агент {i}", role="agent")
            await self.telegram.do(
                "group", chat_id=GROUP, action="member", user_id=person["id"], status="administrator"
            )
            self.agents.append(person["id"])
        for i in range(self.plan.sellers):
            person = await self.telegram.do("people", first_name=f"Продавец {i}", language_code="ru", role="seller")
            self.sellers.append(Seller(self.telegram, person["id"]))
        self.faults = Faults(self.telegram, self.sellers, GROUP, self.database_url, self.chance)
        await self.bots.start(self.env("polling"))
        await self.bots.is_ready()
        for start in range(0, len(self.sellers), 10):
            await asyncio.gather(*(seller.open_dialog(GROUP) for seller in self.sellers[start : start + 10]))
        self.ended_in.append(await self.bots.end())

    def env(self, mode: str, *, paced: bool = False) -> dict[str, str]:
        env = {
            "BOT_TOKEN": TOKEN,
            "AGENT_GROUP": str(GROUP),
            "ADMIN_IDS": str(ADMIN),
            "TELEGRAM_API_URL": self.telegram.url,
            "DATABASE_URL": self.database_url,
            "WEBHOOK_URL": "",
        }
        if not paced:  # what is tried here are faults, not limits
            env |= {"GROUP_PER_MINUTE": "0", "CHAT_BURST": "0"}
        if mode == "webhook":
            port = free_port()
            env |= {"WEBHOOK_URL": f"http://127.0.0.1:{port}/hook", "LISTEN": f"127.0.0.1:{port}"}
        return env

    # ---- a round

    async def _round(self, mode: str, kills: int) -> None:
        env = self.env(mode)
        await self.bots.start(env)
        load = [asyncio.create_task(self._seller(seller)) for seller in self.sellers]
        load += [asyncio.create_task(self._agent(agent, i)) for i, agent in enumerate(self.agents)]
        load.append(asyncio.create_task(self.faults.run()))
        try:
            for _ in range(kills):
                if time.monotonic() > self._until:
                    break
                await (self._kill_after_a_burst() if len(self.kills) % 2 else self._kill_some_time())
                await self.bots.start(env)
                await self._read_calls()
        finally:
            for task in load:
                task.cancel()
            ended = await asyncio.gather(*load, return_exceptions=True)
        for error in ended:
            if isinstance(error, Exception):
                raise error
        await self.bots.is_ready()
        await asyncio.sleep(2)
        self.ended_in.append(await self.bots.end())

    async def _kill_some_time(self) -> None:
        if self.chance.random() < KILLED_WHILE_STARTING:
            await asyncio.sleep(self.chance.uniform(0.0, 0.5))
        else:
            await self.bots.is_ready()
            await asyncio.sleep(self.chance.uniform(0.2, 4.0))
        await self._kill()

    async def _kill_after_a_burst(self) -> None:
        """30 to 300 ms after many messages at once."""
        await self.bots.is_ready()
        await asyncio.sleep(self.chance.uniform(0.2, 2.0))
        chosen = self.chance.sample(self.sellers, min(BURSTING, len(self.sellers)))
        await asyncio.gather(*(self._burst(seller) for seller in chosen))
        await asyncio.sleep(self.chance.uniform(0.03, 0.3))
        self.bursts += 1
        await self._kill()

    async def _burst(self, seller: Seller) -> None:
        for _ in range(IN_A_BURST):
            if not seller.is_away:
                with contextlib.suppress(Refused):
                    await seller.writes.write(seller.id)

    async def _kill(self) -> None:
        self.kills.append(time.time())
        await self.bots.kill()

    async def _seller(self, seller: Seller) -> None:
        chance = random.Random(self.chance.random())
        while True:
            await asyncio.sleep(chance.uniform(*PAUSE) * len(self.sellers) / 5)
            if not seller.is_away:
                with contextlib.suppress(Refused):  # blocked the bot just now
                    await _something(seller.writes, seller.id, chance)

    async def _agent(self, agent: int, place: int) -> None:
        chance = random.Random(self.chance.random())
        mine = self.sellers[place :: len(self.agents)]
        while True:
            await asyncio.sleep(chance.uniform(*PAUSE) * 2)
            if not self.faults.bot_is_out:
                with contextlib.suppress(Refused):
                    await _something(chance.choice(mine).is_answered, agent, chance)

    # ---- the end

    async def _settle(self) -> bool:
        """Until nothing waits, at Telegram or in the outbox."""
        await self.faults.calm()
        await self.bots.start(self.env("polling"))
        await self.bots.is_ready()
        fewest, seen_at, quiet = float("inf"), time.monotonic(), 0
        while quiet < 3 and time.monotonic() < seen_at + STUCK:
            await asyncio.sleep(0.7)
            await self._read_calls()
            waits = await self.telegram.updates_waiting() * OF_AN_UPDATE + await _outbox_waits(self.database_url)
            quiet = 0 if waits else quiet + 1
            if waits < fewest:
                fewest, seen_at = waits, time.monotonic()
        self.ended_in.append(await self.bots.end())
        await self._read_calls()
        return quiet >= 3

    async def _read_calls(self) -> None:
        self.calls.read(await self.telegram.look("calls", since=self.calls.next))

    async def _count(self) -> dict[str, Count]:
        to_sellers, to_agents = Count(), Count()
        in_group = await self.telegram.messages(GROUP)
        marks = {message["message_id"]: message.get("_reactions", []) for message in in_group}
        why = (self.calls, self.faults.lost_answers, self.kills)
        for seller in self.sellers:
            to_agents.add(count(seller.writes.way, _of_bot(in_group), *why))
            with_seller = await self.telegram.messages(seller.id)
            to_sellers.add(count(seller.is_answered.way, _of_bot(with_seller), *why, marks))
        return {"seller → agents": to_agents, "agents → seller": to_sellers}


def _of_bot(messages: list[Json]) -> list[Json]:
    return [message for message in messages if message.get("from", {}).get("is_bot")]


async def _something(writer: Writer, from_id: int, chance: random.Random) -> None:
    match chance.choices(("text", "file", "album", "edit"), (70, 8, 7, 15))[0]:
        case "text":
            await writer.write(from_id)
        case "file":
            await writer.write(from_id, kind=chance.choice(("photo", "document")))
        case "album":
            await writer.write(from_id, count=chance.randint(2, 6), kind=chance.choice(("photo", "document")))
        case "edit":
            await writer.edit(from_id, chance)


async def _outbox_waits(url: str) -> int:
    sql = "SELECT count(*) FROM outbox WHERE state = 0"
    if url.startswith("sqlite"):
        with contextlib.closing(sqlite3.connect(url.removeprefix("sqlite:///"), timeout=5)) as connection:
            return int(connection.execute(sql).fetchone()[0])
    connection = await asyncpg.connect(url)
    try:
        return int(await connection.fetchval(sql))
    finally:
        await connection.close()


@asynccontextmanager
async def database(plan: Plan) -> AsyncIterator[str]:
    if plan.database == "sqlite":
        yield f"sqlite:///{plan.folder / 'desk.db'}"
        return
    from tests.storage.servers import Server

    server = Server()
    try:
        yield await server.database()
    finally:
        server.stop()


async def torture(plan: Plan) -> Report:
    async with (
        database(plan) as database_url,
        sandbox(plan.folder) as url,
        Bots.ready(plan.folder) as bots,
        aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=200)) as http,
    ):
        return await Torture(plan, Telegram(url, http), bots, database_url, random.Random(plan.seed)).run()
