"""The catalogue that was imported last."""

from storage.reads.base import Reads


class CatalogueReads(Reads):
    async def catalogue(self) -> str | None:
        row = await self.database.fetch_one("catalogue")
        return row["text"] if row else None
