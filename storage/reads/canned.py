"""Canned answers."""

from core.canned import CannedAnswer, Macro
from storage import rows
from storage.database import Row
from storage.reads.base import Reads


class CannedReads(Reads):
    async def canned_answers(self) -> list[CannedAnswer]:
        return [_canned_answer(row) for row in await self.database.fetch("canned_answers")]

    async def canned_answer(self, canned_id: int) -> CannedAnswer | None:
        row = await self.database.fetch_one("canned_answer", id=canned_id)
        return _canned_answer(row) if row else None


def _canned_answer(row: Row) -> CannedAnswer:
    return CannedAnswer(
        row["id"],
        row["category"],
        row["title"],
        row["text"],
        row["position"],
        translations=rows.data(row["translations"]),
        macro=Macro(**rows.data(row["macro"])),
    )
