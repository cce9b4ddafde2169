"""A dialog is moved to another category and topic, and with it to the group that answers there."""

from aiogram import Router
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, Message

from bot.handlers.agent.actions import on_button, on_command
from bot.handlers.agent.card_menus import close_menu, open_menu, turn_menu
from bot.handlers.agent.filters import pressed
from bot.handlers.agent.replies import done
from bot.inbound.update_context import UpdateContext
from bot.keyboards.move import MoveFrom, MoveInto, MoveTo, categories_keyboard, found_keyboard, topics_keyboard
from bot.views.formatting import WORDS_SHOWN, one_line
from core.desk import AgentActions, Desk
from core.dialog import Dialog
from core.errors import TopicUnknown
from core.person import Agent
from core.threads import ThreadReads


def register(router: Router) -> None:
    on_command(router, "move", move)
    on_button(router, "move", show_first_categories)
    router.callback_query.register(show_categories, MoveFrom.filter(), pressed)
    router.callback_query.register(show_topics, MoveInto.filter(), pressed)
    router.callback_query.register(move_to, MoveTo.filter(), pressed)


async def move(message: Message, command: CommandObject, dialog: Dialog, context: UpdateContext, desk: Desk) -> None:
    dialog.must_be_open()
    speech = context.screen.speech
    all_of_them = categories_keyboard(speech, desk.catalogue, dialog, 0)
    if not command.args:
        return open_menu(context, message, "move-where", all_of_them)
    if found := desk.search.find(command.args, speech.locale):
        return open_menu(context, message, "move-found", found_keyboard(speech, desk.catalogue, dialog, found))
    open_menu(context, message, "move-not-found", all_of_them, words=one_line(command.args, WORDS_SHOWN))


async def show_first_categories(callback: CallbackQuery, dialog: Dialog, context: UpdateContext, desk: Desk) -> None:
    dialog.must_be_open()
    open_menu(context, callback, "move-where", categories_keyboard(context.screen.speech, desk.catalogue, dialog, 0))


async def show_categories(
    callback: CallbackQuery, callback_data: MoveFrom, dialog: Dialog, context: UpdateContext, desk: Desk
) -> None:
    dialog.must_be_open()
    keyboard = categories_keyboard(context.screen.speech, desk.catalogue, dialog, callback_data.page)
    turn_menu(context, "move-where", keyboard)


async def show_topics(
    callback: CallbackQuery, callback_data: MoveInto, dialog: Dialog, context: UpdateContext, desk: Desk
) -> None:
    dialog.must_be_open()
    speech, category = context.screen.speech, callback_data.category
    topics = desk.catalogue.topics(category, speech.locale)
    if not topics:
        raise TopicUnknown()
    keyboard = topics_keyboard(speech, dialog, category, topics, callback_data.page)
    turn_menu(context, "move-into", keyboard, category=desk.category_of(topics[0]).title(speech.locale))


async def move_to(
    callback: CallbackQuery,
    callback_data: MoveTo,
    dialog: Dialog,
    agent: Agent,
    context: UpdateContext,
    agent_actions: AgentActions,
    store: ThreadReads,
) -> None:
    thread = await store.thread(dialog.number)
    moved = await agent_actions.move(context.work, agent, dialog, callback_data.topic, thread)
    await close_menu(context, moved, store)
    done(context, callback, "agent-moved", topic=moved.titles.topic_in(context.screen.locale))
