"""The draft's card, and how a message joins the draft."""

from aiogram.fsm.context import FSMContext

from bot.handlers.refusals import show_refusal
from bot.handlers.seller.conversation import At, draft_or_gone, enter, keep, keep_draft, recall
from bot.keyboards.draft import draft_keyboard
from bot.turn import Turn
from bot.views.draft import draft_card
from core.content import Limits
from core.desk import Desk
from core.draft import Draft, Part
from core.errors import FileTooLarge, TooManyParts, TotalTooLarge


async def open_card(turn: Turn, desk: Desk, state: FSMContext, draft: Draft) -> None:
    """The message whose button was pressed becomes the card."""
    before = await recall(state, "card")
    card = turn.screen.pressed_id
    if before and before != card:
        turn.screen.edit_at(before, turn.screen.t("draft-moved"))
    await enter(state, At.drafting, turn.now)
    await keep(state, draft=draft.to_data(), card=card)
    await show_card(turn, desk, state)


async def show_card(turn: Turn, desk: Desk, state: FSMContext) -> None:
    await state.set_state(At.drafting)
    draft = await draft_or_gone(state)
    speech = turn.screen.speech
    text = draft_card(speech, draft, desk.catalogue, desk.rules.limits)
    card = await recall(state, "card")
    if card:
        turn.screen.edit_at(card, text, draft_keyboard(speech, draft))
    else:
        turn.screen.send(text, draft_keyboard(speech, draft))


async def add_part(turn: Turn, desk: Desk, state: FSMContext, draft: Draft, part: Part) -> bool:
    """Each file by itself: one that does not fit is refused and counted; the others and its own words stay."""
    try:
        changed = draft.with_part(part, desk.rules.limits)
    except (FileTooLarge, TotalTooLarge, TooManyParts) as refusal:
        show_refusal(turn.screen, refusal)
        await keep_draft(state, _without_file(draft.with_refused(), part, desk.rules.limits))
        return False
    await keep_draft(state, changed)
    return True


def _without_file(draft: Draft, part: Part, limits: Limits) -> Draft:
    try:
        return draft.with_part(part.words, limits) if part.words else draft
    except TooManyParts:
        return draft
