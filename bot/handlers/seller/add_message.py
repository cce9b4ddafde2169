"""Adding to a dialog, and the word or the sign that it arrived."""

from collections.abc import Sequence

from aiogram.fsm.context import FSMContext

from bot.handlers.refusals import show_refusal
from bot.handlers.seller.incoming_message import incoming_of
from bot.handlers.seller.states import keep, recall
from bot.inbound.update_context import UpdateContext
from bot.telegram.reactions import KEPT
from core.desk import SellerActions
from core.dialog import Dialog
from core.errors import FileTooLarge, TotalTooLarge
from core.message import IncomingMessage
from core.units import MINUTE

RECEIPT_EVERY = 10 * MINUTE  # one receipt, not one for each message of a burst


async def add_all_incoming(
    context: UpdateContext,
    seller_actions: SellerActions,
    state: FSMContext,
    dialog: Dialog,
    parts: Sequence[IncomingMessage],
    reply_to: int | None = None,
) -> None:
    told = await recall(state, "told")
    receipt = told is None or told["number"] != dialog.number or context.now - told["at"] > RECEIPT_EVERY
    incoming_messages = [incoming_of(part, reply_to) for part in parts]
    changed = await seller_actions.add(context.work, context.person, dialog, *incoming_messages, receipt=receipt)
    if receipt or changed.status is not dialog.status:
        await keep(state, told={"number": dialog.number, "at": context.now})
        return
    for part in parts:
        context.screen.react(part.ref.message_id, KEPT)


async def add_incoming(
    context: UpdateContext,
    seller_actions: SellerActions,
    state: FSMContext,
    dialog: Dialog,
    part: IncomingMessage,
    reply_to: int | None = None,
) -> None:
    """Of a file that is refused, its caption goes all the same."""
    try:
        await add_all_incoming(context, seller_actions, state, dialog, [part], reply_to)
    except (FileTooLarge, TotalTooLarge) as refusal:
        if part.words is None:
            raise
        show_refusal(context.screen, refusal)
        context.screen.send(context.screen.t("writing-words-went"))
        await add_all_incoming(context, seller_actions, state, dialog, [part.words], reply_to)
