"""«Новый диалог»: a category, a topic, what the catalogue says on it; or a search by words."""

from aiogram import F, Router
from aiogram.filters import or_f
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from bot.handlers.seller.card import add_part, open_card
from bot.handlers.seller.conversation import At, draft_of, draft_or_gone, enter, forget_draft, undisturbed
from bot.handlers.seller.finding import show_found, wait_for_topic
from bot.handlers.seller.incoming import part_of, written
from bot.handlers.seller.labels import Label
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
from bot.slash import Command
from bot.turn import Turn
from bot.views.new_dialog import title_of, topic_text, topics_text
from core.catalogue import Topic
from core.desk import Desk
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


async def begin(message: Message, turn: Turn, desk: Desk, state: FSMContext) -> None:
    await offer(turn, desk, state)


async def begin_below(callback: CallbackQuery, turn: Turn, desk: Desk, state: FSMContext) -> None:
    await offer(turn, desk, state)


async def offer(turn: Turn, desk: Desk, state: FSMContext) -> None:
    """The categories; first a draft that was left, if there is one."""
    draft = await draft_of(state)
    if draft and not draft.is_empty:
        await state.set_state(None)
        speech = turn.screen.speech
        title = title_of(speech, desk.catalogue, draft.topic)
        turn.screen.send(speech.t("new-draft-waiting", title=title), draft_waiting_keyboard(speech))
        return
    await forget_draft(state)
    await enter(state, At.choosing, turn.now)
    turn.screen.send(*_categories(turn, desk, draft=None, page=0))


async def go_on(callback: CallbackQuery, turn: Turn, desk: Desk, state: FSMContext) -> None:
    draft = await draft_or_gone(state)
    if desk.catalogue.topic(draft.topic):
        await open_card(turn, desk, state, draft)
    else:
        await _choose_category(turn, desk, state)


async def begin_anew(callback: CallbackQuery, turn: Turn, desk: Desk, state: FSMContext) -> None:
    await forget_draft(state)
    await _choose_category(turn, desk, state)


# ---- categories and topics


async def show_categories(
    callback: CallbackQuery, callback_data: ShowCategories, turn: Turn, desk: Desk, state: FSMContext
) -> None:
    await _choose_category(turn, desk, state, callback_data.page)


async def _choose_category(turn: Turn, desk: Desk, state: FSMContext, page: int = 0) -> None:
    await enter(state, At.choosing, turn.now)
    turn.screen.edit(*_categories(turn, desk, await draft_of(state), page))


def _categories(turn: Turn, desk: Desk, draft: Draft | None, page: int) -> tuple[str, InlineKeyboardMarkup]:
    speech = turn.screen.speech
    kept = draft is not None and not draft.is_empty
    categories = desk.catalogue.categories(speech.locale)
    return (
        speech.t("new-categories-kept" if kept else "new-categories"),
        categories_keyboard(speech, categories, page, to_draft=draft is not None and bool(draft.topic)),
    )


async def show_topics(
    callback: CallbackQuery, callback_data: ShowTopics, turn: Turn, desk: Desk, state: FSMContext
) -> None:
    speech = turn.screen.speech
    category = desk.catalogue.category(callback_data.category)
    topics = desk.catalogue.topics(callback_data.category, speech.locale)
    if category is None or not topics:
        raise TopicUnknown()
    await enter(state, At.choosing, turn.now)
    incidents = await desk.incidents(category.key, turn.now)
    turn.screen.edit(
        topics_text(speech, category, incidents),
        topics_keyboard(speech, category.key, topics, callback_data.page, incidents),
    )


# ---- a topic


async def choose(
    callback: CallbackQuery, callback_data: ChooseTopic, turn: Turn, desk: Desk, state: FSMContext
) -> None:
    topic = await desk.choose(turn.person, callback_data.topic, turn.now)
    speech = turn.screen.speech
    incidents = await desk.incidents(topic.category, turn.now)
    to_read = bool(topic.hint(speech.locale) or topic.link(speech.locale) or incidents)
    if to_read and not callback_data.hint_seen:
        turn.screen.edit(topic_text(speech, desk.catalogue, topic, incidents), topic_keyboard(speech, topic, incidents))
    else:
        await start_draft(turn, desk, state, topic)


async def subscribe(callback: CallbackQuery, callback_data: Subscribe, turn: Turn, desk: Desk) -> None:
    """«Сообщить, когда починят»: asked for twice, told once."""
    await desk.subscribe(turn.work, turn.person, callback_data.announcement)
    turn.screen.alert(turn.screen.plain("incident-subscribed"))


async def choose_same(
    callback: CallbackQuery, callback_data: SameTopic, turn: Turn, desk: Desk, state: FSMContext
) -> None:
    """A new dialog on the topic of an old one; a draft that was left gets this topic."""
    dialog = await desk.dialog_of(turn.person.id, callback_data.number)
    topic = await desk.choose(turn.person, dialog.topic, turn.now)
    await start_draft(turn, desk, state, topic)


async def start_draft(turn: Turn, desk: Desk, state: FSMContext, topic: Topic) -> None:
    draft = (await draft_of(state) or Draft()).about(topic.key)
    await open_card(turn, desk, state, draft)


async def solved(callback: CallbackQuery, turn: Turn, state: FSMContext) -> None:
    await state.set_state(None)
    await forget_draft(state)
    turn.screen.edit(turn.screen.t("new-solved-thanks"))


# ---- words and files instead of a button


async def search(message: Message, turn: Turn, desk: Desk, state: FSMContext) -> None:
    """Words are a search; where a message waits for its topic already, they are added to it as well."""
    draft = await draft_of(state)
    if draft and not draft.is_empty and not draft.topic:
        await add_part(turn, desk, state, draft, part_of(message))
    await show_found(turn, desk, state, message.text or "", turn.screen.send)


async def keep_file(message: Message, turn: Turn, desk: Desk, state: FSMContext) -> None:
    await wait_for_topic(turn, desk, state, await draft_of(state) or Draft(), part_of(message))
