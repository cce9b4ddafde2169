"""Updates that were set aside."""

from core.inbox import UpdateSetAside
from storage.reads.base import Reads


class InboxReads(Reads):
    async def set_aside(self, limit: int) -> list[UpdateSetAside]:
        found = await self.database.fetch("updates_set_aside", limit=limit)
        return [UpdateSetAside(row["update_id"], row["body"], row["error"], row["at"]) for row in found]

    async def count_set_aside(self) -> int:
        return await self._total("count_set_aside")
