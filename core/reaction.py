"""What people put on a message instead of words: a seller on an answer, an agent on a seller's message."""

from dataclasses import dataclass
from typing import Protocol

from core.change import Change

DISLIKES = "👎"


@dataclass(frozen=True, slots=True)
class Reaction:
    message: int
    emoji: str | None  # None: it was taken away
    asked_at: int | None = None  # the seller was asked what the answer lacks; UTC ms


@dataclass(frozen=True, slots=True)
class ReactionChanged(Change):
    reaction: Reaction
    dialog: int  # of the message


class ReactionReads(Protocol):
    async def reaction(self, message_id: int) -> Reaction | None: ...
