"""Brings a schema up to date: each folder of `migrations/` once, and whole or not at all.

Which were applied stands in the table `migration`, a row each, so a folder whose number is lower than another's may
still come later. Databases of the first version have Alembic's table instead; it is taken over.
"""

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from storage.database import Unfit

if TYPE_CHECKING:
    import asyncpg

    Connection: TypeAlias = asyncpg.Connection[asyncpg.Record]

FOLDER = Path(__file__).parent / "migrations"
REPLICAS_TAKE_TURNS = 7_265_001  # key of an advisory lock
OLDER_SERVES = (
    "a bot of an older version serves from this database: end it first, for the tables would change under it."
)
OURS_ALONE = 0o600  # a copy has all that sellers wrote
BUILDS = re.compile(r"INSERT INTO (\w+) \(\1\) VALUES \('rebuild'\)")
BUSY = 30.0  # seconds that another process may still write an SQLite file

KEPT_IN = {"migration": "SELECT revision FROM migration", "alembic_version": "SELECT version_num FROM alembic_version"}
TAKE_OVER = (
    "CREATE TABLE IF NOT EXISTS migration (revision TEXT PRIMARY KEY)",
    "CREATE TABLE IF NOT EXISTS alembic_version (version_num TEXT)",
    "INSERT INTO migration SELECT version_num FROM alembic_version",
    "DROP TABLE alembic_version",
)

# What the dialects spell differently and needs no second file.
SPELLED = {
    "sqlite": {
        "{id}": "INTEGER PRIMARY KEY",
        "{identity}": "INTEGER PRIMARY KEY AUTOINCREMENT",
        "{without_rowid}": " WITHOUT ROWID",
    },
    "postgresql": {
        "{id}": "BIGINT PRIMARY KEY",
        "{identity}": "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
        "{without_rowid}": "",
    },
}


def newest() -> str:
    """The revision that this version of the program wants."""
    return _revisions()[-1]


def waiting(applied: Iterable[str]) -> list[str]:
    """What is still to be applied, in order. Raises: Unfit where a newer program was here."""
    known = _revisions()
    if strange := sorted(set(applied) - set(known)):
        raise Unfit(
            f"the database is at revision {strange[-1]}, and this program knows them up to {known[-1]}: "
            "start the newer program that was used before, or restore a copy made before it."
        )
    return [revision for revision in known if revision not in applied]


def statements(revision: str, dialect: str) -> Iterator[str]:
    for text in _texts(revision, dialect):
        yield from text.split(";\n\n")


def _texts(revision: str, dialect: str) -> Iterator[str]:
    """Of the files of a revision, those of the dialect among them, in the order of their names."""
    folder = FOLDER / revision
    for file in sorted([*folder.glob("*.sql"), *folder.glob(f"{dialect}/*.sql")], key=lambda file: file.name):
        text = file.read_text(encoding="utf-8")
        for name, spelling in SPELLED[dialect].items():
            text = text.replace(name, spelling)
        yield text


def _revisions() -> list[str]:
    return sorted(folder.name for folder in FOLDER.iterdir() if folder.name.isdecimal())


# ---- SQLite


def migrate_sqlite(path: Path) -> None:
    """An existing file is copied before its first change, next to it."""
    with closing(sqlite3.connect(path, isolation_level=None, timeout=BUSY)) as connection:
        applied = applied_over(connection)
        revisions = waiting(applied)
        if applied and revisions:
            _keep_copy(connection, path.with_name(f"{path.stem}-before-{revisions[0]}{path.suffix}"))
        for place, revision in enumerate(revisions):
            _apply_to_file(connection, revision, needed(revision, revisions[place + 1 :]))


def needed(revision: str, later: Sequence[str]) -> Iterator[str]:
    """Its statements for a file, but for building a full text that a later revision builds anew: that takes minutes."""
    replaced = "".join(text for each in later for text in _texts(each, "sqlite"))
    for statement in statements(revision, "sqlite"):
        built = BUILDS.search(statement)
        if built is None or f"DROP TABLE {built[1]};" not in replaced:
            yield statement


def applied_in_file(path: Path) -> set[str]:
    with closing(sqlite3.connect(path, timeout=BUSY)) as connection:
        return applied_over(connection)


def applied_over(connection: sqlite3.Connection) -> set[str]:
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return {row[0] for table, query in KEPT_IN.items() if table in tables for row in connection.execute(query)}


def _keep_copy(connection: sqlite3.Connection, target: Path) -> None:
    unfinished = target.with_name(f"{target.name}.part")
    unfinished.touch(OURS_ALONE)
    with closing(sqlite3.connect(unfinished)) as into:
        connection.backup(into)
    unfinished.replace(target)


def _apply_to_file(connection: sqlite3.Connection, revision: str, its_statements: Iterable[str]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        if revision not in applied_over(connection):
            for statement in (*TAKE_OVER, *its_statements):
                connection.execute(statement)
            connection.execute("INSERT INTO migration (revision) VALUES (?)", (revision,))
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


# ---- PostgreSQL


async def migrate_postgres(connection: "Connection") -> None:
    """Replicas that start together take turns; who comes second finds nothing to do."""
    for revision in waiting(await applied_on_server(connection)):
        async with connection.transaction():
            await connection.execute(f"SELECT pg_advisory_xact_lock({REPLICAS_TAKE_TURNS})")
            if revision not in await applied_on_server(connection):
                for statement in (*TAKE_OVER, *statements(revision, "postgresql")):
                    await connection.execute(statement)
                await connection.execute(f"INSERT INTO migration (revision) VALUES ('{revision}')")


async def applied_on_server(connection: "Connection") -> set[str]:
    applied: set[str] = set()
    for table, query in KEPT_IN.items():
        if await connection.fetchval(f"SELECT to_regclass('{table}') IS NOT NULL"):
            applied |= {row[0] for row in await connection.fetch(query)}
    return applied
