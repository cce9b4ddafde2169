"""Brings a schema up to date. Alembic is imported only where there is something to migrate: it takes a second."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import asyncpg

FOLDER = Path(__file__).parent / "migrations"
REPLICAS_TAKE_TURNS = 7_265_001  # key of an advisory lock


def newest() -> str:
    """The revision that this version of the program wants."""
    return max(path.name.split("_")[0] for path in (FOLDER / "versions").glob("[0-9]*.py"))


def migrate_sqlite(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        known = connection.execute(
            "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'alembic_version'"
        ).fetchone()[0]
        current = connection.execute("SELECT version_num FROM alembic_version").fetchone() if known else None
    if current and current[0] == newest():
        return
    from sqlalchemy import create_engine

    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as engine_connection:
        _upgrade(engine_connection)
    engine.dispose()


async def migrate_postgres(connection: "asyncpg.pool.PoolConnectionProxy[asyncpg.Record]", url: str) -> None:
    known = await connection.fetchval("SELECT to_regclass('alembic_version')")
    if known and await connection.fetchval("SELECT version_num FROM alembic_version") == newest():
        return
    from sqlalchemy import text
    from sqlalchemy.ext.asyncio import create_async_engine

    engine = create_async_engine("postgresql+asyncpg" + url[url.index("://") :])
    async with engine.begin() as engine_connection:
        await engine_connection.execute(text(f"SELECT pg_advisory_xact_lock({REPLICAS_TAKE_TURNS})"))
        await engine_connection.run_sync(_upgrade)
    await engine.dispose()


def _upgrade(connection: Any) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
