"""Single rows are read on the loop's own thread, unless that would hold it up."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bench.filling import fill
from storage import queries
from storage.connect import connect, sqlite_path
from storage.queries import Query
from storage.sqlite_lookups import LOOKUPS, RESTS, SLOW, Lookups

DIALOGS = 1_000
ONE = "SELECT 1 AS one"


class Clock:
    """Each look at it finds it later."""

    def __init__(self) -> None:
        self.now, self.step = 0.0, 0.0

    def __call__(self) -> float:
        self.now += self.step
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def lookups(tmp_path: Path, clock: Clock) -> Iterator[Lookups]:
    with closing(Lookups(tmp_path / "desk.db", clock)) as opened:
        yield opened


def test_after_a_slow_one_the_readers_have_them_for_a_while(lookups: Lookups, clock: Clock) -> None:
    assert lookups.fetch(ONE, ()) == [{"one": 1}]
    clock.step = 2 * SLOW
    assert lookups.fetch(ONE, ()) == [{"one": 1}]
    clock.step = 0.0
    assert lookups.fetch(ONE, ()) is None
    clock.now += 2 * SLOW * RESTS
    assert lookups.fetch(ONE, ()) == [{"one": 1}]


def test_a_file_that_somebody_keeps_to_themselves_is_left_to_the_readers(tmp_path: Path, lookups: Lookups) -> None:
    with closing(sqlite3.connect(tmp_path / "desk.db", isolation_level=None)) as alone:
        alone.execute("PRAGMA journal_mode=DELETE")
        alone.execute("BEGIN EXCLUSIVE")
        assert lookups.fetch("SELECT count(*) FROM sqlite_master", ()) is None


async def test_each_of_them_finds_few_rows_by_an_index(tmp_path: Path) -> None:
    """However many there are: what sorts, or reads a table whole, would hold up everybody."""
    url = f"sqlite:///{tmp_path / 'desk.db'}"
    await fill(url, DIALOGS)
    await (await connect(url)).close()
    known = queries.load("sqlite")
    with closing(sqlite3.connect(sqlite_path(url))) as connection:
        wrong = [f"{name}: {line}" for name in LOOKUPS for line in plan(connection, known[name]) if not seeks(line)]
    assert not wrong, "\n".join(wrong)


def plan(connection: sqlite3.Connection, query: Query) -> list[str]:
    given = [1] * len(query.names)
    return [line for *_, line in connection.execute(f"EXPLAIN QUERY PLAN {query.sql}", given)]


def seeks(line: str) -> bool:
    return line.startswith(("SEARCH", "CO-ROUTINE asked", "SCAN asked", "SCAN CONSTANT ROW"))
