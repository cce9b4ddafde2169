"""«Новый диалог»: a category, its topics; or a search by words."""

from aiogram import F, Router
from aiogram.filters import or_f
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from bot.handlers.seller.draft_card import add_part, open_card
from bot.handlers.seller.incoming_message import part_of, written
from bot.handlers.seller.menu_labels import Label
from bot.handlers.seller.restore_draft import drop_draft
from bot.handlers.seller.states import At, draft_of, draft_or_gone, enter, forget_draft, keep_draft, undisturbed
from bot.handlers.seller.topic_search import goes_on, show_found, wait_for_topic
from bot.inbound.update_context import UpdateContext
from bot.keyboards.new_dialog import (
    BeginAnew,
    GoOnWithDraft,
    NewDialog,
    ShowCategories,
    ShowTopics,
    categories_keyboard,
    draft_waiting_keyboard,
    topics_keyboard,
)
from bot.telegram.written_command import Command
from bot.views.new_dialog import title_of, topics_text
from core.desk import AnnouncementActions, Desk
from core.draft import Draft
from core.errors import TopicUnknown
from core.person import PersonChanged
from core.small_talk import is_greeting


def register(router: Router) -> None:
    router.message.register(begin, or_f(Command("new"), Label("home-new")))
    router.callback_query.register(begin_below, NewDialog.filter())
    router.callback_query.register(go_on, GoOnWithDraft.filter())
    router.callback_query.register(begin_anew, BeginAnew.filter())
    router.callback_query.register(show_categories, ShowCategories.filter())
    router.callback_query.register(show_topics, ShowTopics.filter())
    router.message.register(search, At.choosing, written, F.text, undisturbed)
    router.message.register(keep_file, At.choosing, written, undisturbed)


# ---- the way in


async def begin(message: Message, context: UpdateContext, desk: Desk, state: FSMContext) -> None:
    await offer(context, desk, state)


async def begin_below(callback: CallbackQuery, context: UpdateContext, desk: Desk, state: FSMContext) -> None:
    await offer(context, desk, state)


async def offer(context: UpdateContext, desk: Desk, state: FSMContext) -> None:
    """The categories; first a draft that was left, if there is one."""
    draft = await draft_of(state)
    if draft and draft.is_begun:
        await state.set_state(None)
        if context.person.writing_to is not None:  # nobody knows where words go that are written now
            context.work.add(PersonChanged(context.person.id, {"writing_to": None}))
        speech = context.screen.speech
        title = title_of(speech, desk.catalogue, draft.topic)
        context.screen.send(speech.t("new-draft-waiting", title=title), draft_waiting_keyboard(speech))
        return
    await forget_draft(state)
    await enter(state, At.choosing, context.now)
    context.screen.send(*_categories(context, desk, draft=None, page=0))


async def go_on(callback: CallbackQuery, context: UpdateContext, desk: Desk, state: FSMContext) -> None:
    draft = await draft_or_gone(state)
    if desk.catalogue.topic(draft.topic):
        await open_card(context, desk, state, draft)
    else:
        await _choose_category(context, desk, state)


async def begin_anew(callback: CallbackQuery, context: UpdateContext, desk: Desk, state: FSMContext) -> None:
    """What was begun before can be had back."""
    dropped = await drop_draft(state, context.now)
    await _choose_category(context, desk, state, bring_back=dropped)


# ---- categories and topics


async def show_categories(
    callback: CallbackQuery, callback_data: ShowCategories, context: UpdateContext, desk: Desk, state: FSMContext
) -> None:
    await _choose_category(context, desk, state, callback_data.page)


async def _choose_category(
    context: UpdateContext, desk: Desk, state: FSMContext, page: int = 0, bring_back: bool = False
) -> None:
    await enter(state, At.choosing, context.now)
    context.screen.edit(*_categories(context, desk, await draft_of(state), page, bring_back))


def _categories(
    context: UpdateContext, desk: Desk, draft: Draft | None, page: int, bring_back: bool = False
) -> tuple[str, InlineKeyboardMarkup]:
    speech = context.screen.speech
    kept = draft is not None and not draft.is_empty
    to_draft = draft is not None and bool(draft.topic)
    return (
        speech.t("new-categories-kept" if kept else "new-categories"),
        categories_keyboard(speech, desk.catalogue, page, to_draft, bring_back),
    )


async def show_topics(
    callback: CallbackQuery,
    callback_data: ShowTopics,
    context: UpdateContext,
    desk: Desk,
    announcement_actions: AnnouncementActions,
    state: FSMContext,
) -> None:
    speech = context.screen.speech
    category = desk.catalogue.category(callback_data.category)
    topics = desk.catalogue.topics(callback_data.category, speech.locale)
    if category is None or not topics:
        raise TopicUnknown()
    await enter(state, At.choosing, context.now)
    announcements = await announcement_actions.for_category(category.key, context.now)
    waits = await desk.waits(context.person.id, context.now)
    context.screen.edit(
        topics_text(speech, category, announcements),
        topics_keyboard(speech, category.key, topics, callback_data.page, announcements, waits),
    )


# ---- words and files instead of a button


async def search(message: Message, context: UpdateContext, desk: Desk, state: FSMContext) -> None:
    """Words are a search, and what is looked for is the comment: nobody types it twice."""
    text = message.text or ""
    if is_greeting(text):
        context.screen.send(context.screen.t("new-greeted"))
        return
    draft, part = await draft_of(state) or Draft(), part_of(message, context.screen.speech)
    if await goes_on(message, context, state):
        await add_part(context, desk, state, draft, part)
        return
    if draft.is_begun and not draft.topic:
        await add_part(context, desk, state, draft, part)
    else:
        await keep_draft(state, draft.with_search(part, desk.rules.limits))
    await show_found(context, desk, state, text, context.screen.send)


async def keep_file(message: Message, context: UpdateContext, desk: Desk, state: FSMContext) -> None:
    await wait_for_topic(
        context, desk, state, await draft_of(state) or Draft(), part_of(message, context.screen.speech)
    )
