"""What may be taken out of the desk: everything of a period by an admin, all of one's own by a seller."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Protocol

from core.dialog import Dialog
from core.message import Message


@dataclass(frozen=True, slots=True)
class ExportedDialog:
    dialog: Dialog
    seller_name: str
    username: str | None
    answered_by: str | None  # who gave the first answer
    promised_until: int | None  # that answer
    question: str  # the seller's first words
    files: int | None


@dataclass(frozen=True, slots=True)
class ExportedMessage:
    message: Message
    reaction: str | None = None


class ExportReads(Protocol):
    """In the order of time. However much it is, only a batch at a time is in memory."""

    def export_dialogs(self, since: int, until: int) -> AsyncIterator[ExportedDialog]:
        """Dialogs that were opened in the period."""

    def export_ratings(self, since: int, until: int) -> AsyncIterator[ExportedDialog]:
        """Dialogs that were rated in the period."""

    def export_messages(self, since: int, until: int) -> AsyncIterator[ExportedMessage]:
        """Messages and notes of the period."""

    def seller_data(self, seller_id: int) -> AsyncIterator[tuple[Dialog, list[ExportedMessage]]]:
        """A seller's dialogs, each with its history as the seller sees it."""
