"""How the database is, for admins who look whether all is in order."""

from core.ports import Health
from storage.database import Database

MAKES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


async def health(database: Database, now: int, since: int) -> Health:
    (size,) = await database.fetch("database_size")
    (waiting,) = await database.fetch("oldest_waiting", now=now)
    (set_aside,) = await database.fetch("count_set_aside")
    newest = await database.fetch("updates_set_aside", limit=1)
    failures = await database.fetch("failures", since=since)
    return Health(
        make=MAKES[database.dialect],
        size=size["total"],
        waiting=waiting["total"],
        oldest_waiting=waiting["at"],
        failures={row["reason"]: row["total"] for row in failures},
        set_aside=set_aside["total"],
        last_error=newest[0]["error"] if newest else None,
    )
