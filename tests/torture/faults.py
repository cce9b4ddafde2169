"""Everything that fails, at random: Telegram, the way to it, the group, sellers who leave, the database."""

import asyncio
import contextlib
import sqlite3
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import asyncpg

from tests.torture.database import Database
from tests.torture.shop import GROUP
from tests.torture.spared import EARS, bystanders
from tests.torture.telegram import Json
from tests.torture.trial import Trial


@dataclass(frozen=True, slots=True)
class Faults:
    desk: Trial

    async def run(self) -> None:
        """One after another, until cancelled."""
        kinds = (self.too_many, self.server_errors, self.lost_requests, self.lost_answers, self.slow,
                 self.outage, self.closed_topic, self.no_rights, self.out_of_the_group, self.seller_leaves,
                 self.database_locked)  # fmt: skip
        while True:
            fault: Callable[[], Awaitable[None]] = self.desk.chance.choice(kinds)
            self.desk.happened[fault.__name__] += 1
            try:
                await fault()
            finally:
                await asyncio.shield(self.desk.trouble())
            await asyncio.sleep(self.desk.chance.uniform(0.2, 1.0))

    async def _rules(self, *rules: Json, seconds: float = 2.0) -> None:
        await self.desk.trouble(*bystanders(self.desk), *rules)
        await asyncio.sleep(seconds)

    async def too_many(self) -> None:
        await self._rules(EARS, {"fault": "429", "share": 0.3, "retry_after": self.desk.chance.randint(1, 3)})

    async def server_errors(self) -> None:
        await self._rules({"fault": "500", "share": 0.2}, {"fault": "502", "share": 0.2})

    async def lost_requests(self) -> None:
        await self._rules({"fault": "drop_before", "share": 0.3})

    async def lost_answers(self) -> None:
        await self._rules({"fault": "drop_after", "share": 0.2}, seconds=1.0)

    async def slow(self) -> None:
        await self._rules({"fault": "slow", "share": 0.2, "delay_ms": 800})

    async def outage(self) -> None:
        """What is being done at its first moment is done, and its answer lost."""
        seconds = self.desk.chance.randint(1, 4)
        with self.desk.everybodys_trouble():
            await self.desk.telegram.do("trouble", outage_seconds=seconds)
            await asyncio.sleep(seconds)
        await asyncio.sleep(max(3 - seconds, 0))

    async def closed_topic(self) -> None:
        place = self.desk.chance.choice(self.desk.shop.sellers).is_answered.place
        for action in ("close", "reopen"):
            await self.desk.telegram.do(
                "topic", chat_id=place.chat_id, message_thread_id=place.thread_id, action=action
            )
            await asyncio.sleep(1)

    async def no_rights(self) -> None:
        for may in (False, True):
            rights = {"can_manage_topics": may, "can_pin_messages": may}
            await self._group("rights", rights=rights)
            await asyncio.sleep(1.5)

    async def out_of_the_group(self) -> None:
        """What agents write meanwhile Telegram hands to nobody: they write nothing."""
        self.desk.shop.bot_is_out = True
        await asyncio.sleep(0.5)
        try:
            await self._group("remove_bot")
            await asyncio.sleep(1.5)
        finally:
            await asyncio.shield(self._back())

    async def _back(self) -> None:
        await self._group("member", status="administrator")
        self.desk.shop.bot_is_out = False

    async def _group(self, action: str, **how: object) -> None:
        await self.desk.telegram.do("group", chat_id=GROUP, action=action, **how)

    async def seller_leaves(self) -> None:
        seller = self.desk.chance.choice(self.desk.shop.sellers)
        seller.is_away = True
        try:
            await self.desk.telegram.change_person(seller.id, blocked=True)
            await asyncio.sleep(2)
        finally:
            await asyncio.shield(self.desk.telegram.change_person(seller.id, blocked=False))
            seller.is_away = False

    async def database_locked(self) -> None:
        with self.desk.nothing_kept(), self.desk.everybodys_trouble():
            await lock(self.desk.database, self.desk.chance.uniform(0.5, 6.5))


async def lock(database: Database, seconds: float) -> None:
    """SQLite by somebody else's transaction; PostgreSQL loses its connections."""
    if database.is_sqlite:
        await asyncio.to_thread(_lock, database.path, seconds)
        return
    admin = await asyncpg.connect(database.url)
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
