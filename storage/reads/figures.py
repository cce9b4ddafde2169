"""What figures are made of: read in batches, so that a million dialogs need no more memory than a thousand."""

from collections.abc import AsyncIterator
from typing import Any, cast

from core.dialog import Ending, Status, Titles
from core.figures import Deliveries, DialogFact, TurnFact
from core.message import first_id
from storage import rows
from storage.database import Row
from storage.reads.base import Reads

Values = tuple[Any, ...]

AT_ONCE = 5_000
STATUS = {status.value: status for status in Status}
ENDING: dict[str | None, Ending | None] = {None: None, **{ending.value: ending for ending in Ending}}


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
        accepted = outcomes.pop("accepted")
        delivered = accepted - sum(outcomes.values())
        outcomes.pop("waiting", None)
        return Deliveries(accepted, delivered, outcomes)

    async def titles(self, topic: str) -> Titles | None:
        row = await self.database.fetch_one("titles", topic=topic)
        return rows.titles(row["titles"]) if row else None


def _dialog(row: Row) -> DialogFact:
    """By place: a row of either database is a sequence of values, and by name it takes longer."""
    (_, category, topic, group, agent, agent_name, status, ending, created_at, first_answer_at, ended_at, rating) = (
        cast(Values, row)
    )
    return DialogFact(
        category,
        topic,
        group,
        agent,
        agent_name,
        STATUS[status],
        ENDING[ending],
        created_at,
        first_answer_at,
        ended_at,
        rating,
    )


def _turn(row: Row) -> TurnFact:
    _, asked_at, answered_at, agent, agent_name, category, topic = cast(Values, row)
    return TurnFact(category, topic, agent, agent_name, asked_at, answered_at)
