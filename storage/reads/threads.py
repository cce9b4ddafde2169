"""Where dialogs stand in the agents' groups, and what agents look for there."""

from dataclasses import replace

from core.dialog import Dialog
from core.threads import DialogInThread, Thread
from storage import rows
from storage.database import Row
from storage.reads.base import Reads
from storage.reads.dialog import surviving


class ThreadReads(Reads):
    async def dialog_at(self, chat_id: int, thread_id: int) -> Dialog | None:
        row = await self.database.fetch_one("dialog_at", chat_id=chat_id, thread_id=thread_id)
        return await surviving(self.database, rows.dialog(row)) if row else None

    async def thread(self, number: int) -> Thread | None:
        row = await self.database.fetch_one("thread", number=number)
        return rows.thread(row) if row else None

    async def queue(self, group: int, limit: int, offset: int) -> list[DialogInThread]:
        found = await self.database.fetch("queue", group_id=group, limit=limit, offset=offset)
        return [_of_a_seller(row) for row in found]

    async def count_queue(self, group: int) -> int:
        return await self._total("count_queue", group_id=group)

    async def count_snoozed(self, group: int) -> int:
        return await self._total("count_snoozed", group_id=group)

    async def assigned_to(self, agent_id: int, limit: int, offset: int) -> list[DialogInThread]:
        found = await self.database.fetch("assigned_to", agent_id=agent_id, limit=limit, offset=offset)
        return [_of_a_seller(row) for row in found]

    async def count_assigned_to(self, agent_id: int) -> int:
        return await self._total("count_assigned_to", agent_id=agent_id)

    async def past_dialogs(self, seller_id: int, limit: int, offset: int) -> list[DialogInThread]:
        found = await self.database.fetch("past_dialogs", seller_id=seller_id, limit=limit, offset=offset)
        return [_in_thread(row) for row in found]

    async def colleagues(self, group: int, limit: int) -> list[tuple[int, str]]:
        found = await self.database.fetch("colleagues", group_id=group, limit=limit)
        return [(row["agent_id"], row["agent_name"]) for row in found]

    async def groups_moved(self) -> dict[int, int]:
        return {row["old_id"]: row["new_id"] for row in await self.database.fetch("groups_moved")}

    async def is_able_in(self, group: int) -> bool | None:
        row = await self.database.fetch_one("group_ability", chat_id=group)
        return bool(row["able"]) if row else None

    async def groups_answering(self) -> list[int]:
        return [row["group_id"] for row in await self.database.fetch("groups_answering")]

    async def open_by_category(self, group: int) -> dict[str, int]:
        found = await self.database.fetch("open_by_category", group_id=group)
        return {row["category"]: row["total"] for row in found}


def _in_thread(row: Row) -> DialogInThread:
    return DialogInThread(rows.dialog(row), rows.joined_thread(row))


def _of_a_seller(row: Row) -> DialogInThread:
    return replace(_in_thread(row), seller=row["seller_name"])
