"""What admins keep."""

import json
from typing import Any

from core.admins import AppointedAdmin
from core.announcement import Announcement
from core.audit import AuditLine
from core.canned import CannedAnswer
from storage import rows
from storage.database import Row
from storage.reads.base import Reads


class AdministrationReads(Reads):
    async def catalogue(self) -> str | None:
        row = await self.database.fetch_one("catalogue")
        return row["text"] if row else None

    async def settings(self) -> dict[str, Any]:
        return {row["name"]: json.loads(row["value"]) for row in await self.database.fetch("settings")}

    async def admins(self) -> list[AppointedAdmin]:
        return [
            AppointedAdmin(row["person"], row["role"], row["at"], row["by_id"], row["name"])
            for row in await self.database.fetch("admins")
        ]

    async def canned_answers(self) -> list[CannedAnswer]:
        return [_canned_answer(row) for row in await self.database.fetch("templates")]

    async def canned_answer(self, canned_id: int) -> CannedAnswer | None:
        row = await self.database.fetch_one("template", id=canned_id)
        return _canned_answer(row) if row else None

    async def announcements(self, now: int) -> list[Announcement]:
        return [_announcement(row) for row in await self.database.fetch("announcements", now=now)]

    async def announcements_due(self, now: int) -> list[Announcement]:
        return [_announcement(row) for row in await self.database.fetch("announcements_due", now=now)]

    async def announcement(self, announcement_id: int) -> Announcement | None:
        row = await self.database.fetch_one("announcement", id=announcement_id)
        return _announcement(row) if row else None

    async def announcements_to_tell(self, limit: int) -> list[Announcement]:
        return [_announcement(row) for row in await self.database.fetch("announcements_to_tell", limit=limit)]

    async def untold(self, announcement_id: int, limit: int) -> list[int]:
        found = await self.database.fetch("untold", announcement=announcement_id, limit=limit)
        return [row["person"] for row in found]

    async def count_subscribers(self, announcement_id: int) -> int:
        return await self._total("count_subscribers", announcement=announcement_id)

    async def audit(self, limit: int, offset: int) -> list[AuditLine]:
        return [
            AuditLine(row["id"], row["by_id"], row["deed"], row["at"], rows.data(row["details"]))
            for row in await self.database.fetch("audit", limit=limit, offset=offset)
        ]

    async def count_audit(self) -> int:
        return await self._total("count_audit")


def _canned_answer(row: Row) -> CannedAnswer:
    return CannedAnswer(row["id"], row["category"], row["title"], row["text"], row["position"])


def _announcement(row: Row) -> Announcement:
    return Announcement(
        id=row["id"],
        text=row["text"],
        categories=tuple(json.loads(row["categories"])),
        at=row["at"],
        by=row["by_id"],
        until=row["until"],
        ended_at=row["ended_at"],
    )
