"""What agents look for: the queue, their own dialogs, a seller's past, each other."""

from core.dialog import Dialog
from core.person import Person
from core.threads import DialogInThread
from storage import rows
from storage.database import Row
from storage.reads.base import Reads


class AgentReads(Reads):
    async def queue(self, group: int, limit: int, offset: int) -> list[DialogInThread]:
        found = await self.database.fetch("queue", group_id=group, limit=limit, offset=offset)
        return [_in_thread(row) for row in found]

    async def count_queue(self, group: int) -> int:
        return await self._total("count_queue", group_id=group)

    async def assigned_to(self, agent_id: int, limit: int, offset: int) -> list[DialogInThread]:
        found = await self.database.fetch("in_charge", agent_id=agent_id, limit=limit, offset=offset)
        return [_in_thread(row) for row in found]

    async def count_assigned_to(self, agent_id: int) -> int:
        return await self._total("count_in_charge", agent_id=agent_id)

    async def past_dialogs(self, seller_id: int, limit: int, offset: int) -> list[DialogInThread]:
        found = await self.database.fetch("past_dialogs", seller_id=seller_id, limit=limit, offset=offset)
        return [_in_thread(row) for row in found]

    async def waiting_dialogs(self, until: int, after: Dialog | None, limit: int) -> list[Dialog]:
        found = await self.database.fetch(
            "waiting_dialogs",
            until=until,
            after=after.waiting_since or 0 if after else 0,
            number=after.number if after else 0,
            limit=limit,
        )
        return [rows.dialog(row) for row in found]

    async def colleagues(self, group: int, limit: int) -> list[tuple[int, str]]:
        found = await self.database.fetch("colleagues", group_id=group, limit=limit)
        return [(row["agent_id"], row["agent_name"]) for row in found]

    async def person_called(self, username: str) -> Person | None:
        row = await self.database.fetch_one("person_called", username=username.lower())
        return rows.person(row) if row else None

    async def due_at(self, message_id: int) -> int | None:
        row = await self.database.fetch_one("due_at", message=message_id)
        return row["due_at"] if row else None


def _in_thread(row: Row) -> DialogInThread:
    return DialogInThread(rows.dialog(row), rows.joined_thread(row))
