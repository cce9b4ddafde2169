"""Announcements and those who wait for their end."""

from collections import defaultdict

import orjson

from core.announcement import Announcement
from storage.database import Row
from storage.reads.base import Reads


class AnnouncementReads(Reads):
    async def announcements(self, now: int) -> list[Announcement]:
        return [_announcement(row) for row in await self.database.fetch("announcements", now=now)]

    async def announcements_due(self, now: int) -> list[Announcement]:
        return [_announcement(row) for row in await self.database.fetch("announcements_due", now=now)]

    async def announcement(self, announcement_id: int) -> Announcement | None:
        row = await self.database.fetch_one("announcement", id=announcement_id)
        return _announcement(row) if row else None

    async def announcements_to_notify(self, limit: int) -> list[Announcement]:
        return [_announcement(row) for row in await self.database.fetch("announcements_to_notify", limit=limit)]

    async def subscribers_to_notify(self, announcement_id: int, limit: int) -> list[int]:
        found = await self.database.fetch("subscribers_to_notify", announcement=announcement_id, limit=limit)
        return [row["person"] for row in found]

    async def count_subscribers(self, announcement_id: int) -> int:
        return await self._total("count_subscribers", announcement=announcement_id)

    async def recent_sellers(self, since: int) -> dict[str, set[int]]:
        found: dict[str, set[int]] = defaultdict(set)
        for row in await self.database.fetch("recent_sellers", since=since):
            found[row["category"]].add(row["seller_id"])
        return found


def _announcement(row: Row) -> Announcement:
    return Announcement(
        id=row["id"],
        text=row["text"],
        categories=tuple(orjson.loads(row["categories"])),
        at=row["at"],
        by=row["by_id"],
        until=row["until"],
        ended_at=row["ended_at"],
        closing=row["closing"],
    )
