"""«Это другой вопрос»: the last words of a draft begin one of their own, and the first waits until that has ended."""

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot.handlers.seller.draft_card import fold_card
from bot.handlers.seller.states import draft_or_gone, forget_draft, keep, keep_draft, recall
from bot.handlers.seller.topic_search import show_waiting
from bot.inbound.update_context import UpdateContext
from bot.keyboards.draft import Action, DraftButton
from bot.keyboards.new_dialog import draft_waiting_keyboard
from bot.views.new_dialog import title_of
from core.desk import Desk
from core.draft import Draft
from core.errors import DraftGone


def register(router: Router) -> None:
    router.callback_query.register(part_questions, DraftButton.filter(F.action == Action.OTHER_QUESTION))


async def part_questions(callback: CallbackQuery, context: UpdateContext, desk: Desk, state: FSMContext) -> None:
    both = await draft_or_gone(state)
    if not both.asks_two:  # an old button
        raise DraftGone()
    title = await lay_aside(context, desk, state, both.without_last())
    context.screen.edit(context.screen.t("draft-aside", title=title))
    await keep_draft(state, Draft(parts=both.parts[-1:]))
    await show_waiting(context, desk, state, both.parts[-1].content.text, context.screen.send)


async def lay_aside(context: UpdateContext, desk: Desk, state: FSMContext, draft: Draft) -> str:
    """Makes room for a draft of another question. The title of what waits."""
    speech, card = context.screen.speech, await recall(state, "card")
    title = title_of(speech, desk.catalogue, draft.topic)
    await set_aside(state, draft)
    await forget_draft(state)
    fold_card(context.screen, card, speech.t("draft-aside", title=title))
    return title


async def set_aside(state: FSMContext, draft: Draft) -> None:
    await keep(state, aside=[*(await recall(state, "aside") or ()), draft.to_data()])


async def take_up(context: UpdateContext, desk: Desk, state: FSMContext) -> None:
    """The other draft has ended: the one that was set aside last is the draft again, and is named."""
    waiting = await recall(state, "aside")
    if not waiting:
        return
    draft, speech = Draft.from_data(waiting[-1]), context.screen.speech
    await keep(state, draft=draft.to_data(), aside=waiting[:-1] or None)
    title = title_of(speech, desk.catalogue, draft.topic)
    context.screen.send(speech.t("new-draft-waiting", title=title), draft_waiting_keyboard(speech))
