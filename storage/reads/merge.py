"""Merges that may still be undone."""

from core.merge import Merge
from storage import rows
from storage.reads.base import Reads


class MergeReads(Reads):
    async def merge(self, number: int) -> Merge | None:
        row = await self.database.fetch_one("merge", number=number)
        if row is None:
            return None
        details = rows.data(row["details"])
        return Merge(number=row["number"], survivor=row["survivor"], by=row["by_id"], at=row["at"], **details)
