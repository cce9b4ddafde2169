"""A dialog is handed over to a colleague: from a list, by `/give @name`, or in reply to their message."""

from aiogram import Router
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, Message

from bot.handlers.agent.deeds import on_button, on_command
from bot.handlers.agent.menus import close_menu, show_menu
from bot.handlers.agent.saying import done, show_usage
from bot.handlers.agent.who import pressed, thread_of
from bot.keyboards.agent import GiveTo, colleagues_keyboard
from bot.members import Members
from bot.turn import Turn
from bot.views.names import WORDS_SHOWN, one_line
from core.desk import Agent, Desk
from core.dialog import Dialog
from core.errors import NoSuchColleague
from core.ports import Store
from core.work import Person

MOST_SHOWN = 8


def register(router: Router) -> None:
    on_command(router, "give", give)
    on_button(router, "give", offer)
    router.callback_query.register(give_to, GiveTo.filter(), pressed)


async def give(
    message: Message, command: CommandObject, dialog: Dialog, turn: Turn, desk: Desk, store: Store, members: Members
) -> None:
    colleague = await named(message, command.args, store)
    if colleague is None:
        if command.args:
            raise NoSuchColleague(name=one_line(command.args, WORDS_SHOWN))
        return show_usage(turn, message, "give")
    await hand_over(dialog, colleague, turn, desk, members)
    done(turn, message, "agent-given", name=colleague.name)


async def offer(callback: CallbackQuery, dialog: Dialog, turn: Turn, store: Store) -> None:
    dialog.must_be_open()
    colleagues = [
        Agent(agent_id, name)
        for agent_id, name in await store.colleagues(dialog.group_id, MOST_SHOWN + 1)
        if agent_id > 0 and agent_id != dialog.agent_id
    ]
    if not colleagues:
        return turn.screen.alert(turn.screen.plain("agent-give-how"))
    keyboard = colleagues_keyboard(turn.screen.speech, dialog, colleagues[:MOST_SHOWN])
    show_menu(turn, callback, "agent-give-whom", keyboard)


async def give_to(
    callback: CallbackQuery,
    callback_data: GiveTo,
    dialog: Dialog,
    turn: Turn,
    desk: Desk,
    store: Store,
    members: Members,
) -> None:
    person = await store.person(callback_data.agent) or Person(callback_data.agent)
    await hand_over(dialog, Agent(person.id, person.name), turn, desk, members)
    await close_menu(turn, callback, dialog, store)
    done(turn, callback, "agent-given", name=person.name)


async def hand_over(dialog: Dialog, colleague: Agent, turn: Turn, desk: Desk, members: Members) -> None:
    if not await members.is_member(dialog.group_id, colleague.id, turn.now):
        raise NoSuchColleague(name=colleague.name)
    desk.give(turn.work, dialog, colleague)


async def named(message: Message, words: str | None, store: Store) -> Agent | None:
    """By a mention, an @name, the name of who had dialogs here, or the author of the message replied to."""
    for entity in message.entities or ():
        if entity.user:
            return Agent(entity.user.id, entity.user.full_name)
    if words and words.startswith("@"):
        person = await store.person_called(words[1:].partition(" ")[0])
        return Agent(person.id, person.name) if person else None
    if words:
        return _called(words, await store.colleagues(message.chat.id, 100))
    replied = message.reply_to_message
    author = replied.from_user if replied and replied.message_id != thread_of(message) else None
    return Agent(author.id, author.full_name) if author and not author.is_bot else None


def _called(words: str, colleagues: list[tuple[int, str]]) -> Agent | None:
    """The one whose name begins so; None where two do."""
    found = [Agent(agent_id, name) for agent_id, name in colleagues if name.casefold().startswith(words.casefold())]
    return found[0] if len(found) == 1 else None
