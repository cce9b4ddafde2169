"""Canned answers: `/t` or the card's button lists them, `/t words` finds some; one is read before it is sent."""

from aiogram import Router
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, Message

from bot.handlers.agent.actions import on_button, on_command
from bot.handlers.agent.filters import pressed
from bot.handlers.agent.replies import say
from bot.inbound.update_context import UpdateContext
from bot.keyboards.canned import (
    Canned,
    CannedSection,
    Pick,
    Send,
    found_keyboard,
    list_keyboard,
    picked_keyboard,
    section_keyboard,
)
from bot.telegram.content_conversion import TEXT_LIMIT
from bot.views.canned import SHOWN_OF_TEXT, preview
from bot.views.formatting import WORDS_SHOWN, one_line, shorten
from core.canned import CannedAnswer, CannedReads, fill_in, search
from core.content import Content, Kind
from core.desk import Desk, MacroActions
from core.dialog import Dialog
from core.errors import CannedAnswerGone, TextTooLong
from core.message import IncomingMessage, MessageRef
from core.person import Agent, Person, PersonReads
from core.store import Store


def register(router: Router) -> None:
    on_command(router, "t", find)
    on_button(router, "t", open_list)
    router.callback_query.register(turn_page, Canned.filter(), pressed)
    router.callback_query.register(turn_section, CannedSection.filter(), pressed)
    router.callback_query.register(pick, Pick.filter(), pressed)
    router.callback_query.register(send, Send.filter(), pressed)


async def find(
    message: Message, command: CommandObject, dialog: Dialog, context: UpdateContext, store: CannedReads
) -> None:
    dialog.must_be_open()
    canned_answers, speech = await store.canned_answers(), context.screen.speech
    if not canned_answers:
        return say(context, message, "canned-none")
    if not command.args:
        keyboard = list_keyboard(speech, dialog, canned_answers, 0)
        return context.screen.send(speech.t("canned-which"), keyboard, reply_to=message.message_id)
    found = search(canned_answers, command.args)
    heading = speech.t("canned-found" if found else "canned-not-found", words=one_line(command.args, WORDS_SHOWN))
    context.screen.send(heading, found_keyboard(speech, dialog, found), reply_to=message.message_id)


async def open_list(callback: CallbackQuery, dialog: Dialog, context: UpdateContext, store: CannedReads) -> None:
    """Below the card, so that the card stays whole."""
    dialog.must_be_open()
    canned_answers, speech = await store.canned_answers(), context.screen.speech
    if not canned_answers:
        return context.screen.alert(speech.plain("canned-none"))
    keyboard = list_keyboard(speech, dialog, canned_answers, 0)
    context.screen.send(speech.t("canned-which"), keyboard, reply_to=context.screen.pressed_id)


async def turn_page(
    callback: CallbackQuery, callback_data: Canned, dialog: Dialog, context: UpdateContext, store: CannedReads
) -> None:
    speech = context.screen.speech
    keyboard = list_keyboard(speech, dialog, await store.canned_answers(), callback_data.page)
    context.screen.edit(speech.t("canned-which"), keyboard)


async def turn_section(
    callback: CallbackQuery, callback_data: CannedSection, dialog: Dialog, context: UpdateContext, store: CannedReads
) -> None:
    speech, canned_answers = context.screen.speech, await store.canned_answers()
    keyboard = section_keyboard(speech, dialog, canned_answers, callback_data.section, callback_data.page)
    context.screen.edit(speech.t("canned-which"), keyboard)


async def pick(
    callback: CallbackQuery, callback_data: Pick, dialog: Dialog, context: UpdateContext, desk: Desk, store: Store
) -> None:
    dialog.must_be_open()
    canned_answer = await _canned_answer(callback_data.canned_answer, store)
    text = await _text(canned_answer, dialog, context, store)
    speech = context.screen.speech
    shown = preview(speech, canned_answer, text, desk.catalogue)
    context.screen.edit(shown, picked_keyboard(speech, dialog, canned_answer, text))


async def send(
    callback: CallbackQuery,
    callback_data: Send,
    dialog: Dialog,
    agent: Agent,
    context: UpdateContext,
    macro_actions: MacroActions,
    store: Store,
) -> None:
    """What was a menu becomes the answer: its place in the topic, and what its delivery is shown on."""
    assert context.screen.pressed_id is not None
    ref = MessageRef(context.screen.chat_id, context.screen.pressed_id)
    if await store.message_at(ref):
        return context.screen.toast(context.screen.plain("canned-sent-already"))
    canned_answer = await _canned_answer(callback_data.canned_answer, store)
    text = await _text(canned_answer, dialog, context, store)
    incoming = IncomingMessage(Content(Kind.TEXT, text), ref)
    thread = await store.thread(dialog.number)
    await macro_actions.send(context.work, agent, dialog, incoming, canned_answer.macro, thread)
    context.screen.edit(context.screen.t("canned-sent", agent=agent.name, text=shorten(text, SHOWN_OF_TEXT)))


async def _canned_answer(canned_id: int, store: CannedReads) -> CannedAnswer:
    canned_answer = await store.canned_answer(canned_id)
    if canned_answer is None:
        raise CannedAnswerGone()
    return canned_answer


async def _text(canned_answer: CannedAnswer, dialog: Dialog, context: UpdateContext, store: PersonReads) -> str:
    """In the seller's language and words: their first name, as a greeting has it, and the topic."""
    seller = await store.person(dialog.seller_id) or Person(dialog.seller_id)
    locale = context.screen.texts.locale_of(seller.locale, seller.language)
    name, topic = seller.name.partition(" ")[0], dialog.titles.topic_in(locale)
    text = fill_in(canned_answer.text_in(locale), name=name, number=dialog.number, topic=topic)
    if len(text) > TEXT_LIMIT:  # a long name that stands in it again and again
        raise TextTooLong()
    return text
