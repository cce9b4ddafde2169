"""Where people are in their conversations with the bot."""

from core.fsm import Conversation, FsmState
from core.person import Person
from storage import rows
from storage.reads.base import Reads


class FsmReads(Reads):
    async def fsm_state(self, key: str) -> FsmState:
        row = await self.database.fetch_one("fsm_state", key=key)
        return rows.fsm_state(row) if row else FsmState()

    async def conversations_left(self, since: int, until: int, limit: int) -> list[Conversation]:
        found = await self.database.fetch("conversations_left", since=since, until=until, limit=limit)
        return [Conversation(row["key"], rows.fsm_state(row)) for row in found]

    async def person_and_fsm_state(self, person_id: int, key: str) -> tuple[Person | None, FsmState]:
        row = await self.database.fetch_one("person_and_fsm_state", id=person_id, key=key)
        assert row is not None
        return rows.person(row) if row["id"] is not None else None, rows.fsm_state(row)
