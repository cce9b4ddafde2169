"""Dialogs by what an agent remembers of them."""

from dataclasses import dataclass
from typing import Protocol

from core.dialog import Dialog
from core.message import Message


@dataclass(frozen=True, slots=True)
class FoundDialog:
    dialog: Dialog
    message: Message | None = None  # whose words were asked for; None where the number or the seller was


class FindReads(Protocol):
    async def find(self, question: str, limit: int, offset: int) -> list[FoundDialog]:
        """By number, then by the seller's id, name or username, then by words of the history; newest first in each.

        A dialog comes once. At most a few hundred are found at all: who needs more asks for more words.
        """
