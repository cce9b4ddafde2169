"""People."""

from core.person import Person
from storage import rows
from storage.reads.base import Reads


class PersonReads(Reads):
    async def person(self, person_id: int) -> Person | None:
        row = await self.database.fetch_one("person", id=person_id)
        return rows.person(row) if row else None

    async def person_called(self, username: str) -> Person | None:
        row = await self.database.fetch_one("person_called", username=username.lower())
        return rows.person(row) if row else None

    async def people_to_forget(self, seen_before: int, after: int, limit: int) -> list[int]:
        found = await self.database.fetch("people_to_forget", before=seen_before, after=after, limit=limit)
        return [row["id"] for row in found]
