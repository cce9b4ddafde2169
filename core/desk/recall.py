"""An answer that has not left yet is taken back, and stays as a note."""

from collections.abc import Sequence
from dataclasses import replace

from core.desk.base import CARD_SETTLES, Base
from core.dialog import Dialog, DialogChanged, Status
from core.errors import SentAlready
from core.message import Message, MessageRecalled, Side
from core.outbox import card
from core.unit_of_work import UnitOfWork
from core.units import SECOND

IN_GOOD_TIME = SECOND  # before it is due: what leaves just now can't be held any more
SEEN_BACK = 200


class Recalls(Base):
    async def recall(self, work: UnitOfWork, dialog: Dialog, messages: Sequence[Message]) -> Dialog:
        """All of them, or SentAlready. The dialog is again as it was without them."""
        for message in messages:
            due_at = await self.store.due_at(message.id)
            if due_at is None or due_at < work.now + IN_GOOD_TIME:
                raise SentAlready()
        work.add(*(MessageRecalled(message.id) for message in messages))
        if not dialog.is_open:
            return dialog
        gone = {message.id for message in messages}
        history = await self.store.last_messages(dialog.number, SEEN_BACK)
        changed = as_of(dialog, [message for message in history if message.id not in gone])
        work.add(DialogChanged(changed))
        work.tell(card(dialog.number, work.now + CARD_SETTLES))
        return changed


def as_of(dialog: Dialog, history: Sequence[Message]) -> Dialog:
    """An open dialog as these messages, oldest first, make it."""
    spoken = [message for message in history if message.side is Side.AGENT]
    last = spoken[-1] if spoken else None
    unanswered = [
        message for message in history if message.side is Side.SELLER and (last is None or message.id > last.id)
    ]
    return replace(
        dialog,
        status=_status(last, bool(unanswered)),
        waiting_since=unanswered[0].created_at if unanswered else None,
        support_wrote_at=last.created_at if last else None,
        answered_at=dialog.answered_at if any(not message.asks for message in spoken) else None,
    )


def _status(last: Message | None, unanswered: bool) -> Status:
    if last is None or unanswered:
        return Status.CREATED
    return Status.CLARIFYING if last.asks else Status.ANSWERED
