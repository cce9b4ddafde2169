"""The bot's own words in the agents' group, which takes about 20 messages a minute: a reaction where one will do."""

from typing import Any

from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.inbound.update_context import UpdateContext
from bot.telegram.command_registry import Role, find_command
from bot.telegram.reactions import DONE
from bot.telegram.written_command import as_written

MOST_REMEMBERED = 20


def say(context: UpdateContext, message: Message, key: str, **values: Any) -> None:
    """One line, under the message that it is about."""
    context.screen.send(context.screen.t(key, **values), reply_to=message.message_id)


def done(context: UpdateContext, event: Message | CallbackQuery, key: str, **values: Any) -> None:
    """An action is confirmed by a toast to who pressed, by a reaction to who wrote."""
    if isinstance(event, CallbackQuery):
        context.screen.toast(context.screen.plain(key, **values))
    else:
        context.screen.react(event.message_id, DONE)


def show_usage(context: UpdateContext, message: Message, name: str, *, out_of_place: bool = False) -> None:
    usage = context.screen.t(find_command(Role.AGENT, name).usage, command=as_written(message, name))
    where = " " + context.screen.t("usage-place") if out_of_place else ""
    context.screen.send(usage + where, reply_to=message.message_id)


async def first_time(state: FSMContext, what: str, which: str) -> bool:
    """Whether this agent has not been told so here; from now on they have."""
    told: dict[str, str] = (await state.get_data()).get("told", {})
    if told.get(what) == which:
        return False
    kept = [item for item in told.items() if item[0] != what][1 - MOST_REMEMBERED :]
    await state.update_data(told=dict([*kept, (what, which)]))
    return True
