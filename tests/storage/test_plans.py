"""Each named query is explained on filled tables without statistics: none may read the whole of a table that grows.

What a plan reads from one end to the other and may is listed here by its reason.
"""

import asyncio
import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from bench.filling import fill
from storage import queries
from storage.connect import sqlite_path
from storage.queries import Query
from tests.storage.servers import Server
from tests.storage.tables import dump

DIALOGS = 3_000
# Rows that a shop can count, whatever its age.
SMALL = {"admin", "catalogue", "group_moved", "numbering", "setting", "template"}
# Indexes that hold what is open or waits, and nothing of the past.
OF_NOW = {"dialog_answering", "outbox_waiting", "announcement_running", "subscriber_untold"}
MAY_READ_ON = {
}


@pytest.fixture(scope="module")
def filled_file(tmp_path_factory: pytest.TempPathFactory) -> str:
    url = f"sqlite:///{tmp_path_factory.mktemp('plans') / 'desk.db'}"
    asyncio.run(fill(url, DIALOGS, statistics=False))
    return url


@pytest.fixture(scope="module")
def filled_database(server: Server) -> str:
    address = asyncio.run(server.empty_database())
    asyncio.run(fill(address, DIALOGS, statistics=False))
    return address


async def test_every_table_is_filled(filled_file: str) -> None:
    tables = await dump(filled_file)
    assert [name for name, rows in tables.items() if not rows and "_words_" not in name] == []
    assert "sqlite_stat1" not in tables


async def test_sqlite_reads_no_growing_table_whole(filled_file: str) -> None:
    with closing(sqlite3.connect(sqlite_path(filled_file))) as connection:
        wrong = [
            f"{name}: {line}"
            for name, query in queries.load("sqlite", "aiosqlite").items()
            for line in whole_on_sqlite(connection, query)
            if name not in MAY_READ_ON
        ]
    assert not wrong, "\n".join(wrong)


def whole_on_sqlite(connection: sqlite3.Connection, query: Query) -> Iterator[str]:
    values = dict.fromkeys(re.findall(r"(?<!:):([a-z_]+)", query.sql), 1)
    for *_, line in connection.execute(f"EXPLAIN QUERY PLAN {query.sql}", values):
        found = re.match(r"SCAN (\w+)(?:.* USING (?:COVERING )?INDEX (\w+))?", line)
        if found and found[1] in named_tables(query.sql) - SMALL and found[2] not in OF_NOW:
            yield line


def named_tables(sql: str) -> set[str]:
    return set(re.findall(r"\b(?:FROM|JOIN|UPDATE|INTO)\s+(\w+)", sql))


async def test_postgres_reads_no_growing_table_whole(filled_database: str) -> None:
    connection = await asyncpg.connect(filled_database)
    try:
        wrong = [
            f"{name}: {line}"
            for name, query in queries.load("postgresql", "asyncpg").items()
            for line in whole_on_postgres(await explained(connection, query))
            if name not in MAY_READ_ON
        ]
    finally:
        await connection.close()
    assert not wrong, "\n".join(wrong)


async def explained(connection: "asyncpg.Connection[asyncpg.Record]", query: Query) -> dict[str, Any]:
    """The plan for values that are not known yet: the one that a prepared statement ends with."""
    async with connection.transaction():
        await connection.execute("SET LOCAL plan_cache_mode = force_generic_plan; SET LOCAL jit = off")
        await connection.execute(f"PREPARE asked AS {query.sql}")
        values = f"({', '.join(['NULL'] * len(query.names))})" if query.names else ""
        rows = await connection.fetch(f"EXPLAIN (FORMAT JSON) EXECUTE asked{values}")
        await connection.execute("DEALLOCATE asked")
    plan: dict[str, Any] = json.loads(rows[0][0])[0]["Plan"]
    return plan


def whole_on_postgres(plan: dict[str, Any]) -> Iterator[str]:
    kind, table = plan["Node Type"], plan.get("Relation Name", "")
    reads_all = kind == "Seq Scan" or ("Index" in kind and "Index Cond" not in plan)
    if reads_all and table and table not in SMALL and plan.get("Index Name") not in OF_NOW:
        yield f"{kind} {table} {plan.get('Index Name', '')}"
    for part in plan.get("Plans", ()):
        yield from whole_on_postgres(part)
