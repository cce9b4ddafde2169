"""A topic is chosen: what the catalogue says on it, then the draft; or the wait until it is free again."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.handlers.refusals import show_refusal
from bot.handlers.seller.draft_card import add_part, open_card
from bot.handlers.seller.draft_card_position import DraftCards
from bot.handlers.seller.drafts_aside import take_up
from bot.handlers.seller.incoming_message import part_of, written
from bot.handlers.seller.restore_draft import drop_draft
from bot.handlers.seller.states import At, draft_of, enter, keep, recall, undisturbed
from bot.handlers.seller.topic_search import count_choice, wait_for_topic
from bot.inbound.update_context import UpdateContext
from bot.keyboards.dialog_page import SameTopic
from bot.keyboards.new_dialog import ChooseTopic, Solved, Subscribe, bring_back_keyboard, topic_keyboard
from bot.telegram.reactions import KEPT
from bot.views.new_dialog import topic_text
from core.catalogue import Topic
from core.desk import AnnouncementActions, Desk, SellerActions
from core.draft import Draft
from core.errors import CooldownActive
from core.person import PersonChanged
from core.search_figures import SearchCounted, SearchEvent


def register(router: Router) -> None:
    router.callback_query.register(choose, ChooseTopic.filter())
    router.callback_query.register(choose_same, SameTopic.filter())
    router.callback_query.register(solved, Solved.filter())
    router.callback_query.register(subscribe, Subscribe.filter())
    router.message.register(write_anyway, At.hint, written, undisturbed)


async def choose(
    callback: CallbackQuery,
    callback_data: ChooseTopic,
    context: UpdateContext,
    desk: Desk,
    seller_actions: SellerActions,
    announcement_actions: AnnouncementActions,
    state: FSMContext,
) -> None:
    topic = await free_topic(context, seller_actions, state, callback_data.topic)
    if topic is None:
        return
    await count_choice(context, state, topic.key)
    if callback_data.hint_seen:
        await start_draft(context, desk, state, topic)
    else:
        await show_topic(context, desk, announcement_actions, state, topic)


async def free_topic(
    context: UpdateContext, seller_actions: SellerActions, state: FSMContext, key: str, follows: int | None = None
) -> Topic | None:
    """None where the seller must wait: they are told, and what they write next goes to the topic's open dialog."""
    try:
        return await seller_actions.choose_topic(context.person, key, context.now, follows)
    except CooldownActive as refusal:
        await turn_to_open_one(context, state, refusal)
        return None


async def turn_to_open_one(context: UpdateContext, state: FSMContext, refusal: CooldownActive) -> None:
    if refusal.values["open"] == "yes":
        await state.set_state(None)
        context.work.add(PersonChanged(context.person.id, {"writing_to": refusal.values["number"]}))
    show_refusal(context.screen, refusal)


async def show_topic(
    context: UpdateContext, desk: Desk, announcement_actions: AnnouncementActions, state: FSMContext, topic: Topic
) -> None:
    """Its hint, its article and what is announced; where there is nothing to read, the draft at once."""
    speech = context.screen.speech
    announcements = await announcement_actions.for_category(topic.category, context.now)
    if not (topic.hint(speech.locale) or topic.link(speech.locale) or announcements):
        await start_draft(context, desk, state, topic)
        return
    draft = _on(desk, topic, await draft_of(state) or Draft())
    await enter(state, At.hint, context.now)
    await keep(state, hint=topic.key, draft=draft.to_data() if draft.parts else None)
    context.screen.edit(
        topic_text(speech, desk.catalogue, topic, announcements), topic_keyboard(speech, topic, announcements)
    )


async def start_draft(context: UpdateContext, desk: Desk, state: FSMContext, topic: Topic) -> None:
    draft = _on(desk, topic, await draft_of(state) or Draft())
    await open_card(context, desk, state, draft.with_topic(topic.key))


def _on(desk: Desk, topic: Topic, draft: Draft) -> Draft:
    """Without words of a search that only say the topic's name."""
    titles = [*topic.titles.values(), *desk.category_of(topic).titles.values()]
    return draft.without_search() if draft.search_says_only(titles) else draft


async def write_anyway(
    message: Message, context: UpdateContext, desk: Desk, draft_cards: DraftCards, state: FSMContext
) -> None:
    """Words and files at a hint mean «Всё равно написать»."""
    part, draft = part_of(message, context.screen.speech), await draft_of(state) or Draft()
    topic = desk.catalogue.topic(await recall(state, "hint") or "")
    if topic is None or not desk.catalogue.is_open(topic):  # it was taken away meanwhile
        await wait_for_topic(context, desk, state, draft, part)
        return
    if await add_part(context, desk, state, draft.with_topic(topic.key), part):
        context.screen.react(message.message_id, KEPT)
    await enter(state, At.drafting, context.now)
    await keep(state, card=None)
    draft_cards.follow(context)


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
    topic = await free_topic(context, seller_actions, state, dialog.topic)
    if topic:
        await start_draft(context, desk, state, topic)


async def solved(callback: CallbackQuery, context: UpdateContext, desk: Desk, state: FSMContext) -> None:
    context.work.add(SearchCounted(SearchEvent.SOLVED, context.now))
    await state.set_state(None)
    dropped = await drop_draft(state, context.now)
    speech = context.screen.speech
    context.screen.edit(speech.t("new-solved-thanks"), bring_back_keyboard(speech) if dropped else None)
    await take_up(context, desk, state)


async def subscribe(
    callback: CallbackQuery, callback_data: Subscribe, context: UpdateContext, announcement_actions: AnnouncementActions
) -> None:
    """«Сообщить, когда починят»: asked for twice, told once."""
    await announcement_actions.subscribe(context.work, context.person, callback_data.announcement)
    context.screen.alert(context.screen.plain("announcement-subscribed"))
