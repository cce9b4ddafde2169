"""What is done to many dialogs at once, by the dialog; and figures of more of them than a year brings most shops."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC
from pathlib import Path

from bench.filling import NOW, YEARS
from core.catalogue import parse
from core.desk import AutoClose, Desk
from core.dialog import Dialog
from core.figures import report
from core.hours import ALWAYS, Hours
from core.rules import Rules
from core.search import SearchIndex
from core.unit_of_work import UnitOfWork
from core.units import DAY
from storage.store import SqlStore

CATALOGUE = Path(__file__).parents[1] / "bot" / "catalogue.yaml"
COUNTED = 120_000  # dialogs
AT_WORK = Hours.parse("mon-fri 9:00-18:00")
TOGETHER, SHARE = 200, 20  # as bot/jobs/auto_close.py does it


async def figures(store: SqlStore, dialogs: int) -> None:
    await report(store, _since(dialogs), NOW + DAY, UTC, lambda group: ALWAYS, NOW)


async def figures_in_working_hours(store: SqlStore, dialogs: int) -> None:
    await report(store, _since(dialogs), NOW + DAY, UTC, lambda group: AT_WORK, NOW)


def _since(dialogs: int) -> int:
    """The newest of as many as are counted."""
    return NOW - YEARS * min(COUNTED, dialogs) // dialogs


async def export(store: SqlStore) -> int:
    return len([dialog.dialog.number async for dialog in store.export_dialogs(0, NOW + DAY)])


async def sweep(store: SqlStore) -> int:
    auto_close = AutoClose(Desk(store, Rules(), SearchIndex(parse(CATALOGUE.read_text(encoding="utf-8")))))
    closed = 0
    while dialogs := await store.to_expire(NOW, TOGETHER):
        works = [_expiring(auto_close, dialogs[start : start + SHARE]) for start in range(0, len(dialogs), SHARE)]
        await asyncio.gather(*(store.commit(work) for work in works))
        closed += len(dialogs)
    return closed


def _expiring(auto_close: AutoClose, dialogs: list[Dialog]) -> UnitOfWork:
    work = UnitOfWork(NOW)
    auto_close.expire(work, *dialogs)
    return work


FIGURES: dict[str, Callable[[SqlStore, int], Awaitable[None]]] = {
    f"figures of {COUNTED} dialogs": figures,
    "the same, in working hours": figures_in_working_hours,
}
BY_THE_DIALOG: dict[str, Callable[[SqlStore], Awaitable[int]]] = {  # -> of how many dialogs it was
    "export": export,
    "auto-close of those due": sweep,
}
