"""Adding to a dialog, and the word that it arrived."""

from collections.abc import Iterable

from aiogram.fsm.context import FSMContext

from bot.handlers.seller.conversation import keep, recall
from bot.handlers.seller.incoming import letter_of
from bot.turn import Turn
from core.desk import Desk
from core.dialog import Dialog
from core.draft import Part

RECEIPT_EVERY = 10 * 60_000  # ms: one receipt, not one for each message of a burst


async def add_letters(
    turn: Turn, desk: Desk, state: FSMContext, dialog: Dialog, parts: Iterable[Part], reply_to: int | None = None
) -> None:
    told = await recall(state, "told")
    receipt = told is None or told["number"] != dialog.number or turn.now - told["at"] > RECEIPT_EVERY
    letters = [letter_of(part, reply_to) for part in parts]
    await desk.add(turn.work, turn.person, dialog, *letters, receipt=receipt)
    if receipt:
        await keep(state, told={"number": dialog.number, "at": turn.now})
