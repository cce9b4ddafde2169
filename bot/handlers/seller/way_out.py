"""«Отмена» in words, where the bot asks for something: the step is left, and what was written can be had back."""

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from bot.handlers.seller.dialog_list import show_list
from bot.handlers.seller.draft_card_position import DraftCards
from bot.handlers.seller.rating import leave_comment, still_commenting
from bot.handlers.seller.restore_draft import leave_draft
from bot.handlers.seller.states import At, draft_of, draft_or_gone, keep, keep_draft, recall, undisturbed
from bot.inbound.update_context import UpdateContext
from core.desk import Desk, SellerActions
from core.dialog import DialogReads
from core.small_talk import is_cancel
from core.units import MINUTE

STANDS_FOR = 10 * MINUTE


def register(router: Router) -> None:
    asked = (F.text, F.text.func(is_cancel), undisturbed)
    router.message.register(leave_drafting, At.drafting, *asked)
    router.message.register(leave_hint, At.hint, *asked)
    router.message.register(leave_period, At.period, *asked)
    router.message.register(send_nowhere, F.text, F.text.func(is_cancel), asked_where)
    router.message.register(leave_rating, At.commenting, *asked, still_commenting)


async def asked_where(message: Message, context: UpdateContext, state: FSMContext) -> bool:
    """«Куда отправить сообщение?» stands there, not answered yet."""
    waiting = await recall(state, "waiting")
    return waiting is not None and context.now - waiting["asked_at"] <= STANDS_FOR


async def send_nowhere(message: Message, context: UpdateContext, state: FSMContext) -> None:
    await keep(state, waiting=None)
    context.screen.send(context.screen.t("writing-forgotten"))


async def leave_drafting(
    message: Message, context: UpdateContext, desk: Desk, draft_cards: DraftCards, state: FSMContext
) -> None:
    """What is being changed stays as it was; where nothing is, the draft is left."""
    draft = await draft_or_gone(state)
    if not (draft.rewriting or draft.changing):
        await leave_draft(context, desk, state)
        return
    await keep_draft(state, draft.with_rewriting(False).with_changing(""))
    draft_cards.follow(context, after=0)


async def leave_hint(message: Message, context: UpdateContext, desk: Desk, state: FSMContext) -> None:
    """Nothing may have been written yet."""
    draft = await draft_of(state)
    if draft is None or draft.is_blank:
        await state.set_state(None)
        context.screen.send(context.screen.t("writing-forgotten"))
    else:
        await leave_draft(context, desk, state)


async def leave_period(message: Message, context: UpdateContext, store: DialogReads, state: FSMContext) -> None:
    await show_list(context, store, state, below=True)


async def leave_rating(
    message: Message, context: UpdateContext, seller_actions: SellerActions, state: FSMContext
) -> None:
    await leave_comment(context, seller_actions, state, (await recall(state, "rated"))["number"])
