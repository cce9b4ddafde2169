"""`/on` and `/off`: who is there for the dialogs that find their agents by themselves."""

from aiogram import F, Router
from aiogram.types import Message

from bot.handlers.agent.replies import say
from bot.inbound.update_context import UpdateContext
from bot.telegram.written_command import Command
from core.desk import Desk, ShiftActions
from core.person import Agent
from core.shift import Assignment


def register(router: Router) -> None:
    router.message.register(explain, F.text, Command("on", "off"), not_for_them)
    router.message.register(begin, F.text, Command("on"))
    router.message.register(end, F.text, Command("off"))


def not_for_them(message: Message, agent: Agent, desk: Desk) -> bool:
    """Where agents take dialogs themselves; and whoever acts in the group's name can be given none."""
    return agent.id < 0 or desk.assignment_of(message.chat.id) is Assignment.OFF


async def explain(message: Message, agent: Agent, context: UpdateContext) -> None:
    say(context, message, "shift-anonymous" if agent.id < 0 else "shift-not-needed")


async def begin(message: Message, agent: Agent, context: UpdateContext, shift_actions: ShiftActions) -> None:
    divided = await shift_actions.begin(context.work, message.chat.id, agent)
    say(context, message, "shift-began", divided=divided)


async def end(message: Message, agent: Agent, context: UpdateContext, shift_actions: ShiftActions) -> None:
    handed_on = await shift_actions.end(context.work, message.chat.id, agent)
    say(context, message, "shift-ended", given=handed_on.given, freed=handed_on.freed)
