"""The outbox: what waits, and what a delivery needs to know."""

import asyncio
from typing import Any

from core.notices import NoticeKind, Priority
from core.ports import Parcel, Waiting
from core.work import Person, UpdateSetAside
from storage import rows
from storage.database import Database, Row
from storage.gaps import Gaps
from storage.reads.base import Reads

DELIVERED = 1  # a state of the outbox


class OutboxReads(Reads):
    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._gaps = Gaps()

    async def waiting(self, after: int, limit: int) -> list[Waiting]:
        now = asyncio.get_running_loop().time()
        if after == 0:
            self._gaps = Gaps()
        found = await self.database.fetch("waiting", after=after, limit=limit, missing=self._gaps.missing(now))
        self._gaps.read([row["id"] for row in found], now)
        return [_waiting(row) for row in found]

    async def first_waiting(self, lane: str) -> Waiting | None:
        row = await self.database.fetch_one("first_waiting", lane=lane)
        return _waiting(row) if row else None

    async def lately_in_groups(self, since: int) -> list[tuple[int, NoticeKind, int]]:
        found = await self.database.fetch("lately_in_groups", since=since)
        return [(row["chat_id"], NoticeKind(row["kind"]), row["done_at"]) for row in found]

    async def last_answers(self) -> list[tuple[dict[str, Any], bool]]:
        found = await self.database.fetch("last_answers")
        return [(rows.data(row["details"]), row["state"] == DELIVERED) for row in found]

    async def waiting_album(self, lane: str, album: str) -> list[Waiting]:
        return [_waiting(row) for row in await self.database.fetch("waiting_album", lane=lane, album=album)]

    async def parcel(self, dialog: int, message: int | None) -> Parcel | None:
        row = await self.database.fetch_one("parcel", dialog=dialog, message=message)
        return _parcel(row) if row else None

    async def oldest_waiting(self, now: int) -> tuple[int | None, int]:
        """When the oldest undelivered notice was written, and how many wait."""
        row = await self.database.fetch_one("oldest_waiting", now=now)
        return (row["at"], row["total"]) if row else (None, 0)

    async def set_aside(self, limit: int) -> list[UpdateSetAside]:
        found = await self.database.fetch("updates_set_aside", limit=limit)
        return [UpdateSetAside(row["update_id"], row["body"], row["error"], row["at"]) for row in found]

    async def count_set_aside(self) -> int:
        return await self._total("count_set_aside")


def _waiting(row: Row) -> Waiting:
    return Waiting(
        id=row["id"],
        lane=row["lane"],
        kind=NoticeKind(row["kind"]),
        dialog=row["dialog"],
        message=row["message"],
        values=rows.data(row["details"]),
        album=row["album"],
        priority=Priority(row["priority"]),
        due_at=row["due_at"],
        created_at=row["created_at"],
    )


def _parcel(row: Row) -> Parcel:
    dialog = rows.dialog(row)
    return Parcel(
        dialog=dialog,
        seller=Person(
            id=dialog.seller_id,
            name=row["person_name"],
            username=row["username"],
            language=row["language"],
            locale=row["locale"],
            banned_at=row["banned_at"],
            ban_reason=row["ban_reason"],
            unreachable_since=row["unreachable_since"],
        ),
        place=rows.joined_place(row),
        message=rows.message(row, dialog.number) if row["message_id"] is not None else None,
    )
