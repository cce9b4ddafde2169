"""Updates that came in: what is unread, and what was set aside."""

from core.inbox import UpdateReceived, UpdateSetAside
from storage.database import Row
from storage.reads.base import Reads


class InboxReads(Reads):
    async def unread(self, until: int, limit: int) -> list[UpdateReceived]:
        return [_received(row) for row in await self.database.fetch("unread", until=until, limit=limit)]

    async def unread_of_key(self, key: str, limit: int) -> list[UpdateReceived]:
        return [_received(row) for row in await self.database.fetch("unread_of_key", key=key, limit=limit)]

    async def preceding(self, key: str, update_id: int) -> UpdateReceived | None:
        row = await self.database.fetch_one("preceding", key=key, update_id=update_id)
        return _received(row) if row else None

    async def oldest_unread(self) -> tuple[int | None, int]:
        row = await self.database.fetch_one("oldest_unread")
        return (row["at"], row["total"]) if row else (None, 0)

    async def is_unread(self, words: str) -> bool:
        return await self.database.fetch_one("unread_with", pattern=f"%{words}%") is not None

    async def set_aside(self, limit: int) -> list[UpdateSetAside]:
        found = await self.database.fetch("updates_set_aside", limit=limit)
        return [UpdateSetAside(row["update_id"], row["body"], row["error"], row["at"]) for row in found]

    async def count_set_aside(self) -> int:
        return await self._total("count_set_aside")


def _received(row: Row) -> UpdateReceived:
    return UpdateReceived(row["update_id"], row["key"], row["body"], row["at"])
