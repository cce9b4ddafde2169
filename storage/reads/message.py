"""The history, and where its messages stand in the messenger."""

from core.content import Content
from core.message import Message, MessageRef, MessageState, ReferencedMessage, Side, WrittenAnswer
from storage import rows
from storage.reads.base import Reads
from storage.reads.dialog import surviving


class MessageReads(Reads):
    async def message_at(self, ref: MessageRef) -> ReferencedMessage | None:
        row = await self.database.fetch_one("message_at", chat_id=ref.chat_id, post_id=ref.message_id)
        if row is None:
            return None
        dialog = await surviving(self.database, rows.dialog(row))
        if dialog is None:
            return None
        return ReferencedMessage(rows.message(row, dialog.number) if row["message_id"] is not None else None, dialog)

    async def message(self, message_id: int) -> Message | None:
        row = await self.database.fetch_one("message", id=message_id)
        return rows.message(row) if row else None

    async def versions(self, message_id: int) -> list[tuple[Content, int]]:
        found = await self.database.fetch("versions", message=message_id)
        return [(Content.from_data(rows.data(row["content"])), row["until"]) for row in found]

    async def history(self, number: int, limit: int, offset: int) -> list[Message]:
        found = await self.database.fetch("history", number=number, limit=limit, offset=offset)
        return [rows.message(row) for row in found]

    async def message_page(self, number: int, after: int, limit: int) -> list[Message]:
        found = await self.database.fetch("message_page", number=number, after=after, limit=limit)
        return [rows.message(row) for row in found]

    async def message_states(self, number: int, first: int, last: int) -> dict[int, MessageState]:
        found = await self.database.fetch("message_states", number=number, first=first, last=last)
        return {row["id"]: MessageState(row["delivered_at"], row["failure"], row["emoji"]) for row in found}

    async def answer_at(self, ref: MessageRef) -> WrittenAnswer | None:
        row = await self.database.fetch_one("answer_at", chat_id=ref.chat_id, post_id=ref.message_id)
        if row is None:
            return None
        return WrittenAnswer(
            is_note=row["side"] == Side.NOTE,
            waits=bool(row["waits"]),
            failed=row["failure"] is not None,
            reaction=row["emoji"],
        )

    async def merged_messages(self, number: int, at: int, limit: int) -> list[Message]:
        found = await self.database.fetch("merged_messages", number=number, at=at, limit=limit)
        return [rows.message(row) for row in found]

    async def last_messages(self, number: int, limit: int) -> list[Message]:
        return [rows.message(row) for row in await self.database.fetch("last_messages", number=number, limit=limit)]

    async def answers_since(self, number: int, first: int, limit: int) -> list[Message]:
        found = await self.database.fetch("answers_since", number=number, first=first, limit=limit)
        return [rows.message(row) for row in found]

    async def last_answer(self, number: int) -> int | None:
        row = await self.database.fetch_one("last_answer", number=number)
        return row["id"] if row else None

    async def failed_messages(self, number: int) -> set[int]:
        return {row["id"] for row in await self.database.fetch("failed_messages", number=number)}

    async def count_history(self, number: int) -> int:
        return await self._total("count_history", number=number)

    async def files(self, number: int) -> list[Content]:
        found = await self.database.fetch("files", number=number)
        return [Content.from_data(rows.data(row["content"])) for row in found]

    async def count_files(self, number: int) -> int:
        return await self._total("count_files", number=number)

    async def album(self, album: str) -> list[Message]:
        return [rows.message(row) for row in await self.database.fetch("album", album=album)]

    async def album_size(self, album: str) -> int:
        return await self._total("album_size", album=album)

    async def message_refs(self, message_id: int) -> list[tuple[MessageRef, bool]]:
        found = await self.database.fetch("message_refs", message=message_id)
        return [(MessageRef(row["chat_id"], row["post_id"]), bool(row["source"])) for row in found]

    async def copies(self, message_id: int) -> list[MessageRef]:
        found = await self.database.fetch("copies", message=message_id)
        return [MessageRef(row["chat_id"], row["post_id"]) for row in found]

    async def due_at(self, message_id: int) -> int | None:
        row = await self.database.fetch_one("due_at", message=message_id)
        return row["due_at"] if row else None
