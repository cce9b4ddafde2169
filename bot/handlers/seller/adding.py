"""Adding to a dialog, and the word that it arrived."""

from collections.abc import Sequence

from aiogram.fsm.context import FSMContext

from bot.handlers.refusals import show_refusal
from bot.handlers.seller.conversation import keep, recall
from bot.handlers.seller.incoming import letter_of
from bot.turn import Turn
from core.desk import Desk
from core.dialog import Dialog
from core.draft import Part
from core.errors import FileTooLarge, TotalTooLarge

RECEIPT_EVERY = 10 * 60_000  # ms: one receipt, not one for each message of a burst


async def add_letters(
    turn: Turn, desk: Desk, state: FSMContext, dialog: Dialog, parts: Sequence[Part], reply_to: int | None = None
) -> None:
    told = await recall(state, "told")
    receipt = told is None or told["number"] != dialog.number or turn.now - told["at"] > RECEIPT_EVERY
    letters = [letter_of(part, reply_to) for part in parts]
    await desk.add(turn.work, turn.person, dialog, *letters, receipt=receipt)
    if receipt:
        await keep(state, told={"number": dialog.number, "at": turn.now})


async def add_letter(
    turn: Turn, desk: Desk, state: FSMContext, dialog: Dialog, part: Part, reply_to: int | None = None
) -> None:
    """Of a file that is refused, its caption goes all the same."""
    try:
        await add_letters(turn, desk, state, dialog, [part], reply_to)
    except (FileTooLarge, TotalTooLarge) as refusal:
        if part.words is None:
            raise
        show_refusal(turn.screen, refusal)
        turn.screen.send(turn.screen.t("writing-words-went"))
        await add_letters(turn, desk, state, dialog, [part.words], reply_to)
