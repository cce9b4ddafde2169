"""What people ask for all day, with a thousand dialogs kept and with a million: it should not take longer.

Filling both databases with a million takes most of the time: a quarter of an hour or so.
"""

import asyncio
import random
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from bench.filling import DIALOGS, FIRST_NUMBER, FIRST_SELLER, GROUPS, NOW, YEARS, agents, fill
from bench.filling_beside import TOPICS
from bench.forgetting import forget
from core.catalogue import parse
from core.desk import AutoClose, Desk
from core.desk.similar import LOOKED_AT
from core.dialog import Dialog, DialogFilter, Status
from core.figures import report
from core.hours import ALWAYS, Hours
from core.merge import DialogsMerged, Merge, MergeUndone
from core.rules import Rules
from core.search import SearchIndex
from core.similar import MOST_STEMS, similar_dialogs
from core.unit_of_work import UnitOfWork
from core.units import DAY
from storage.connect import connect
from storage.store import SqlStore
from tests.storage.servers import Server

CATALOGUE = Path(__file__).parents[1] / "bot" / "catalogue.yaml"
FEW, MANY = 1_000, 1_000_000  # dialogs
ROUNDS = 200
PAGE = 10
DUE = 10_000
ERASED = 2_000
TOGETHER, SHARE = 200, 20  # as bot/jobs/auto_close.py does it
MONTH = 30 * DAY
AT_WORK = Hours.parse("mon-fri 9:00-18:00")

Ask = Callable[[SqlStore, random.Random, int], Awaitable[object]]


@dataclass(slots=True)
class Measured:
    dialogs: int
    asked: dict[str, float] = field(default_factory=dict)  # what -> median ms
    whole: dict[str, float] = field(default_factory=dict)  # what is done to everything -> seconds


async def measure(url: str, dialogs: int, erased: int) -> Measured:
    database = await connect(url)
    store = SqlStore(database)
    measured = Measured(dialogs)
    try:
        for name, ask in ASKED.items():
            measured.asked[name] = await _median(store, ask, dialogs)
        await _measure_whole(store, measured, erased)
    finally:
        await database.close()
    return measured


async def _median(store: SqlStore, ask: Ask, dialogs: int) -> float:
    chance = random.Random(7)
    took = []
    for _ in range(ROUNDS):
        began = perf_counter()
        await ask(store, chance, dialogs)
        took.append(perf_counter() - began)
    return median(took) * 1_000


async def _measure_whole(store: SqlStore, measured: Measured, erased: int) -> None:
    with _timed(measured, "figures of 30 days"):
        await report(store, NOW - MONTH, NOW, UTC, lambda group: ALWAYS, NOW)
    with _timed(measured, "figures of everything"):
        await report(store, 0, NOW + DAY, UTC, lambda group: ALWAYS, NOW)
    with _timed(measured, "the same, in working hours"):
        await report(store, 0, NOW + DAY, UTC, lambda group: AT_WORK, NOW)
    with _timed(measured, "export of every dialog"):
        async for _ in store.export_dialogs(0, NOW + DAY):
            pass
    with _timed(measured, f"sweep of {DUE} due dialogs"):
        await _sweep(store)
    measured.whole |= await forget(store, erased)


