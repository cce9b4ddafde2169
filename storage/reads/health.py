"""How the database is, for admins who look whether all is in order."""

from core.health import Health
from storage.reads.base import Reads

MAKES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


class HealthReads(Reads):
    async def health(self, now: int, since: int) -> Health:
        (size,) = await self.database.fetch("database_size")
        (waiting,) = await self.database.fetch("oldest_waiting", now=now)
        newest = await self.database.fetch("updates_set_aside", limit=1)
        failures = await self.database.fetch("failures", since=since)
        return Health(
            make=MAKES[self.database.dialect],
            size=size["total"],
            waiting=waiting["total"],
            oldest_waiting=waiting["at"],
            failures={row["reason"]: row["total"] for row in failures},
            held=await self._total("held"),
            set_aside=await self._total("count_set_aside"),
            last_error=newest[0]["error"] if newest else None,
        )
