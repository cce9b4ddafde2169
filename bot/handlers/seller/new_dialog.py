"""«Новый диалог»: a category, a topic, what the catalogue says on it; or a search by words."""

from aiogram import F, Router
from aiogram.filters import or_f
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from bot.handlers.seller.draft_card import add_part, open_card
from bot.handlers.seller.incoming_message import part_of, written
from bot.handlers.seller.menu_labels import Label
from bot.handlers.seller.states import At, draft_of, draft_or_gone, enter, forget_draft, undisturbed
from bot.handlers.seller.topic_search import show_found, wait_for_topic
from bot.inbound.update_context import UpdateContext
from bot.keyboards.dialog import SameTopic
from bot.keyboards.new_dialog import (
    BeginAnew,
    ChooseTopic,
    GoOnWithDraft,
    NewDialog,
    ShowCategories,
    ShowTopics,
    Solved,
    Subscribe,
    categories_keyboard,
    draft_waiting_keyboard,
    topic_keyboard,
    topics_keyboard,
)
from bot.telegram.command_filter import Command
from bot.views.new_dialog import title_of, topic_text, topics_text
from core.catalogue import Topic
from core.desk import AnnouncementActions, Desk, SellerActions
from core.draft import Draft
from core.errors import TopicUnknown


def register(router: Router) -> None:
    router.message.register(begin, or_f(Command("new", ignore_case=True), Label("home-new")))
    router.callback_query.register(begin_below, NewDialog.filter())
    router.callback_query.register(go_on, GoOnWithDraft.filter())
    router.callback_query.register(begin_anew, BeginAnew.filter())
    router.callback_query.register(show_categories, ShowCategories.filter())
    router.callback_query.register(show_topics, ShowTopics.filter())
    router.callback_query.register(choose, ChooseTopic.filter())
    router.callback_query.register(choose_same, SameTopic.filter())
    router.callback_query.register(solved, Solved.filter())
    router.callback_query.register(subscribe, Subscribe.filter())
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
    if draft and not draft.is_empty:
        await state.set_state(None)
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
    await forget_draft(state)
    await _choose_category(context, desk, state)


# ---- categories and topics


async def show_categories(
    callback: CallbackQuery, callback_data: ShowCategories, context: UpdateContext, desk: Desk, state: FSMContext
) -> None:
    await _choose_category(context, desk, state, callback_data.page)


async def _choose_category(context: UpdateContext, desk: Desk, state: FSMContext, page: int = 0) -> None:
    await enter(state, At.choosing, context.now)
    context.screen.edit(*_categories(context, desk, await draft_of(state), page))


def _categories(context: UpdateContext, desk: Desk, draft: Draft | None, page: int) -> tuple[str, InlineKeyboardMarkup]:
    speech = context.screen.speech
    kept = draft is not None and not draft.is_empty
    categories = desk.catalogue.categories(speech.locale)
    return (
        speech.t("new-categories-kept" if kept else "new-categories"),
        categories_keyboard(speech, categories, page, to_draft=draft is not None and bool(draft.topic)),
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
    context.screen.edit(
        topics_text(speech, category, announcements),
        topics_keyboard(speech, category.key, topics, callback_data.page, announcements),
    )


# ---- a topic


async def choose(
    callback: CallbackQuery,
    callback_data: ChooseTopic,
    context: UpdateContext,
    desk: Desk,
    seller_actions: SellerActions,
    announcement_actions: AnnouncementActions,
    state: FSMContext,
) -> None:
    topic = await seller_actions.choose_topic(context.person, callback_data.topic, context.now)
    speech = context.screen.speech
    announcements = await announcement_actions.for_category(topic.category, context.now)
    to_read = bool(topic.hint(speech.locale) or topic.link(speech.locale) or announcements)
    if to_read and not callback_data.hint_seen:
        context.screen.edit(
            topic_text(speech, desk.catalogue, topic, announcements), topic_keyboard(speech, topic, announcements)
        )
    else:
        await start_draft(context, desk, state, topic)


async def subscribe(
    callback: CallbackQuery, callback_data: Subscribe, context: UpdateContext, announcement_actions: AnnouncementActions
) -> None:
    """«Сообщить, когда починят»: asked for twice, told once."""
    await announcement_actions.subscribe(context.work, context.person, callback_data.announcement)
    context.screen.alert(context.screen.plain("incident-subscribed"))


async def choose_same(
    callback: CallbackQuery,
    callback_data: SameTopic,
    context: UpdateContext,
    desk: Desk,
    seller_actions: SellerActions,
    state: FSMContext,
) -> None:
    """A new dialog on the topic of an old one; a draft that was left gets this topic."""
    dialog = await seller_actions.dialog_of(context.person.id, callback_data.number)
    topic = await seller_actions.choose_topic(context.person, dialog.topic, context.now)
    await start_draft(context, desk, state, topic)


async def start_draft(context: UpdateContext, desk: Desk, state: FSMContext, topic: Topic) -> None:
    draft = (await draft_of(state) or Draft()).with_topic(topic.key)
    await open_card(context, desk, state, draft)


async def solved(callback: CallbackQuery, context: UpdateContext, state: FSMContext) -> None:
    await state.set_state(None)
    await forget_draft(state)
    context.screen.edit(context.screen.t("new-solved-thanks"))


# ---- words and files instead of a button


async def search(message: Message, context: UpdateContext, desk: Desk, state: FSMContext) -> None:
    """Words are a search; where a message waits for its topic already, they are added to it as well."""
    draft = await draft_of(state)
    if draft and not draft.is_empty and not draft.topic:
        await add_part(context, desk, state, draft, part_of(message))
    await show_found(context, desk, state, message.text or "", context.screen.send)


async def keep_file(message: Message, context: UpdateContext, desk: Desk, state: FSMContext) -> None:
    await wait_for_topic(context, desk, state, await draft_of(state) or Draft(), part_of(message))
