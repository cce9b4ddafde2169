"""«Вернуть»: a draft that was left can be had back for a day."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot.handlers.seller.draft_card import add_part, fold_card, open_card
from bot.handlers.seller.drafts_aside import set_aside, take_up
from bot.handlers.seller.states import draft_of, forget_draft, keep, keep_draft, recall
from bot.handlers.seller.topic_search import show_waiting
from bot.inbound.update_context import UpdateContext
from bot.keyboards.new_dialog import BringBack, bring_back_keyboard
from core.desk import Desk
from core.draft import Draft
from core.errors import DraftGone
from core.units import DAY

LASTS = DAY


def register(router: Router) -> None:
    router.callback_query.register(bring_back, BringBack.filter())


async def drop_draft(state: FSMContext, now: int) -> bool:
    """Whether there was anything in it that may be wanted back."""
    draft = await draft_of(state)
    await forget_draft(state)
    if draft is None or draft.is_blank:
        return False
    apart = await recall(state, "aside") is not None
    await keep(state, dropped={"draft": draft.to_data(), "at": now, "apart": apart})
    return True


async def leave_draft(context: UpdateContext, desk: Desk, state: FSMContext) -> None:
    """«Отмена», pressed or written."""
    await state.set_state(None)
    card = await recall(state, "card")
    dropped, speech = await drop_draft(state, context.now), context.screen.speech
    text = speech.t("draft-left", kept="yes" if dropped else "no")
    fold_card(context.screen, card, text)
    context.screen.edit(text, bring_back_keyboard(speech) if dropped else None)
    await take_up(context, desk, state)


async def bring_back(callback: CallbackQuery, context: UpdateContext, desk: Desk, state: FSMContext) -> None:
    """What was written since joins it, unless it is the question that this one was parted from: then that waits."""
    dropped = await recall(state, "dropped")
    if dropped is None or context.now - dropped["at"] > LASTS:
        raise DraftGone()
    since = await draft_of(state)
    draft = Draft.from_data(dropped["draft"])
    if since and dropped.get("apart"):
        await set_aside(state, since)
        since = None
    await keep(state, dropped=None, draft=draft.to_data())
    for part in since.parts if since else ():
        await add_part(context, desk, state, draft, part)
        draft = await draft_of(state) or draft
    if since and not draft.topic:
        draft = draft.with_topic(since.topic)
    await keep_draft(state, draft)
    if desk.catalogue.topic(draft.topic):
        await open_card(context, desk, state, draft)
    else:
        await show_waiting(context, desk, state, draft.comment, context.screen.edit)
