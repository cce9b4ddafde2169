"""Canned answers: `/t` or the card's button lists them, `/t words` finds some; one is read before it is sent."""

from aiogram import Router
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, Message

from bot.content import TEXT_LIMIT
from bot.handlers.agent.deeds import on_button, on_command
from bot.handlers.agent.saying import say
from bot.handlers.agent.who import pressed
from bot.keyboards.canned import Canned, Pick, Send, found_keyboard, list_keyboard, picked_keyboard
from bot.turn import Turn
from bot.views.names import WORDS_SHOWN, one_line, shorten
from core.administration import Template
from core.canned import filled, search
from core.content import Content, Kind
from core.desk import Agent, Desk, Letter
from core.dialog import Dialog
from core.draft import MessageRef
from core.errors import TemplateGone, TextTooLong
from core.ports import Store
from core.work import Person

SHOWN_OF_TEXT = 3000  # characters


def register(router: Router) -> None:
    on_command(router, "t", find)
    on_button(router, "t", open_list)
    router.callback_query.register(turn_page, Canned.filter(), pressed)
    router.callback_query.register(pick, Pick.filter(), pressed)
    router.callback_query.register(send, Send.filter(), pressed)


async def find(message: Message, command: CommandObject, dialog: Dialog, turn: Turn, store: Store) -> None:
    dialog.must_be_open()
    templates, speech = await store.templates(), turn.screen.speech
    if not templates:
        return say(turn, message, "canned-none")
    if not command.args:
        keyboard = list_keyboard(speech, dialog, templates, 0)
        return turn.screen.send(speech.t("canned-which"), keyboard, reply_to=message.message_id)
    found = search(templates, command.args)
    heading = speech.t("canned-found" if found else "canned-not-found", words=one_line(command.args, WORDS_SHOWN))
    turn.screen.send(heading, found_keyboard(speech, dialog, found), reply_to=message.message_id)


async def open_list(callback: CallbackQuery, dialog: Dialog, turn: Turn, store: Store) -> None:
    """Below the card, so that the card stays whole."""
    dialog.must_be_open()
    templates, speech = await store.templates(), turn.screen.speech
    if not templates:
        return turn.screen.alert(speech.plain("canned-none"))
    keyboard = list_keyboard(speech, dialog, templates, 0)
    turn.screen.send(speech.t("canned-which"), keyboard, reply_to=turn.screen.pressed_id)


async def turn_page(callback: CallbackQuery, callback_data: Canned, dialog: Dialog, turn: Turn, store: Store) -> None:
    speech = turn.screen.speech
    keyboard = list_keyboard(speech, dialog, await store.templates(), callback_data.page)
    turn.screen.edit(speech.t("canned-which"), keyboard)


async def pick(callback: CallbackQuery, callback_data: Pick, dialog: Dialog, turn: Turn, store: Store) -> None:
    dialog.must_be_open()
    template = await _template(callback_data.template, store)
    text = await _text(template, dialog, turn, store)
    speech = turn.screen.speech
    shown = speech.t("canned-preview", title=template.title, text=shorten(text, SHOWN_OF_TEXT))
    turn.screen.edit(shown, picked_keyboard(speech, dialog, template))


async def send(
    callback: CallbackQuery, callback_data: Send, dialog: Dialog, agent: Agent, turn: Turn, desk: Desk, store: Store
) -> None:
    """What was a menu becomes the answer: its place in the topic, and what its delivery is shown on."""
    assert turn.screen.pressed_id is not None
    template = await _template(callback_data.template, store)
    text = await _text(template, dialog, turn, store)
    letter = Letter(Content(Kind.TEXT, text), MessageRef(turn.screen.chat_id, turn.screen.pressed_id))
    desk.answer(turn.work, agent, dialog, letter)
    turn.screen.edit(turn.screen.t("canned-sent", agent=agent.name, text=shorten(text, SHOWN_OF_TEXT)))


async def _template(template_id: int, store: Store) -> Template:
    template = await store.template(template_id)
    if template is None:
        raise TemplateGone()
    return template


async def _text(template: Template, dialog: Dialog, turn: Turn, store: Store) -> str:
    """In the seller's words: their name, and the topic in their language."""
    seller = await store.person(dialog.seller_id) or Person(dialog.seller_id)
    locale = turn.screen.texts.locale_of(seller.locale, seller.language)
    text = filled(template.text, name=seller.name, number=dialog.number, topic=dialog.titles.topic_in(locale))
    if len(text) > TEXT_LIMIT:  # a long name that stands in it again and again
        raise TextTooLong()
    return text
