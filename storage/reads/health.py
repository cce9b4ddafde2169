"""How the database is, for admins who look whether all is in order."""

from core.dialog import Status
from core.health import Health, Workload
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

    async def workload(self, now: int) -> Workload:
        dialogs = await self.database.fetch("open_dialogs_by_status")
        (unread,) = await self.database.fetch("oldest_unread")
        (due,) = await self.database.fetch("oldest_waiting", now=now)
        return Workload(
            open_dialogs={Status(row["status"]): row["total"] for row in dialogs},
            oldest_dialog=min((row["since"] for row in dialogs if row["since"] is not None), default=None),
            unread=unread["total"],
            oldest_unread=unread["at"],
            due=due["total"],
            oldest_due=due["at"],
            held=await self._total("held"),
            set_aside=await self._total("count_set_aside"),
        )
