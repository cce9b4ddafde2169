"""Real deletion: of a dialog, and of all that is kept of a seller."""

from dataclasses import dataclass
from typing import Protocol

from core.change import Change


@dataclass(frozen=True, slots=True)
class DialogErased(Change):
    """With its messages, their versions, and all that says where they stood."""

    number: int


@dataclass(frozen=True, slots=True)
class SellerErased(Change):
    """All that is kept of a seller but a ban. `numbers`: every dialog of theirs; a Conflict where there is another."""

    seller_id: int
    numbers: tuple[int, ...]


class ErasureReads(Protocol):
    async def count_ended_before(self, moment: int) -> int:
        """How many dialogs would be erased where they are kept until then."""
