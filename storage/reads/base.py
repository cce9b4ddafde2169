"""What every room of reads needs."""

from collections.abc import AsyncIterator, Sequence
from typing import Any

from storage.database import Database, Row

HIGHEST = 1 << 62


class Reads:
    def __init__(self, database: Database) -> None:
        self.database = database

    async def _total(self, name: str, **values: Any) -> int:
        row = await self.database.fetch_one(name, **values)
        return int(row["total"]) if row else 0

    async def _in_batches(self, name: str, order: str, since: int, until: int, at_once: int) -> AsyncIterator[Row]:
        """Rows of a period one by one, by the column `order` and the number."""
        async for batch in self._batches(name, order, since, until, at_once):
            for row in batch:
                yield row

    async def _batches(
        self, name: str, order: str, since: int, until: int, at_once: int
    ) -> AsyncIterator[Sequence[Row]]:
        """Read on from the last that was read."""
        after, number = since - 1, HIGHEST
        while found := await self.database.fetch(name, until=until, after=after, number=number, limit=at_once):
            yield found
            if len(found) < at_once:
                return
            after, number = found[-1][order], found[-1]["number"]
