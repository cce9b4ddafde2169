"""What the desk does all day, with a thousand dialogs kept and with a million: it should not take longer."""

import random
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter

from bench.asked import ASKED, Ask
from bench.forgetting import Forgotten, forget
from bench.kept import Copy, on_postgres, on_sqlite
from bench.whole import BY_THE_DIALOG, FIGURES
from storage.connect import connect
from storage.store import SqlStore

FEW, MANY = 1_000, 1_000_000  # dialogs
ROUNDS = 200
ERASED = 2_000
MS = 1_000  # in a second
AT_MOST = "≤ 1.5 ×"
# Where there are few dialogs there are few to look through.
AIMS = {"similar answers": "≤ 50 ms", "find by rare words": "≤ 50 ms"}


@dataclass(frozen=True, slots=True)
class Measured:
    what: str
    took: Sequence[float]  # ms; with few dialogs, and with many
    aim: str


@dataclass(frozen=True, slots=True)
class Desk:
    store: SqlStore
    dialogs: int


@asynccontextmanager
async def opened(copy: Copy, dialogs: int) -> AsyncIterator[Desk]:
    database = await connect(await copy(dialogs))
    try:
        yield Desk(SqlStore(database), dialogs)
    finally:
        await database.close()


async def on_both(many: int, erased: int, kept: Path | None) -> AsyncIterator[tuple[str, list[Measured]]]:
    """The database, and what was measured. `kept`: where filled databases are, or will be; None: nowhere."""
    with TemporaryDirectory() as passing:
        folder = kept or Path(passing)
        folder.mkdir(parents=True, exist_ok=True)
        for name, copies in (("SQLite", on_sqlite), ("PostgreSQL", on_postgres)):
            with copies(folder) as copy:
                async with opened(copy, FEW) as few_there, opened(copy, many) as many_there:
                    yield name, await compare([few_there, many_there], erased)


async def compare(desks: Sequence[Desk], erased: int) -> list[Measured]:
    """By turns, so that whatever else the machine does weighs on both."""
    return [
        *[Measured(name, await _medians(desks, ask), AIMS.get(name, AT_MOST)) for name, ask in ASKED.items()],
        *[Measured(name, [await _took(count, desk) for desk in desks], "≤ 1000 ms") for name, count in FIGURES.items()],
        *[
            Measured(f"{name}, a dialog", [await _by_the_dialog(desk, act) for desk in desks], AT_MOST)
            for name, act in BY_THE_DIALOG.items()
        ],
        *_of_forgetting([await forget(desk.store, erased) for desk in desks]),
    ]


async def _medians(desks: Sequence[Desk], ask: Ask) -> list[float]:
    """Of the second time that the same is asked: how fast a disk is, is the machine's matter."""
    for _ in range(2):
        took: list[list[float]] = [[] for _ in desks]
        chances = [random.Random(7) for _ in desks]
        for _ in range(ROUNDS):
            for desk, chance, known in zip(desks, chances, took, strict=True):
                began = perf_counter()
                await ask(desk.store, chance, desk.dialogs)
                known.append((perf_counter() - began) * MS)
    return [median(known) for known in took]


async def _took(count: Callable[[SqlStore, int], Awaitable[None]], desk: Desk) -> float:
    began = perf_counter()
    await count(desk.store, desk.dialogs)
    return (perf_counter() - began) * MS


async def _by_the_dialog(desk: Desk, act: Callable[[SqlStore], Awaitable[int]]) -> float:
    began = perf_counter()
    dialogs = await act(desk.store)
    return (perf_counter() - began) / dialogs * MS


def _of_forgetting(forgotten: Sequence[Forgotten]) -> list[Measured]:
    return [
        Measured("paced erasing, a dialog", [each.took / each.dialogs * MS for each in forgotten], AT_MOST),
        Measured("99 % of others' commits then", [quantiles(each.waits, n=100)[-1] * MS for each in forgotten], ""),
        Measured("the longest of them", [max(each.waits) * MS for each in forgotten], "≤ 100 ms"),
        Measured("the longest without erasing", [max(each.alone) * MS for each in forgotten], ""),
    ]
