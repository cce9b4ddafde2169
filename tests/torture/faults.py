"""Everything that fails, at random: Telegram, the way to it, the group, sellers who leave, the database."""

import asyncio
import contextlib
import random
import sqlite3
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field

import asyncpg

from tests.torture.shop import Json, Seller, Telegram


@dataclass(slots=True)
class Window:
    """When answers to sends were lost, by the sandbox's clock."""

    since: float
    until: float = float("inf")


@dataclass(slots=True)
class Faults:
    telegram: Telegram
    sellers: list[Seller]
    group: int
    database_url: str
    chance: random.Random
    counts: Counter[str] = field(default_factory=Counter)
    lost_answers: list[Window] = field(default_factory=list)
    bot_is_out: bool = False

    async def run(self) -> None:
        """One after another, until cancelled."""
        kinds = (self.too_many, self.server_errors, self.lost_requests, self.lost_answers_for_a_while, self.slow,
                 self.outage, self.closed_topic, self.no_rights, self.out_of_the_group, self.seller_leaves,
                 self.database_locked)  # fmt: skip
        while True:
            fault: Callable[[], Awaitable[None]] = self.chance.choice(kinds)
            self.counts[fault.__name__] += 1
            try:
                await fault()
            finally:
                await asyncio.shield(self.calm())
            await asyncio.sleep(self.chance.uniform(0.2, 1.0))

    async def calm(self) -> None:
        await self.telegram.do("trouble", rules=[], delay_ms=0, outage_seconds=0)

    async def _rules(self, *rules: Json, seconds: float = 2.0) -> None:
        await self.telegram.do("trouble", rules=list(rules))
        await asyncio.sleep(seconds)

    async def too_many(self) -> None:
        await self._rules({"fault": "429", "share": 0.3, "retry_after": self.chance.randint(1, 3)})

    async def server_errors(self) -> None:
        await self._rules({"fault": "500", "share": 0.2}, {"fault": "502", "share": 0.2})

    async def lost_requests(self) -> None:
        await self._rules({"fault": "drop_before", "share": 0.3})

    async def lost_answers_for_a_while(self) -> None:
        with self._lost():
            await self._rules({"fault": "drop_after", "share": 0.2}, seconds=1.0)

    async def slow(self) -> None:
        await self._rules({"fault": "slow", "share": 0.2, "delay_ms": 800})

    async def outage(self) -> None:
        """What is being done at its first moment is done, and its answer lost."""
        with self._lost():
            await self.telegram.do("trouble", outage_seconds=self.chance.randint(1, 4))
        await asyncio.sleep(3)

    @contextlib.contextmanager
    def _lost(self) -> Iterator[None]:
        window = Window(since=time.time())
        self.lost_answers.append(window)
        try:
            yield
        finally:
            window.until = time.time()

    async def closed_topic(self) -> None:
        thread = self.chance.choice(self.sellers).is_answered.thread_id
        for action in ("close", "reopen"):
            await self.telegram.do("topic", chat_id=self.group, message_thread_id=thread, action=action)
            await asyncio.sleep(1)

    async def no_rights(self) -> None:
        for may in (False, True):
            rights = {"can_manage_topics": may, "can_pin_messages": may}
            await self.telegram.do("group", chat_id=self.group, action="rights", rights=rights)
            await asyncio.sleep(1.5)

    async def out_of_the_group(self) -> None:
        """What agents write meanwhile Telegram hands to nobody: they write nothing."""
        self.bot_is_out = True
        await asyncio.sleep(0.5)
        try:
            await self.telegram.do("group", chat_id=self.group, action="remove_bot")
            await asyncio.sleep(1.5)
        finally:
            await asyncio.shield(self._back())

    async def _back(self) -> None:
        await self.telegram.do("group", chat_id=self.group, action="member", status="administrator")
        self.bot_is_out = False

    async def seller_leaves(self) -> None:
        seller = self.chance.choice(self.sellers)
        seller.is_away = True
        try:
            await self.telegram.change_person(seller.id, blocked=True)
            await asyncio.sleep(2)
        finally:
            await asyncio.shield(self.telegram.change_person(seller.id, blocked=False))
            seller.is_away = False

    async def database_locked(self) -> None:
        if self.database_url.startswith("sqlite"):
            await asyncio.to_thread(_lock, self.database_url.removeprefix("sqlite:///"), self.chance.uniform(0.5, 6.5))
            return
        admin = await asyncpg.connect(self.database_url)
        await admin.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()")
        await admin.close()


def _lock(path: str, seconds: float) -> None:
    with contextlib.closing(sqlite3.connect(path, timeout=5, isolation_level=None)) as connection:
        try:
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:  # the bot holds it
            return
        time.sleep(seconds)
        connection.execute("ROLLBACK")
