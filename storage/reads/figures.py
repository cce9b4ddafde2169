"""What figures are made of: read in batches, so that a million dialogs need no more memory than a thousand."""

from collections.abc import AsyncIterator

from core.dialog import Ending, Status, Titles
from core.figures import Deliveries, DialogFact, TurnFact
from core.message import first_id
from storage import rows
from storage.database import Row
from storage.reads.base import Reads

AT_ONCE = 1_000


class FigureReads(Reads):
    async def dialog_facts(self, since: int, until: int) -> AsyncIterator[DialogFact]:
        async for row in self._in_batches("dialog_facts", "created_at", since, until, AT_ONCE):
            yield _dialog(row)

    async def turn_facts(self, since: int, until: int) -> AsyncIterator[TurnFact]:
        async for row in self._in_batches("turn_facts", "asked_at", since, until, AT_ONCE):
            yield _turn(row)

    async def deliveries(self, since: int, until: int) -> Deliveries:
        found = await self.database.fetch("deliveries", first=first_id(since), last=first_id(until))
        outcomes = {row["outcome"]: row["total"] for row in found}
        accepted, delivered = sum(outcomes.values()), outcomes.pop("delivered", 0)
        outcomes.pop("waiting", None)
        return Deliveries(accepted, delivered, outcomes)

    async def titles(self, topic: str) -> Titles | None:
        row = await self.database.fetch_one("titles", topic=topic)
        return rows.titles(row["titles"]) if row else None


def _dialog(row: Row) -> DialogFact:
    ending = row["ending"]
    return DialogFact(
        category=row["category"],
        topic=row["topic"],
        group_id=row["group_id"],
        agent_id=row["agent_id"],
        agent_name=row["agent_name"],
        status=Status(row["status"]),
        ending=Ending(ending) if ending else None,
        created_at=row["created_at"],
        first_answer_at=row["first_answer_at"],
        ended_at=row["ended_at"],
        rating=row["rating"],
    )


def _turn(row: Row) -> TurnFact:
    return TurnFact(
        category=row["category"],
        topic=row["topic"],
        agent_id=row["agent_id"],
        agent_name=row["agent_name"],
        asked_at=row["asked_at"],
        answered_at=row["answered_at"],
    )
