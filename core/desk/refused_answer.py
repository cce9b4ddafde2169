"""An answer that could not be delivered is none: whoever waited for it waits on, since when they did."""

from collections.abc import Collection

from core.desk.desk import Desk
from core.desk.due_times import promised
from core.desk.late_words import SEEN_BACK, without_answer
from core.dialog import DialogChanged
from core.message import Side
from core.outbox import CARD_SETTLES, card_notice
from core.unit_of_work import UnitOfWork


async def without_answers(work: UnitOfWork, desk: Desk, number: int, refused: Collection[int]) -> None:
    """A dialog as it was without these messages, and without those that failed before."""
    dialog = await desk.store.dialog(number)
    if dialog is None or dialog.rating is not None:
        return
    gone = {*refused, *await desk.store.failed_messages(number)}
    history = await desk.store.last_messages(number, SEEN_BACK)
    if not any(message.side is Side.AGENT and message.id in gone for message in history):
        return
    changed = without_answer(dialog, [message for message in history if message.id not in gone])
    changed = promised(desk, changed, dialog)
    if changed != dialog:
        work.add(DialogChanged(changed))
        work.notify(card_notice(number, work.now + CARD_SETTLES))
