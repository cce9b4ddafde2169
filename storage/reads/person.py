"""People, and their conversations with the bot."""

from core.fsm import FsmState
from core.person import Person
from storage import rows
from storage.reads.base import Reads


class PeopleReads(Reads):
    async def person(self, person_id: int) -> Person | None:
        row = await self.database.fetch_one("person", id=person_id)
        return rows.person(row) if row else None

    async def fsm_state(self, key: str) -> FsmState:
        row = await self.database.fetch_one("conversation", key=key)
        return rows.stand(row) if row else (None, {})

    async def person_and_fsm_state(self, person_id: int, key: str) -> tuple[Person | None, FsmState]:
        row = await self.database.fetch_one("person_and_conversation", id=person_id, key=key)
        assert row is not None
        return rows.person(row) if row["id"] is not None else None, rows.stand(row)
