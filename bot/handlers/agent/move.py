"""A dialog is moved to another category and topic, and with it to the group that answers there."""

from aiogram import Router
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, Message

from bot.handlers.agent.deeds import on_button, on_command
from bot.handlers.agent.menus import close_menu, show_menu
from bot.handlers.agent.saying import done
from bot.handlers.agent.who import pressed
from bot.keyboards.moving import (
    MoveFrom,
    MoveInto,
    MoveTo,
    categories_keyboard,
    found_keyboard,
    topics_keyboard,
)
from bot.turn import Turn
from core.desk import Agent, Desk
from core.dialog import Dialog
from core.errors import TopicUnknown
from core.ports import Store


def register(router: Router) -> None:
    on_command(router, "move", move)
    on_button(router, "move", show_first_categories)
    router.callback_query.register(show_categories, MoveFrom.filter(), pressed)
    router.callback_query.register(show_topics, MoveInto.filter(), pressed)
    router.callback_query.register(move_to, MoveTo.filter(), pressed)


async def move(message: Message, command: CommandObject, dialog: Dialog, turn: Turn, desk: Desk) -> None:
    dialog.must_be_open()
    speech = turn.screen.speech
    found = desk.search.find(command.args, speech.locale) if command.args else []
    if found:
        show_menu(turn, message, "move-found", found_keyboard(speech, desk.catalogue, dialog, found))
    else:
        show_menu(turn, message, "move-where", categories_keyboard(speech, desk.catalogue, dialog, 0))


async def show_first_categories(callback: CallbackQuery, dialog: Dialog, turn: Turn, desk: Desk) -> None:
    _show_categories(callback, dialog, turn, desk, 0)


async def show_categories(
    callback: CallbackQuery, callback_data: MoveFrom, dialog: Dialog, turn: Turn, desk: Desk
) -> None:
    _show_categories(callback, dialog, turn, desk, callback_data.page)


def _show_categories(callback: CallbackQuery, dialog: Dialog, turn: Turn, desk: Desk, page: int) -> None:
    dialog.must_be_open()
    show_menu(turn, callback, "move-where", categories_keyboard(turn.screen.speech, desk.catalogue, dialog, page))


async def show_topics(callback: CallbackQuery, callback_data: MoveInto, dialog: Dialog, turn: Turn, desk: Desk) -> None:
    dialog.must_be_open()
    speech, category = turn.screen.speech, callback_data.category
    topics = desk.catalogue.topics(category, speech.locale)
    if not topics:
        raise TopicUnknown()
    keyboard = topics_keyboard(speech, dialog, category, topics, callback_data.page)
    show_menu(turn, callback, "move-where", keyboard)


async def move_to(
    callback: CallbackQuery,
    callback_data: MoveTo,
    dialog: Dialog,
    agent: Agent,
    turn: Turn,
    desk: Desk,
    store: Store,
) -> None:
    moved = desk.move(turn.work, agent, dialog, callback_data.topic, await store.place(dialog.number))
    await close_menu(turn, callback, moved, store)
    done(turn, callback, "agent-moved", topic=moved.titles.topic_in(turn.screen.locale))
