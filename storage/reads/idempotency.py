"""Answers that are given again."""

from core.idempotency import AnswerKept
from storage.reads.base import Reads


class IdempotencyReads(Reads):
    async def kept_answer(self, caller: str, key: str) -> AnswerKept | None:
        row = await self.database.fetch_one("kept_answer", caller=caller, key=key)
        return AnswerKept(**{name: row[name] for name in AnswerKept.__slots__}) if row else None
