"""A shop: its groups and agents, its sellers, and what they all write."""

import asyncio
import contextlib
import random
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from core.catalogue import dump, parse
from core.catalogue.edit import routed, with_category
from core.desk import replace_catalogue
from core.unit_of_work import UnitOfWork
from storage.connect import connect
from storage.store import SqlStore
from tests.torture.database import Database
from tests.torture.people import Seller, Writer
from tests.torture.processes import ROOT
from tests.torture.telegram import Json, Refused, Telegram

GROUP = -1001000000001
ADMIN = 700000001
TOPIC, OTHER_TOPIC, BASIC_TOPIC = "return-defect", "an-sales", "claim-idea"
CATEGORIES = {"other": "analytics", "basic": "claims"}  # and the groups that they are routed to
AGENTS = 5
OPENED_TOGETHER = 10
PAUSE = (0.05, 0.4)  # seconds between two messages of one seller, in a shop of five
EDITS_AND_ALBUMS = {"text": 20, "file": 10, "album": 30, "edit": 40}
ALL_SORTS = {"text": 70, "file": 8, "album": 7, "edit": 15}
WORDS = {"text": 1}
Sorts = dict[str, int]  # what is written, and how often


@dataclass(slots=True)
class Shop:
    telegram: Telegram
    chance: random.Random
    agents: list[int] = field(default_factory=list)
    sellers: list[Seller] = field(default_factory=list)
    bystanders: list[Seller] = field(default_factory=list)  # of another group, whose chats nothing befalls
    groups: dict[str, int] = field(default_factory=lambda: {"home": GROUP})
    left: set[int] = field(default_factory=set)  # groups that became others
    bot_is_out: bool = False

    @property
    def everybody(self) -> list[Seller]:
        return [*self.sellers, *self.bystanders]

    @property
    def of_bystanders(self) -> list[int]:
        """Their chats, and their group."""
        return [self.groups["other"], *(seller.id for seller in self.bystanders)]

    # ---- who is there

    async def settle_in(self, database: Database, *groups: str) -> None:
        """Agents in the first group; `groups` more, each with a category of its own."""
        await self.telegram.do("send", chat_id=ADMIN, from_id=ADMIN, text="/start")
        for i in range(AGENTS):
            person = await self.telegram.do("people", first_name=f"Агент {i}", role="agent")
            self.agents.append(person["id"])
        for name in groups:
            self.groups[name] = await self._group(name)
        for chat_id in self.groups.values():
            for agent in self.agents:
                await self.telegram.do("group", chat_id=chat_id, action="member", user_id=agent, status="administrator")
        await _route(database, {CATEGORIES[name]: self.groups[name] for name in groups})

    async def _group(self, name: str) -> int:
        kind: Json = {"type": "group"} if name == "basic" else {"type": "supergroup", "is_forum": True}
        made = await self.telegram.do("group", action="create", title=name, members=[ADMIN], **kind)
        return int(made["chat"]["id"])

    async def open_dialogs(self, count: int, topic: str = TOPIC, group: str = "home") -> list[Seller]:
        made = []
        for i in range(count):
            person = await self.telegram.do("people", first_name=f"Продавец {i}", language_code="ru", role="seller")
            made.append(Seller(self.telegram, person["id"]))
        for start in range(0, count, OPENED_TOGETHER):
            some = made[start : start + OPENED_TOGETHER]
            await asyncio.gather(*(seller.open_dialog(topic, self.groups[group]) for seller in some))
        return made

    # ---- what they do

    @asynccontextmanager
    async def working(self, sorts: Sorts, slowly: float = 1.0) -> AsyncIterator[None]:
        """Everybody writes, until the block ends."""
        load = [self._sells(seller, sorts, slowly) for seller in self.sellers]
        load += [self._answers(agent, i, sorts, slowly) for i, agent in enumerate(self.agents)]
        load += [self._stands_by(seller) for seller in self.bystanders]
        async with going_on(*load):
            yield

    async def _sells(self, seller: Seller, sorts: Sorts, slowly: float) -> None:
        chance = random.Random(self.chance.random())
        while True:
            await asyncio.sleep(chance.uniform(*PAUSE) * len(self.sellers) / 5 * slowly)
            if not seller.is_away:
                with contextlib.suppress(Refused):  # blocked the bot just now
                    await _something(seller.writes, seller.id, sorts, chance)

    async def _answers(self, agent: int, place: int, sorts: Sorts, slowly: float) -> None:
        chance = random.Random(self.chance.random())
        mine = self.sellers[place :: len(self.agents)]
        while mine:
            await asyncio.sleep(chance.uniform(*PAUSE) * 2 * slowly)
            if not self.bot_is_out:
                with contextlib.suppress(Refused):  # the topic was closed just now
                    await _something(chance.choice(mine).is_answered, agent, sorts, chance)

    async def _stands_by(self, seller: Seller) -> None:
        chance = random.Random(self.chance.random())
        while True:
            await asyncio.sleep(chance.uniform(0.5, 1.5))
            await seller.writes.write(seller.id)
            await asyncio.sleep(chance.uniform(0.5, 1.5))
            await seller.is_answered.write(self.agents[0])


async def _something(writer: Writer, from_id: int, sorts: Sorts, chance: random.Random) -> None:
    match chance.choices([*sorts], [*sorts.values()])[0]:
        case "text":
            await writer.write(from_id)
        case "file":
            await writer.write(from_id, kind=chance.choice(("photo", "document")))
        case "album":
            await writer.write(from_id, count=chance.randint(2, 6), kind=chance.choice(("photo", "document")))
        case "edit":
            await writer.edit(from_id, chance)


@asynccontextmanager
async def going_on(*load: Coroutine[None, None, None]) -> AsyncIterator[None]:
    """Beside the block, and until its end; what fails in it fails the round."""
    tasks = [asyncio.create_task(one) for one in load]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        ended = await asyncio.gather(*tasks, return_exceptions=True)
    for error in ended:
        if isinstance(error, Exception):
            raise error


async def _route(database: Database, groups: dict[str, int]) -> None:
    """Categories to groups, before any bot runs."""
    catalogue = parse((ROOT / "bot" / "catalogue.yaml").read_text(encoding="utf-8"))
    for key, group in groups.items():
        category = catalogue.category(key)
        assert category
        catalogue = with_category(catalogue, routed(category, group))
    store = SqlStore(await connect(database.url))
    work = UnitOfWork(now=0)
    replace_catalogue(work, ADMIN, dump(catalogue))
    await store.commit(work)
    await store.database.close()
