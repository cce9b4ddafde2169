"""What figures are made of: counted and put together by the database, which takes a fraction of the time."""

from collections.abc import AsyncIterator, Sequence
from operator import itemgetter

from core.dialog import Status, Titles
from core.durations import Spread
from core.figures import Deliveries, FirstAnswer, GroupDialogs, NotKept, Place
from core.message import first_id
from core.person import Agent
from core.tally import Tally
from storage import rows
from storage.database import Row
from storage.reads.base import Reads

AT_ONCE = 5_000
BY_PLACE = itemgetter(1, 2, 3)  # of columns: by name it takes several times as long
PROMISED = itemgetter("due_at", "waited_until", "group_id")
COUNTED = (
    "dialogs", "answered", "finished", "expired", "cancelled", "ratings", "ratings_of_answered", "satisfied",
)  # fmt: skip


class FigureReads(Reads):
    async def dialogs_by_place(self, since: int, until: int) -> dict[Place, Tally]:
        found = await self.database.fetch("dialogs_by_place", since=since, until=until)
        return {Place(row["category"], row["topic"]): _tally(row) for row in found}

    async def dialogs_by_agent(self, since: int, until: int) -> dict[Agent, Tally]:
        found = await self.database.fetch("dialogs_by_agent", since=since, until=until)
        return {Agent(row["agent"], row["name"]): _tally(row) for row in found}

    async def turns_by_place(self, since: int, until: int) -> dict[Place, Spread]:
        found = await self.database.fetch("turns_by_place", since=since, until=until)
        return {Place(row["category"], row["topic"]): _spread(row["next_response"]) for row in found}

    async def turns_by_agent(self, since: int, until: int) -> dict[Agent, Spread]:
        found = await self.database.fetch("turns_by_agent", since=since, until=until)
        return {Agent(row["agent"], row["name"]): _spread(row["next_response"]) for row in found}

    async def dialogs_by_group(self, since: int, until: int) -> list[GroupDialogs]:
        found = await self.database.fetch("dialogs_by_group", since=since, until=until)
        return [GroupDialogs(row["group_id"], Status(row["status"]), row["dialogs"]) for row in found]

    async def dialogs_by_quarter(self, since: int, until: int) -> dict[int, int]:
        found = await self.database.fetch("dialogs_by_quarter", since=since, until=until)
        return {row["quarter"]: row["dialogs"] for row in found}

    async def first_answers(self, since: int, until: int) -> AsyncIterator[list[FirstAnswer]]:
        async for batch in self._batches("first_answers", "created_at", since, until, AT_ONCE):
            yield list(map(FirstAnswer._make, map(BY_PLACE, batch)))

    async def promises_kept(self, since: int, until: int) -> int:
        return await self._total("promises_kept", since=since, until=until)

    async def promises_not_kept(self, since: int, until: int) -> AsyncIterator[list[NotKept]]:
        async for batch in self._batches("promises_not_kept", "asked_at", since, until, AT_ONCE):
            yield list(map(NotKept._make, map(PROMISED, batch)))

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


def _tally(row: Row) -> Tally:
    counts = {name: row[name] for name in COUNTED}
    return Tally(**counts, first_response=_spread(row["first_response"]), resolution=_spread(row["resolution"]))


def _spread(seconds: str | Sequence[int] | None) -> Spread:
    """SQLite gives a text of them."""
    return Spread(map(int, seconds.split(",")) if isinstance(seconds, str) else seconds or ())
