"""One desk in one round: from the opening of the shop to the reckoning."""

import asyncio
import random
import shutil
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass, field

import aiohttp

from tests.torture.calls import Calls
from tests.torture.database import Database, database
from tests.torture.plan import Plan
from tests.torture.processes import Bot, Nursery, free_port, sandbox
from tests.torture.reckoning import Count, Evidence, Home, count, last_words
from tests.torture.report import Report
from tests.torture.shop import ADMIN, GROUP, Shop
from tests.torture.telegram import TOKEN, Telegram
from tests.torture.windows import Window

OF_AN_UPDATE = 3  # notices come, so that fewer updates and more notices are progress
STUCK = 60.0  # seconds in which nothing more came to rest
BEFORE_A_KILL = 2.0  # seconds in which what was done may not have been kept yet
AFTER_A_KILL = 1.0  # what was on its way then may be done a little later


@dataclass(slots=True)
class Trial:
    plan: Plan
    telegram: Telegram
    nursery: Nursery
    database: Database
    chance: random.Random
    shop: Shop
    bot: Bot
    bots: list[Bot] = field(default_factory=list)  # all of them
    unsure: list[Window] = field(default_factory=list)  # when what was done may not have been kept
    everybody_waits: list[Window] = field(default_factory=list)  # for what is nobody else's trouble
    happened: Counter[str] = field(default_factory=Counter)
    calls: Calls = field(default_factory=Calls)
    began: float = field(default_factory=time.monotonic)
    settled: bool = True

    def env(self, mode: str = "polling", **more: str) -> dict[str, str]:
        """Without the limits' pace: what is tried are faults."""
        env = {
            "BOT_TOKEN": TOKEN,
            "AGENT_GROUP": str(GROUP),
            "ADMIN_IDS": str(ADMIN),
            "TELEGRAM_API_URL": self.telegram.url,
            "DATABASE_URL": self.database.url,
            "DATA_DIR": str(self.plan.folder),
            "WEBHOOK_URL": "",
            "GROUP_PER_MINUTE": "0",
            "CHAT_BURST": "0",
        }
        if mode == "webhook":
            port = free_port()
            env |= {"WEBHOOK_URL": f"http://127.0.0.1:{port}/hook", "LISTEN": f"127.0.0.1:{port}"}
        return env | more

    @contextmanager
    def nothing_kept(self, *, longer: float = 1.0) -> Iterator[None]:
        """What is done meanwhile, and a moment before and after, may be done once more."""
        window = Window(time.time() - 1)
        self.unsure.append(window)
        try:
            yield
        finally:
            window.until = time.time() + longer

    @contextmanager
    def everybodys_trouble(self, *, longer: float = 0.0) -> Iterator[None]:
        """Nobody is a bystander meanwhile."""
        window = Window(time.time())
        self.everybody_waits.append(window)
        try:
            yield
        finally:
            window.until = time.time() + longer

    def another_bot(self) -> Bot:
        bot = Bot(self.nursery, self.plan.folder / f"bot{len(self.bots)}.log")
        self.bots.append(bot)
        return bot

    @asynccontextmanager
    async def running(self, env: dict[str, str]) -> AsyncIterator[None]:
        """The one bot, from its start to SIGTERM."""
        await self.bot.start(env)
        await self.bot.is_ready()
        yield
        await self.bot.is_ready()
        await self.bot.end()

    async def trouble(self, *rules: dict[str, object]) -> None:
        await self.telegram.do("trouble", rules=list(rules), delay_ms=0, outage_seconds=0)

    # ---- the end

    async def settle(self) -> None:
        """Until nothing waits, at Telegram, in the inbox or in the outbox, and the last mark is set."""
        await self.trouble()
        fewest, seen_at, quiet, marks = float("inf"), time.monotonic(), 0, -1
        while quiet < 3 and time.monotonic() < seen_at + STUCK:
            await asyncio.sleep(0.7)
            await self.read_calls()
            waits = await self.telegram.updates_waiting() * OF_AN_UPDATE + await self.database.waiting()
            marks, before = self.calls.methods["setMessageReaction"], marks
            quiet = 0 if waits or marks > before else quiet + 1
            if waits < fewest or marks > before:
                fewest, seen_at = waits, time.monotonic()
        self.settled = quiet >= 3

    async def read_calls(self) -> None:
        self.calls.read(await self.telegram.look("calls", since=self.calls.next))

    async def reckon(self, *notes: str) -> Report:
        await self.read_calls()
        self.calls.write_down(self.plan.folder / "posts.log")
        counts, broken = await self._count()
        theirs = [*self.everybody_waits, *self.bot.away]
        return Report(
            seconds=time.monotonic() - self.began,
            counts=counts,
            took=[took for seller in self.shop.everybody for way in seller.ways for took in self.calls.took(way)],
            waits=[
                took for seller in self.shop.bystanders for way in seller.ways for took in self.calls.took(way, theirs)
            ],
            patience=self.plan.patience,
            broken=broken,
            happened=self.happened,
            calls=self.calls,
            errors=[line for bot in self.bots for line in bot.errors()],
            ended_in=[took for bot in self.bots for took in bot.ended_in],
            settled=self.settled,
            notes=notes,
        )

    async def _count(self) -> tuple[dict[str, Count], list[str]]:
        """Both directions, and each dialog whose status is not what its last word says."""
        evidence, home, statuses = await self._evidence(), await self._home(), await self.database.statuses()
        counts, broken = {"seller → agents": Count(), "agents → seller": Count()}, []
        for seller in self.shop.everybody:
            given_up = set[str]()
            for total, way in zip(counts.values(), seller.ways, strict=True):
                found = count(way, evidence, home)
                given_up |= set(found.given_up)
                total.add(found)
            status, expected = statuses[seller.number], last_words(seller.ways, given_up)
            if expected and status != expected:
                broken.append(f"{seller.number} is {status}, its last word says {expected}")
        return counts, broken

    async def _evidence(self) -> Evidence:
        kills = [Window(at - BEFORE_A_KILL, at + AFTER_A_KILL) for bot in self.bots for at in bot.kills]
        evidence = Evidence(self.calls, [*self.unsure, *kills], self.shop.left)
        for chat_id in (*self.shop.groups.values(), *self.shop.left, *(seller.id for seller in self.shop.everybody)):
            evidence.look_at(await self.telegram.messages(chat_id))
        return evidence

    async def _home(self) -> Home:
        sellers = {seller.number: seller.id for seller in self.shop.everybody}
        groups = {*self.shop.groups.values(), *self.shop.left}
        threads = {
            (group, topic["message_thread_id"]): str(topic["name"])
            for group in groups
            for topic in await self.telegram.topics(group)
        }
        return Home(sellers, threads, groups)


@asynccontextmanager
async def trial(plan: Plan, kind: str | None = None) -> AsyncIterator[Trial]:
    """`kind` of the database, where the round needs a certain one."""
    shutil.rmtree(plan.folder, ignore_errors=True)  # what was kept of an earlier run
    plan.folder.mkdir(parents=True)
    async with AsyncExitStack() as parts:
        kept = await parts.enter_async_context(database(kind or plan.database, plan.folder))
        url = await parts.enter_async_context(sandbox(plan.folder))
        nursery = await parts.enter_async_context(Nursery.ready(plan.folder))
        connector = aiohttp.TCPConnector(limit=200)
        http = await parts.enter_async_context(aiohttp.ClientSession(connector=connector))
        telegram, chance = Telegram(url, http), random.Random(plan.seed)
        made = Trial(
            plan, telegram, nursery, kept, chance, Shop(telegram, chance), Bot(nursery, plan.folder / "bot.log")
        )
        made.bots.append(made.bot)
        try:
            yield made
        finally:
            for bot in made.bots:
                bot.thaw()
                await bot.kill()