async def _sweep(store: SqlStore) -> None:
    auto_close = AutoClose(Desk(store, Rules(), SearchIndex(parse(CATALOGUE.read_text(encoding="utf-8")))))
    for _ in range(DUE // TOGETHER):
        dialogs = await store.to_expire(NOW, TOGETHER)
        works = [_expiring(auto_close, dialogs[start : start + SHARE]) for start in range(0, len(dialogs), SHARE)]
        await asyncio.gather(*(store.commit(work) for work in works))


def _expiring(auto_close: AutoClose, dialogs: list[Dialog]) -> UnitOfWork:
    work = UnitOfWork(NOW)
    auto_close.expire(work, *dialogs)
    return work


@contextmanager
def _timed(measured: Measured, name: str) -> Iterator[None]:
    began = perf_counter()
    yield
    measured.whole[name] = perf_counter() - began


# ---- what is asked


def _seller(chance: random.Random, dialogs: int) -> int:
    return FIRST_SELLER + chance.randrange(max(dialogs // DIALOGS, 1))


def _number(chance: random.Random, dialogs: int) -> int:
    return FIRST_NUMBER + chance.randrange(dialogs)


async def _list(store: SqlStore, chance: random.Random, dialogs: int) -> None:
    seller = _seller(chance, dialogs)
    await store.dialogs(seller, DialogFilter(), PAGE, 0)
    await store.count_dialogs(seller, DialogFilter())


async def _filter(store: SqlStore, chance: random.Random, dialogs: int) -> None:
    since = NOW - chance.randrange(YEARS)
    which = DialogFilter(since, since + MONTH, chance.choice(list(Status)), f"topic-{chance.randrange(TOPICS)}")
    seller = _seller(chance, dialogs)
    await store.dialogs(seller, which, PAGE, 0)
    await store.count_dialogs(seller, which)


async def _details(store: SqlStore, chance: random.Random, dialogs: int) -> None:
    number = _number(chance, dialogs)
    await store.dialog(number)
    await store.history(number, PAGE, 0)
    await store.count_history(number)
    await store.files(number)


async def _where_it_stands(store: SqlStore, chance: random.Random, dialogs: int) -> None:
    """What a reply, an edit and /undo ask first."""
    number = _number(chance, dialogs)
    last = await store.last_messages(number, PAGE)
    refs = await store.message_refs(last[-1].id)
    await store.message_at(refs[0][0])
    await store.due_at(last[-1].id)


async def _history_in_thread(store: SqlStore, chance: random.Random, dialogs: int) -> None:
    for message in await store.last_messages(_number(chance, dialogs), PAGE):
        await store.message_refs(message.id)


async def _answering(store: SqlStore, chance: random.Random, dialogs: int) -> None:
    await store.groups_answering()
    await store.to_warn(NOW, PAGE)
    await store.to_bring_back(NOW, PAGE)
    await store.oldest_waiting(NOW)


async def _queue(store: SqlStore, chance: random.Random, dialogs: int) -> None:
    group = chance.choice(GROUPS)
    await store.queue(group, PAGE, 0)
    await store.count_queue(group)
    await store.count_snoozed(group)


async def _in_charge(store: SqlStore, chance: random.Random, dialogs: int) -> None:
    agent = 501 + chance.randrange(agents(dialogs))
    await store.assigned_to(agent, PAGE, 0)
    await store.count_assigned_to(agent)


async def _find_number(store: SqlStore, chance: random.Random, dialogs: int) -> None:
    await store.find(str(_number(chance, dialogs)), PAGE, 0)


async def _find_person(store: SqlStore, chance: random.Random, dialogs: int) -> None:
    await store.find(f"@shop{_seller(chance, dialogs) - FIRST_SELLER}", PAGE, 0)


async def _find_words(store: SqlStore, chance: random.Random, dialogs: int) -> None:
    await store.find(chance.choice(("возврат", "выплата задерживается", "карточка товара", "штраф")), PAGE, 0)


async def _merge(store: SqlStore, chance: random.Random, dialogs: int) -> None:
    """There and back, so that the next round finds all as it was."""
    number, survivor, nobody_waits = _number(chance, dialogs), _number(chance, dialogs), {"waiting_since": None}
    merge = Merge(
        number=number, survivor=survivor, by=501, at=NOW, version=1, merged_was=nobody_waits, survivor_was=nobody_waits
    )
    for change in (DialogsMerged(merge), MergeUndone(merge)) if number != survivor else ():
        work = UnitOfWork(NOW)
        work.add(change)
        await store.commit(work)


async def _similar(store: SqlStore, chance: random.Random, dialogs: int) -> None:
    dialog = await store.dialog(_number(chance, dialogs))
    assert dialog
    stems = [f"слов{place}" for place in (1, 2, 3, 5, 8, *chance.sample(range(9, 200), MOST_STEMS - 5))]
    for number in similar_dialogs(await store.shared_stems(dialog.topic, stems))[:LOOKED_AT]:
        await store.earlier_answer(number)


ASKED: dict[str, Ask] = {
    "a seller's list": _list,
    "the list, filtered": _filter,
    "a dialog's details": _details,
    "a reply, an edit, /undo": _where_it_stands,
    "/history": _history_in_thread,
    "each minute's looks": _answering,
    "a group's queue, by what is due": _queue,
    "an agent's own dialogs": _in_charge,
    "similar answers": _similar,
    "find by number": _find_number,
    "find by username": _find_person,
    "find by words": _find_words,
    "/merge, and undone": _merge,
}


async def compare(make: Callable[[int], Awaitable[str]], many: int, erased: int) -> tuple[Measured, Measured]:
    """`make`: the address of a database with nothing in it, for so many dialogs."""
    measured = []
    for dialogs in (FEW, many):
        url = await make(dialogs)
        await fill(url, dialogs)
        measured.append(await measure(url, dialogs, erased))
    return measured[0], measured[1]


async def on_both(many: int, erased: int = ERASED) -> list[tuple[str, Measured, Measured]]:
    """The database, and what was measured with few and with many dialogs."""
    with TemporaryDirectory() as folder:

        async def file(dialogs: int) -> str:
            return f"sqlite:///{folder}/{dialogs}.db"

        on_sqlite = await compare(file, many, erased)
    server = Server(in_memory=False)
    try:
        on_postgres = await compare(lambda dialogs: server.empty_database(), many, erased)
    finally:
        server.stop()
    return [("SQLite", *on_sqlite), ("PostgreSQL", *on_postgres)]
