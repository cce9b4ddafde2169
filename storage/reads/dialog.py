"""Dialogs: a seller's list, and what is due."""

from statistics import median
from typing import Any

from core.dialog import Dialog, DialogFilter, DialogPage, SellerHistory
from storage import rows
from storage.database import Database
from storage.reads.base import Reads

FEWEST_FOR_USUAL = 5
FAR_FUTURE = 1 << 60


class DialogReads(Reads):
    async def dialog(self, number: int) -> Dialog | None:
        row = await self.database.fetch_one("dialog", number=number)
        return rows.dialog(row) if row else None

    async def surviving_dialog(self, number: int) -> Dialog | None:
        dialog = await self.dialog(number)
        return await surviving(self.database, dialog) if dialog else None

    async def open_dialogs(self, seller_id: int) -> list[Dialog]:
        return [rows.dialog(row) for row in await self.database.fetch("open_dialogs", seller_id=seller_id)]

    async def dialogs(self, seller_id: int, which: DialogFilter, limit: int, offset: int) -> list[Dialog]:
        found = await self.database.fetch(
            "dialogs_of_seller", seller_id=seller_id, limit=limit, offset=offset, **_filter(which)
        )
        return [rows.dialog(row) for row in found]

    async def count_dialogs(self, seller_id: int, which: DialogFilter) -> int:
        return await self._total("count_dialogs_of_seller", seller_id=seller_id, **_filter(which))

    async def dialog_page(self, which: DialogPage) -> list[Dialog]:
        name, chosen = _by_index(which)
        found = await self.database.fetch(name, before=which.before or FAR_FUTURE, limit=which.limit, **chosen)
        return [rows.dialog(row) for row in found]

    async def topics_used(self, seller_id: int) -> list[Dialog]:
        return [rows.dialog(row) for row in await self.database.fetch("topics_used", seller_id=seller_id)]

    async def topic_taken(self, seller_id: int, topic: str) -> tuple[int, int] | None:
        row = await self.database.fetch_one("topic_taken", seller_id=seller_id, topic=topic)
        return (row["at"], row["number"]) if row else None

    async def topics_taken(self, seller_id: int, after: int) -> dict[str, int]:
        taken = await self.database.fetch("topics_taken", seller_id=seller_id, after=after)
        return {row["topic"]: row["at"] for row in taken}

    async def seller_history(self, seller_id: int, before: int) -> SellerHistory:
        ratings = await self.database.fetch("past_ratings", seller_id=seller_id, before=before)
        return SellerHistory(
            dialogs=await self._total("count_past", seller_id=seller_id, before=before),
            ratings=tuple(row["rating"] for row in ratings),
            beside=await self._total("count_beside", seller_id=seller_id, number=before),
        )

    async def first_dialog_at(self) -> int | None:
        row = await self.database.fetch_one("first_dialog_at")
        return row["at"] if row else None

    async def usual_answer_time(self, topic: str, since: int) -> int | None:
        took = [row["took"] for row in await self.database.fetch("usual_answer_time", topic=topic, since=since)]
        return int(median(took)) if len(took) >= FEWEST_FOR_USUAL else None

    async def to_remind(self, silent_since: int, limit: int) -> list[Dialog]:
        found = await self.database.fetch("to_remind", silent_since=silent_since, limit=limit)
        return [rows.dialog(row) for row in found]

    async def to_expire(self, silent_since: int, limit: int) -> list[Dialog]:
        found = await self.database.fetch("to_expire", silent_since=silent_since, limit=limit)
        return [rows.dialog(row) for row in found]

    async def waiting_dialogs(self, until: int, after: Dialog | None, limit: int) -> list[Dialog]:
        found = await self.database.fetch(
            "waiting_dialogs",
            until=until,
            after=after.waiting_since or 0 if after else 0,
            number=after.number if after else 0,
            limit=limit,
        )
        return [rows.dialog(row) for row in found]

    async def to_warn(self, until: int, limit: int) -> list[Dialog]:
        return [rows.dialog(row) for row in await self.database.fetch("to_warn", until=until, limit=limit)]

    async def to_bring_back(self, until: int, limit: int) -> list[Dialog]:
        return [rows.dialog(row) for row in await self.database.fetch("to_bring_back", until=until, limit=limit)]

    async def dialog_numbers(self, seller_id: int) -> list[int]:
        return [row["number"] for row in await self.database.fetch("dialog_numbers", seller_id=seller_id)]

    async def ended_before(self, moment: int, limit: int) -> list[int]:
        found = await self.database.fetch("ended_before", moment=moment, limit=limit)
        return [row["number"] for row in found]

    async def count_ended_before(self, moment: int) -> int:
        return await self._total("count_ended_before", moment=moment)


async def surviving(database: Database, dialog: Dialog) -> Dialog | None:
    """The dialog itself, or the one that it became part of, which may have become part of another one too."""
    while dialog.merged_into is not None:
        row = await database.fetch_one("dialog", number=dialog.merged_into)
        if row is None:
            return None
        dialog = rows.dialog(row)
    return dialog


def _filter(which: DialogFilter) -> dict[str, Any]:
    return {
        "since": which.since or 0,
        "until": which.until or FAR_FUTURE,
        "status": which.status.value if which.status else "",
        "topic": which.topic or "",
    }


def _by_index(which: DialogPage) -> tuple[str, dict[str, Any]]:
    """The query that looks at the fewest dialogs, and what it asks for."""
    status, topic = which.status.value if which.status else "", which.topic or ""
    if which.seller_id is not None:
        return "dialog_page_of_seller", {"seller_id": which.seller_id, "topic": topic, "status": status}
    if topic:
        return "dialog_page_of_topic", {"topic": topic, "status": status}
    return ("dialog_page_of_status", {"status": status}) if status else ("dialog_page", {})
