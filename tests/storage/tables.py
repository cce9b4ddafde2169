"""What really stands in the tables, past all of our own code."""

import sqlite3
from contextlib import closing
from typing import Any

import asyncpg

from storage.connect import sqlite_path

Rows = list[tuple[Any, ...]]


async def dump(url: str) -> dict[str, Rows]:
    """Every table with every row; on SQLite also the tables in which its full-text index keeps itself."""
    if url.startswith("sqlite:"):
        with closing(sqlite3.connect(sqlite_path(url))) as connection:
            names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
            return {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for (name,) in names}
    connection = await asyncpg.connect(url)
    try:
        names = await connection.fetch("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        return {
            name: [tuple(row.values()) for row in await connection.fetch(f'SELECT * FROM "{name}"')]
            for (name,) in names
        }
    finally:
        await connection.close()


async def execute(url: str, sql: str) -> None:
    if url.startswith("sqlite:"):
        with closing(sqlite3.connect(sqlite_path(url))) as connection, connection:
            connection.execute(sql)
        return
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(sql)
    finally:
        await connection.close()
