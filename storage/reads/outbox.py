"""The outbox: what waits, and what a delivery needs to know."""

from core.outbox import (
    DeliveryContext,
    EndedAnswer,
    NoticeKind,
    PendingNotice,
    Priority,
    Recipient,
    StreamHead,
    recipient_of,
)
from core.person import Person
from storage import rows
from storage.database import Row
from storage.reads.base import Reads

DELIVERED = 1  # a state of the outbox


class OutboxReads(Reads):
    async def waiting(self, after: int, limit: int) -> list[PendingNotice]:
        return [_waiting(row) for row in await self.database.fetch("waiting", after=after, limit=limit)]

    async def stream_heads(self, after: int) -> list[StreamHead]:
        return [_head(row) for row in await self.database.fetch("stream_heads", after=after)]

    async def late_answers(self, due_before: int, limit: int) -> list[PendingNotice]:
        found = await self.database.fetch("late_answers", before=due_before, limit=limit)
        return [_waiting(row) for row in found]

    async def first_waiting(self, stream: str) -> PendingNotice | None:
        row = await self.database.fetch_one("first_waiting", stream=stream)
        return _waiting(row) if row else None

    async def first_due(self, stream: str, now: int) -> PendingNotice | None:
        row = await self.database.fetch_one("first_due", stream=stream, now=now)
        return _waiting(row) if row else None

    async def delivered_in_groups(self, since: int) -> list[tuple[int, NoticeKind, int]]:
        found = await self.database.fetch("delivered_in_groups", since=since)
        return [(row["chat_id"], NoticeKind(row["kind"]), row["done_at"]) for row in found]

    async def last_answers(self) -> list[EndedAnswer]:
        found = await self.database.fetch("last_answers")
        return [EndedAnswer(rows.data(row["details"]), row["state"] == DELIVERED, row["emoji"]) for row in found]

    async def count_held(self) -> int:
        return await self._total("held")

    async def waiting_album(self, stream: str, album: str) -> list[PendingNotice]:
        return [_waiting(row) for row in await self.database.fetch("waiting_album", stream=stream, album=album)]

    async def delivery_context(self, dialog: int, message: int | None) -> DeliveryContext | None:
        row = await self.database.fetch_one("delivery_context", dialog=dialog, message=message)
        return _delivery_context(row) if row else None

    async def oldest_waiting(self, now: int) -> tuple[int | None, int]:
        """When the oldest undelivered notice was written, and how many wait."""
        row = await self.database.fetch_one("oldest_waiting", now=now)
        return (row["at"], row["total"]) if row else (None, 0)


def _head(row: Row) -> StreamHead:
    recipient, number = recipient_of(row["stream"])
    return StreamHead(
        stream=row["stream"],
        first=row["first"],
        newest=row["newest"],
        priority=row["priority"],
        due_at=row["due_at"],
        chat=_chat_of(recipient, number, row),
    )


def _chat_of(recipient: Recipient, number: int, row: Row) -> int:
    if recipient is Recipient.SELLER:
        return number
    return row["seller_id" if recipient is Recipient.STARS else "group_id"] or 0


def _waiting(row: Row) -> PendingNotice:
    return PendingNotice(
        id=row["id"],
        stream=row["stream"],
        kind=NoticeKind(row["kind"]),
        dialog=row["dialog"],
        message=row["message"],
        values=rows.data(row["details"]),
        album=row["album"],
        priority=Priority(row["priority"]),
        due_at=row["due_at"],
        created_at=row["created_at"],
    )


def _delivery_context(row: Row) -> DeliveryContext:
    dialog = rows.dialog(row)
    return DeliveryContext(
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
        thread=rows.joined_thread(row),
        message=rows.message(row, dialog.number) if row["message_id"] is not None else None,
    )
