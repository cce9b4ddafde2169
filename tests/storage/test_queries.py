"""Each named query is one that the database understands, with a type for each of its parameters."""

import sqlite3
from contextlib import closing
from pathlib import Path

import asyncpg

from storage import queries
from storage.connect import connect, sqlite_path
from tests.storage.servers import Server


async def test_sqlite_understands_every_query(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'desk.db'}"
    await (await connect(url)).close()

    with closing(sqlite3.connect(sqlite_path(url))) as connection:
        for query in queries.load("sqlite").values():
            connection.execute(f"EXPLAIN {query.sql}", [1] * len(query.names)).close()


async def test_postgres_understands_every_query(server: Server) -> None:
    connection = await asyncpg.connect(await server.database())
    try:
        for query in queries.load("postgresql").values():
            prepared = await connection.prepare(query.sql)
            assert len(prepared.get_parameters()) == len(query.names)
    finally:
        await connection.close()


def test_both_databases_have_the_same_queries() -> None:
    assert queries.load("sqlite").keys() == queries.load("postgresql").keys()
