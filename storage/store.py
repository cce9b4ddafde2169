"""The store of core/ports, and what delivery asks besides, over either database."""

from statistics import median
from typing import Any

from core.content import Content
from core.dialog import Dialog
from core.draft import MessageRef
from core.message import Message
from core.notices import NoticeKind, Priority
from core.ports import DialogFilter, Health, Known, Parcel, Past, Place, Waiting
from core.work import Person, UpdateSetAside, Work
from storage import rows
from storage.agents import AgentReads
from storage.database import Database, Row
from storage.health import health
from storage.housekeeping import sweep
from storage.statements import statements

FEWEST_FOR_USUAL = 5
FAR_FUTURE = 1 << 60


class SqlStore(AgentReads):
    def __init__(self, database: Database) -> None:
        self.database = database

    async def commit(self, work: Work) -> None:
        together = [statement for record in work.records for statement in statements(record)]
        if together:
            await self.database.commit(together)

    async def leads(self) -> bool:
        return await self.database.leads()

    async def sweep(self, now: int) -> None:
        await sweep(self.database, now)

    async def next_number(self) -> int:
        return await self.database.next_number()

    # ---- people and conversations

    async def person(self, person_id: int) -> Person | None:
        row = await self.database.fetch_one("person", id=person_id)
        return rows.person(row) if row else None

    async def conversation(self, key: str) -> tuple[str | None, dict[str, Any]]:
        row = await self.database.fetch_one("conversation", key=key)
        return (row["state"], rows.data(row["data"])) if row else (None, {})

    # ---- dialogs

    async def dialog(self, number: int) -> Dialog | None:
        return _dialog(await self.database.fetch_one("dialog", number=number))

    async def dialog_at(self, chat_id: int, thread_id: int) -> Dialog | None:
        return _dialog(await self.database.fetch_one("dialog_at", chat_id=chat_id, thread_id=thread_id))

    async def place(self, number: int) -> Place | None:
        row = await self.database.fetch_one("place", number=number)
        return rows.place(row) if row else None

    async def open_dialogs(self, seller_id: int) -> list[Dialog]:
        return [rows.dialog(row) for row in await self.database.fetch("open_dialogs", seller_id=seller_id)]

    async def dialogs(self, seller_id: int, which: DialogFilter, limit: int, offset: int) -> list[Dialog]:
        found = await self.database.fetch(
            "dialogs_of_seller", seller_id=seller_id, limit=limit, offset=offset, **_filter(which)
        )
        return [rows.dialog(row) for row in found]

    async def count_dialogs(self, seller_id: int, which: DialogFilter) -> int:
        return await self._total("count_dialogs_of_seller", seller_id=seller_id, **_filter(which))

    async def topics_used(self, seller_id: int) -> list[Dialog]:
        return [rows.dialog(row) for row in await self.database.fetch("topics_used", seller_id=seller_id)]

    async def topic_taken(self, seller_id: int, topic: str) -> tuple[int, int] | None:
        row = await self.database.fetch_one("topic_taken", seller_id=seller_id, topic=topic)
        return (row["at"], row["number"]) if row else None

    async def past(self, seller_id: int, before: int) -> Past:
        ratings = await self.database.fetch("past_ratings", seller_id=seller_id, before=before)
        return Past(
            dialogs=await self._total("count_past", seller_id=seller_id, before=before),
            ratings=tuple(row["rating"] for row in ratings),
        )

    async def usual_answer(self, topic: str, since: int) -> int | None:
        took = [row["took"] for row in await self.database.fetch("usual_answer", topic=topic, since=since)]
        return int(median(took)) if len(took) >= FEWEST_FOR_USUAL else None

    async def to_remind(self, silent_since: int, limit: int) -> list[Dialog]:
        found = await self.database.fetch("to_remind", silent_since=silent_since, limit=limit)
        return [rows.dialog(row) for row in found]

    async def to_expire(self, silent_since: int, limit: int) -> list[Dialog]:
        found = await self.database.fetch("to_expire", silent_since=silent_since, limit=limit)
        return [rows.dialog(row) for row in found]

    # ---- messages

    async def known(self, ref: MessageRef) -> Known | None:
        row = await self.database.fetch_one("known", chat_id=ref.chat_id, post_id=ref.message_id)
        if row is None:
            return None
        dialog = rows.dialog(row)
        return Known(rows.message(row, dialog.number) if row["message_id"] is not None else None, dialog)

    async def message(self, message_id: int) -> Message | None:
        row = await self.database.fetch_one("message", id=message_id)
        return rows.message(row) if row else None

    async def versions(self, message_id: int) -> list[tuple[Content, int]]:
        found = await self.database.fetch("versions", message=message_id)
        return [(Content.from_data(rows.data(row["content"])), row["until"]) for row in found]

    async def history(self, number: int, limit: int, offset: int) -> list[Message]:
        found = await self.database.fetch("history", number=number, limit=limit, offset=offset)
        return [rows.message(row) for row in found]

    async def last_messages(self, number: int, limit: int) -> list[Message]:
        return [rows.message(row) for row in await self.database.fetch("last_messages", number=number, limit=limit)]

    async def count_history(self, number: int) -> int:
        return await self._total("count_history", number=number)

    async def files(self, number: int) -> list[Content]:
        found = await self.database.fetch("files", number=number)
        return [Content.from_data(rows.data(row["content"])) for row in found]

    async def album(self, album: str) -> list[Message]:
        return [rows.message(row) for row in await self.database.fetch("album", album=album)]

    async def album_size(self, album: str) -> int:
        return await self._total("album_size", album=album)

    async def placed(self, message_id: int) -> list[tuple[MessageRef, bool]]:
        found = await self.database.fetch("where_placed", message=message_id)
        return [(MessageRef(row["chat_id"], row["post_id"]), bool(row["source"])) for row in found]

    async def groups_moved(self) -> dict[int, int]:
        return {row["old_id"]: row["new_id"] for row in await self.database.fetch("groups_moved")}

    # ---- the catalogue

    async def catalogue(self) -> str | None:
        row = await self.database.fetch_one("catalogue")
        return row["text"] if row else None

    # ---- the outbox

    async def waiting(self, after: int, limit: int) -> list[Waiting]:
        return [_waiting(row) for row in await self.database.fetch("waiting", after=after, limit=limit)]

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

    async def health(self, now: int, since: int) -> Health:
        return await health(self.database, now, since)

    async def _total(self, name: str, **values: Any) -> int:
        row = await self.database.fetch_one(name, **values)
        return int(row["total"]) if row else 0


def _dialog(row: Row | None) -> Dialog | None:
    return rows.dialog(row) if row else None


def _filter(which: DialogFilter) -> dict[str, Any]:
    return {
        "since": which.since or 0,
        "until": which.until or FAR_FUTURE,
        "status": which.status.value if which.status else "",
        "topic": which.topic or "",
    }


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
    place = None
    if row["place_chat"] is not None:
        place = Place(
            chat_id=row["place_chat"],
            thread_id=row["thread_id"],
            card_id=row["card_id"],
            name=row["place_name"],
            closed=bool(row["place_closed"]),
        )
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
        place=place,
        message=rows.message(row, dialog.number) if row["message_id"] is not None else None,
    )
