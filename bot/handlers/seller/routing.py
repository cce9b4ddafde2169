"""Words that could go to several places, or whose dialog is finished: they wait until the seller says where."""

from collections.abc import Iterable
from typing import Any

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot.handlers.refusals import show_refusal
from bot.handlers.seller.add_message import add_all_incoming
from bot.handlers.seller.draft_card import add_part, open_card
from bot.handlers.seller.drafts_aside import lay_aside
from bot.handlers.seller.states import At, draft_of, keep, recall
from bot.handlers.seller.topic_choice import free_topic
from bot.handlers.seller.topic_search import show_waiting
from bot.inbound.update_context import UpdateContext
from bot.keyboards.routing import SendNowhere, SendTo, SendToDraft, SendToNew, finished_keyboard, which_keyboard
from core.desk import Desk, SellerActions
from core.dialog import Dialog, DialogReads
from core.draft import Draft
from core.errors import ContentRefused
from core.message import IncomingMessage
from core.units import DAY

BURST = 3_000  # ms in which several messages are asked about once
FORGOTTEN_AFTER = DAY


def register(router: Router) -> None:
    router.callback_query.register(send_to_dialog, SendTo.filter())
    router.callback_query.register(send_to_draft, SendToDraft.filter())
    router.callback_query.register(send_to_new, SendToNew.filter())
    router.callback_query.register(send_nowhere, SendNowhere.filter())


async def ask_where(
    context: UpdateContext,
    desk: Desk,
    store: DialogReads,
    state: FSMContext,
    part: IncomingMessage,
    finished: Dialog | None = None,
) -> None:
    """Keeps the message and asks: of an album or a burst, once."""
    waiting = await recall(state, "waiting")
    if waiting and context.now - waiting["asked_at"] > FORGOTTEN_AFTER:
        waiting = None
    before = Draft.from_data(waiting["letters"]) if waiting else Draft()
    try:
        incoming_messages = before.with_part(part, desk.rules.limits)
    except ContentRefused as refusal:
        show_refusal(context.screen, refusal)
        if part.content.file and part.words:
            await ask_where(context, desk, store, state, part.words, finished)
        return
    asked_now = waiting is not None and context.now - waiting["asked_at"] <= BURST
    asked_at = waiting["asked_at"] if waiting and asked_now else context.now
    await keep(state, waiting={"letters": incoming_messages.to_data(), "asked_at": asked_at})
    if not asked_now:
        await _ask(context, desk, store, state, incoming_messages, finished)


async def _ask(
    context: UpdateContext,
    desk: Desk,
    store: DialogReads,
    state: FSMContext,
    incoming_messages: Draft,
    finished: Dialog | None,
) -> None:
    speech = context.screen.speech
    first = incoming_messages.parts[0].ref.message_id
    dialogs = await store.open_dialogs(context.person.id)
    draft = await draft_of(state)
    has_draft = draft is not None and (draft.is_begun or await state.get_state() == At.drafting.state)
    if finished is None or finished.ending is None:
        text = speech.t("writing-which", count=len(incoming_messages.parts))
        context.screen.send(text, which_keyboard(speech, dialogs, has_draft, first))
        return
    text = speech.t(
        "writing-finished", number=str(finished.number), ending=speech.plain(f"ending-{finished.ending.value}")
    )
    wait = (await desk.waits(context.person.id, context.now)).get(finished.topic)
    context.screen.send(text, finished_keyboard(speech, finished, dialogs, has_draft, first, wait))


# ---- the answer


async def send_to_dialog(
    callback: CallbackQuery,
    callback_data: SendTo,
    context: UpdateContext,
    seller_actions: SellerActions,
    state: FSMContext,
) -> None:
    incoming_messages = await _take(context, state, callback_data.first)
    if incoming_messages is None:
        return
    dialog = await seller_actions.dialog_of(context.person.id, callback_data.number)
    await add_all_incoming(context, seller_actions, state, dialog, incoming_messages.parts)
    await state.set_state(None)
    topic = dialog.titles.topic_in(context.screen.locale)
    context.screen.edit(context.screen.t("writing-chosen", number=str(dialog.number), topic=topic))


async def send_to_draft(
    callback: CallbackQuery, callback_data: SendToDraft, context: UpdateContext, desk: Desk, state: FSMContext
) -> None:
    incoming_messages = await _take(context, state, callback_data.first)
    if incoming_messages is None:
        return
    draft = await join_draft(context, desk, state, incoming_messages.parts)
    if desk.catalogue.topic(draft.topic):
        await open_card(context, desk, state, draft)
    else:
        await show_waiting(context, desk, state, draft.comment, context.screen.edit)


async def send_to_new(
    callback: CallbackQuery,
    callback_data: SendToNew,
    context: UpdateContext,
    desk: Desk,
    seller_actions: SellerActions,
    state: FSMContext,
) -> None:
    """Words that wait for a topic are joined; a draft that has one already is of another question, and waits."""
    topic = None
    if callback_data.like:
        like = await seller_actions.dialog_of(context.person.id, callback_data.like)
        topic = await free_topic(context, seller_actions, state, like.topic)
        if topic is None:
            return
    incoming_messages = await _take(context, state, callback_data.first)
    if incoming_messages is None:
        return
    begun = await draft_of(state)
    if begun and begun.is_begun and begun.topic:
        title = await lay_aside(context, desk, state, begun)
        context.screen.toast(context.screen.plain("draft-aside", title=title))
    draft = await join_draft(context, desk, state, incoming_messages.parts)
    if topic:
        await open_card(context, desk, state, draft.with_topic(topic.key))
    else:
        await show_waiting(context, desk, state, draft.comment, context.screen.edit)


async def send_nowhere(
    callback: CallbackQuery, callback_data: SendNowhere, context: UpdateContext, state: FSMContext
) -> None:
    if await _take(context, state, callback_data.first):
        context.screen.edit(context.screen.t("writing-forgotten"))


async def _take(context: UpdateContext, state: FSMContext, first: int) -> Draft | None:
    """The words that the pressed button was asked about; they can be taken once."""
    waiting: dict[str, Any] | None = await recall(state, "waiting")
    incoming_messages = Draft.from_data(waiting["letters"]) if waiting else Draft()
    if incoming_messages.is_empty or incoming_messages.parts[0].ref.message_id != first:
        context.screen.alert(context.screen.plain("home-button-gone"))
        return None
    await keep(state, waiting=None)
    return incoming_messages


async def join_draft(context: UpdateContext, desk: Desk, state: FSMContext, parts: Iterable[IncomingMessage]) -> Draft:
    """The one that was begun, or a new one."""
    begun = await draft_of(state)
    draft = begun if begun and begun.is_begun else Draft()
    for part in parts:
        await add_part(context, desk, state, draft, part)
        draft = await draft_of(state) or draft
    return draft
