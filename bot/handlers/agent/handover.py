"""A dialog is handed over to a colleague: from a list, by `/give @name`, or in reply to their message."""

from aiogram import Router
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, Message

from bot.handlers.agent.actions import Event, on_button, on_command
from bot.handlers.agent.card_menus import close_menu, open_menu
from bot.handlers.agent.filters import pressed
from bot.handlers.agent.replies import done, say
from bot.inbound.update_context import UpdateContext
from bot.keyboards.agent import GiveTo, colleagues_keyboard
from bot.telegram.membership import Members
from bot.telegram.names import agent_called
from bot.telegram.threads import thread_of
from bot.views.formatting import WORDS_SHOWN, one_line
from core.desk import AgentActions
from core.dialog import Dialog
from core.errors import NoSuchColleague
from core.person import Agent, Person
from core.store import Store
from core.threads import ThreadReads

MOST_SHOWN = 8


def register(router: Router) -> None:
    on_command(router, "give", give)
    on_button(router, "give", offer)
    router.callback_query.register(give_to, GiveTo.filter(), pressed)


async def give(
    message: Message,
    command: CommandObject,
    dialog: Dialog,
    context: UpdateContext,
    agent_actions: AgentActions,
    store: Store,
    members: Members,
) -> None:
    colleague = await named(message, command.args, store)
    if colleague is None:
        if command.args:
            raise NoSuchColleague(name=one_line(command.args, WORDS_SHOWN))
        return await offer(message, dialog, context, store)
    await hand_over(dialog, colleague, context, agent_actions, members)
    done(context, message, "agent-given", name=colleague.name)


async def offer(event: Event, dialog: Dialog, context: UpdateContext, store: ThreadReads) -> None:
    dialog.must_be_open()
    colleagues = [
        Agent(agent_id, name)
        for agent_id, name in await store.colleagues(dialog.group_id, MOST_SHOWN + 1)
        if agent_id > 0 and agent_id != dialog.agent_id
    ]
    if colleagues:
        keyboard = colleagues_keyboard(context.screen.speech, dialog, colleagues[:MOST_SHOWN])
        open_menu(context, event, "agent-give-whom", keyboard)
    elif isinstance(event, Message):
        say(context, event, "agent-give-how")
    else:
        context.screen.alert(context.screen.plain("agent-give-how"))


async def give_to(
    callback: CallbackQuery,
    callback_data: GiveTo,
    dialog: Dialog,
    context: UpdateContext,
    agent_actions: AgentActions,
    store: Store,
    members: Members,
) -> None:
    person = await store.person(callback_data.agent) or Person(callback_data.agent)
    colleague = agent_called(person.name, person.id)
    await hand_over(dialog, colleague, context, agent_actions, members)
    await close_menu(context, dialog, store)
    done(context, callback, "agent-given", name=colleague.name)


async def hand_over(
    dialog: Dialog, colleague: Agent, context: UpdateContext, agent_actions: AgentActions, members: Members
) -> None:
    if not await members.is_member(dialog.group_id, colleague.id, context.now):
        raise NoSuchColleague(name=colleague.name)
    agent_actions.give(context.work, dialog, colleague)


async def named(message: Message, words: str | None, store: Store) -> Agent | None:
    """By a mention, an @name, the name of who had dialogs here, or the author of the message replied to."""
    for entity in message.entities or ():
        if entity.user:
            return agent_called(entity.user.full_name, entity.user.id)
    if words and words.startswith("@"):
        person = await store.person_called(words[1:].partition(" ")[0])
        return agent_called(person.name, person.id) if person else None
    if words:
        return _called(words, await store.colleagues(message.chat.id, 100))
    replied = message.reply_to_message
    author = replied.from_user if replied and replied.message_id != thread_of(message) else None
    return agent_called(author.full_name, author.id) if author and not author.is_bot else None


def _called(words: str, colleagues: list[tuple[int, str]]) -> Agent | None:
    """The one whose name begins so; None where two do."""
    found = [Agent(agent_id, name) for agent_id, name in colleagues if name.casefold().startswith(words.casefold())]
    return found[0] if len(found) == 1 else None
