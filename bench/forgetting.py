"""Old dialogs are forgotten while others write: how long it takes, and how long anybody waits for it."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import count
from time import perf_counter

from bench.filling import NOW
from core.inbox import UpdateReceived
from core.unit_of_work import UnitOfWork
from storage.store import SqlStore

EVERY = 0.01  # seconds between commits of others
ALONE = 20  # seconds


@dataclass(frozen=True, slots=True)
class Forgotten:
    dialogs: int
    took: float  # seconds
    alone: list[float]  # how long commits take while nothing is erased, for whatever reason of the machine; seconds
    waits: list[float]  # and how long while it is


async def forget(store: SqlStore, most: int) -> Forgotten:
    numbers = await store.ended_before(NOW, most)
    updates = count(10**9)
    alone: list[float] = []
    async with _others_writing(store, alone, updates):
        await asyncio.sleep(ALONE)
    waits: list[float] = []
    began = perf_counter()
    async with _others_writing(store, waits, updates):
        await store.erase_dialogs(numbers)
    return Forgotten(len(numbers), perf_counter() - began, alone, waits)


@asynccontextmanager
async def _others_writing(store: SqlStore, waits: list[float], numbers: Iterator[int]) -> AsyncIterator[None]:
    async def write() -> None:
        for number in numbers:
            began = perf_counter()
            await store.commit(_update(number))
            waits.append(perf_counter() - began)
            await asyncio.sleep(EVERY)

    writing = asyncio.create_task(write())
    try:
        yield
    finally:
        writing.cancel()
        await asyncio.wait([writing])


def _update(number: int) -> UnitOfWork:
    work = UnitOfWork(NOW)
    work.add(UpdateReceived(number, "", "{}", NOW))
    return work
