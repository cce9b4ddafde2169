"""Who did what."""

from core.audit import AuditLine
from storage import rows
from storage.reads.base import Reads


class AuditReads(Reads):
    async def audit(self, limit: int, offset: int) -> list[AuditLine]:
        return [
            AuditLine(row["id"], row["by_id"], row["action"], row["at"], rows.data(row["details"]))
            for row in await self.database.fetch("audit", limit=limit, offset=offset)
        ]

    async def count_audit(self) -> int:
        return await self._total("count_audit")
