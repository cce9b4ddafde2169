"""The draft's card, and how a message joins the draft."""

from aiogram.fsm.context import FSMContext

from bot.handlers.refusals import show_refusal
from bot.handlers.seller.states import At, draft_or_gone, enter, keep, keep_draft, recall
from bot.inbound.update_context import UpdateContext
from bot.keyboards.draft import draft_keyboard
from bot.telegram.screens import Screen
from bot.views.draft import draft_card
from core.content import Limits
from core.desk import Desk
from core.draft import Draft
from core.errors import FileTooLarge, TooManyParts, TotalTooLarge
from core.message import IncomingMessage


async def open_card(context: UpdateContext, desk: Desk, state: FSMContext, draft: Draft) -> None:
    """The message whose button was pressed becomes the card."""
    before = await recall(state, "card")
    card = context.screen.pressed_id
    is_above = before is not None and card is not None and card < before
    fold_card(context.screen, before, context.screen.t("draft-moved-up" if is_above else "draft-moved"))
    await enter(state, At.drafting, context.now)
    await keep(state, draft=draft.to_data(), card=card)
    await show_card(context, desk, state)


def fold_card(screen: Screen, card: int | None, text: str) -> None:
    """The pressed message is no card that was left: something else is shown there."""
    if card and card != screen.pressed_id:
        screen.fold(card, text)


async def show_card(context: UpdateContext, desk: Desk, state: FSMContext) -> None:
    await state.set_state(At.drafting)
    draft = await draft_or_gone(state)
    speech = context.screen.speech
    text = draft_card(speech, draft, desk.catalogue, desk.rules.limits)
    card = await recall(state, "card")
    if card:
        context.screen.edit_at(card, text, draft_keyboard(speech, draft, desk.catalogue.topic(draft.topic)))


async def add_part(context: UpdateContext, desk: Desk, state: FSMContext, draft: Draft, part: IncomingMessage) -> bool:
    """Each file by itself: one that does not fit is refused and counted; the others and its own words stay."""
    try:
        changed = draft.with_part(part, desk.rules.limits)
    except (FileTooLarge, TotalTooLarge, TooManyParts) as refusal:
        show_refusal(context.screen, refusal)
        await keep_draft(state, _without_file(draft.with_refused(), part, desk.rules.limits))
        return False
    await keep_draft(state, changed)
    return True


def _without_file(draft: Draft, part: IncomingMessage, limits: Limits) -> Draft:
    try:
        return draft.with_part(part.words, limits) if part.words else draft
    except TooManyParts:
        return draft
