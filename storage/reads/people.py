"""People, and their conversations with the bot."""

from typing import Any

from core.work import Person
from storage import rows
from storage.reads.base import Reads


class PeopleReads(Reads):
    async def person(self, person_id: int) -> Person | None:
        row = await self.database.fetch_one("person", id=person_id)
        return rows.person(row) if row else None

    async def conversation(self, key: str) -> tuple[str | None, dict[str, Any]]:
        row = await self.database.fetch_one("conversation", key=key)
        return (row["state"], rows.data(row["data"])) if row else (None, {})
