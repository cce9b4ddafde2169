"""Which of the two makes an address means."""

from pathlib import Path

from storage.database import Database


async def connect(url: str, *, serves: bool = True) -> Database:
    """`sqlite:///path` or `postgresql://…`; the schema is brought up to date first.

    One process serves a desk that is kept in an SQLite file. Who only has a word to write down may do it beside it, if
    the tables are as this version wants them. Raises: InUse, Unfit, Unavailable.
    """
    if url.startswith("sqlite:"):
        from storage.sqlite import SqliteDatabase

        return await SqliteDatabase.open(sqlite_path(url), serves=serves)
    from storage.postgres import PostgresDatabase

    return await PostgresDatabase.open(url, serves=serves)


def sqlite_path(url: str) -> Path:
    return Path(url.removeprefix("sqlite:///"))
