"""What was asked twice is done once: the answer is kept with the work, in one transaction, and given again."""

from dataclasses import dataclass
from typing import Protocol

from core.change import Change
from core.units import DAY

KEPT_FOR = DAY


@dataclass(frozen=True, slots=True)
class AnswerKept(Change):
    """A Conflict where the key of this caller has an answer already: somebody was quicker, and nothing is done."""

    caller: str
    key: str
    request: str  # a digest: the key belongs to this request, and to no other
    status: int
    body: str
    at: int  # UTC ms


class IdempotencyReads(Protocol):
    async def kept_answer(self, caller: str, key: str) -> AnswerKept | None: ...
