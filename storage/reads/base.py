"""What every room of reads needs."""

from typing import Any

from storage.database import Database


class Reads:
    def __init__(self, database: Database) -> None:
        self.database = database

    async def _total(self, name: str, **values: Any) -> int:
        row = await self.database.fetch_one(name, **values)
        return int(row["total"]) if row else 0
