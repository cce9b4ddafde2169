"""Each named query is explained on filled tables without statistics: none may read the whole of a table that grows.

What a plan reads from one end to the other and may is listed here by its reason.
"""

import asyncio
import json
import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import Any

import asyncpg
import pytest

from bench.filling import fill
from core.units import MINUTE
from storage import queries
from storage.connect import connect, sqlite_path
from storage.queries import Query
from storage.store import SqlStore
from tests.factories import NOW, opening
from tests.storage.servers import Server
from tests.storage.tables import dump

DIALOGS = 3_000
# Rows that a shop can count, whatever its age.
SMALL = {
    "admin",
    "agents_group",
    "announcement",
    "api_token",
    "catalogue",
    "group_moved",
    "numbering",
    "setting",
    "shift",
    "canned_answer",
}
# Indexes that hold what is open or waits, and nothing of the past.
OF_NOW = {
    "announcement_running", "dialog_snoozed", "dialog_to_warn", "dialog_waiting", "inbox_unread", "outbox_waiting",
    "subscriber_untold",
}  # fmt: skip
WAYS_OF_SMALL_TABLES = ("seqscan", "hashjoin", "mergejoin")
MAY_READ_ON = {
    "audit": "a page of the newest lines",
    "colleagues": "the newest thousand messages",
    "evidence": "all that the search has learned, which is bounded, read into its index",
    "missed_words": "a page of the most frequent ones",
}


@pytest.fixture(scope="module", params=[False, True], ids=["no statistics", "statistics"])
def filled_file(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    url = f"sqlite:///{tmp_path_factory.mktemp('plans') / 'desk.db'}"
    asyncio.run(fill(url, DIALOGS, statistics=request.param))
    return url


@pytest.fixture(scope="module", params=[False, True], ids=["no statistics", "statistics"])
def filled_database(request: pytest.FixtureRequest, server: Server) -> str:
    address = asyncio.run(server.empty_database())
    asyncio.run(fill(address, DIALOGS, statistics=request.param))
    return address


async def test_every_table_is_filled(filled_file: str) -> None:
    assert [name for name, rows in (await dump(filled_file)).items() if not rows] == []


async def test_sqlite_reads_no_growing_table_whole(filled_file: str) -> None:
    with closing(sqlite3.connect(sqlite_path(filled_file))) as connection:
        wrong = [
            f"{name}: {line}"
            for name, query in queries.load("sqlite").items()
            for line in whole_on_sqlite(connection, query)
            if name not in MAY_READ_ON
        ]
    assert not wrong, "\n".join(wrong)


def whole_on_sqlite(connection: sqlite3.Connection, query: Query) -> Iterator[str]:
    values = [1] * len(query.names)
    kept = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE TABLE%'")}
    grows = kept - SMALL
    for *_, line in connection.execute(f"EXPLAIN QUERY PLAN {query.sql}", values):
        found = re.match(r"SCAN (\w+)(?:.* USING (?:COVERING )?INDEX (\w+))?", line)
        if found and found[1] in grows and found[2] not in OF_NOW:
            yield line


async def test_postgres_reads_no_growing_table_whole(filled_database: str) -> None:
    connection = await asyncpg.connect(filled_database)
    try:
        wrong = [
            f"{name}: {line}"
            for name, query in queries.load("postgresql").items()
            for line in whole_on_postgres(await explained(connection, query))
            if name not in MAY_READ_ON
        ]
    finally:
        await connection.close()
    assert not wrong, "\n".join(wrong)


async def explained(
    connection: "asyncpg.Connection[asyncpg.Record]", query: Query, without: Sequence[str] = WAYS_OF_SMALL_TABLES
) -> dict[str, Any]:
    """The plan for values that are not known yet, as of a prepared statement that was asked often.

    A small table is read whole and joined by hashes, whatever its indexes are. Here it is done as a large one leaves
    to do, so that what is read whole is what no index serves.
    """
    async with connection.transaction():
        await connection.execute("SET LOCAL plan_cache_mode = force_generic_plan")
        for way in without:
            await connection.execute(f"SET LOCAL enable_{way} = off")
        await connection.execute(f"PREPARE asked AS {query.sql}")
        values = f"({', '.join(['NULL'] * len(query.names))})" if query.names else ""
        rows = await connection.fetch(f"EXPLAIN (FORMAT JSON) EXECUTE asked{values}")
        await connection.execute("DEALLOCATE asked")
    plan: dict[str, Any] = json.loads(rows[0][0])[0]["Plan"]
    return plan


def whole_on_postgres(plan: dict[str, Any], limited: bool = False) -> Iterator[str]:
    """`limited`: the first rows of an index are asked for, such as its least."""
    kind, table, index = plan["Node Type"], plan.get("Relation Name", ""), plan.get("Index Name", "")
    reads_all = kind == "Seq Scan" or ("Index" in kind and "Index Cond" not in plan)
    if reads_all and table and table not in SMALL and index not in OF_NOW and not (limited and "Filter" not in plan):
        yield f"{kind} {table} {index}"
    for part in plan.get("Plans", ()):
        yield from whole_on_postgres(part, limited=kind == "Limit")


async def test_sqlite_counts_what_is_put_off_without_other_groups(filled_file: str) -> None:
    query = queries.load("sqlite")["count_snoozed"]
    with closing(sqlite3.connect(sqlite_path(filled_file))) as connection:
        plan = connection.execute(f"EXPLAIN QUERY PLAN {query.sql}", [1]).fetchall()
    assert "dialog_snoozed_of_group" in str(plan)


async def test_postgres_counts_what_is_put_off_without_other_groups(filled_database: str) -> None:
    connection = await asyncpg.connect(filled_database)
    try:
        plan = await explained(connection, queries.load("postgresql")["count_snoozed"])
    finally:
        await connection.close()
    assert "dialog_snoozed_of_group" in str(plan)


async def test_postgres_looks_up_the_dialogs_of_a_period_also_where_it_may_read_them_all(filled_database: str) -> None:
    connection = await asyncpg.connect(filled_database)
    try:
        plan = await explained(connection, queries.load("postgresql")["turns_by_place"], without=())
    finally:
        await connection.close()
    assert "dialog_pkey" in str(plan)


async def test_statistics_are_kept_up_by_the_way(sqlite_url: str) -> None:
    database = await connect(sqlite_url)
    await SqlStore(database).commit(opening())

    await SqlStore(database).sweep(NOW, 15 * MINUTE)
    await database.close()

    assert [row for row in (await dump(sqlite_url))["sqlite_stat1"] if row[0] == "dialog"]
