"""A command without its words, or in the wrong place, answers with one line that shows how to use it."""

from aiogram import F, Router
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, Message

from bot.handlers.agent.replies import say, show_usage
from bot.inbound.update_context import UpdateContext
from bot.telegram.command_registry import (
    PRIVATE_ONLY,
    Place,
    Role,
    commands_of,
    names,
    offered_to_agents,
    spelling_in,
)
from bot.telegram.written_command import Command
from bot.texts import Speech
from core.content import is_blank
from core.desk import Desk

NEED_WORDS = {
    place: names(command for command in commands_of(Role.AGENT) if command.place is place and command.needs_words)
    for place in (Place.GROUP, Place.DIALOG)
}
IN_A_DIALOG = names(command for command in commands_of(Role.AGENT) if command.place is Place.DIALOG)


def register_in_a_dialog(router: Router) -> None:
    router.message.register(show_how, F.text, Command(*NEED_WORDS[Place.DIALOG]), without_words)


def register(router: Router) -> None:
    router.message.register(show_where, F.text, Command(*IN_A_DIALOG))
    router.callback_query.register(refuse_button)


def register_anywhere(router: Router) -> None:
    router.message.register(show_how, F.text, Command(*NEED_WORDS[Place.GROUP]), without_words)
    router.message.register(show_help, F.text, Command("help", "start"))
    router.message.register(show_private, F.text, Command(*PRIVATE_ONLY))


def without_words(message: Message, command: CommandObject) -> bool:
    return is_blank(command.args or "")


async def show_how(message: Message, command: CommandObject, context: UpdateContext) -> None:
    show_usage(context, message, command.command)


async def show_where(message: Message, command: CommandObject, context: UpdateContext) -> None:
    show_usage(context, message, command.command, out_of_place=True)


async def refuse_button(callback: CallbackQuery, context: UpdateContext) -> None:
    context.screen.toast(context.screen.plain("agent-button-gone"))


async def show_help(message: Message, context: UpdateContext, desk: Desk) -> None:
    speech = context.screen.speech
    rows = (_help_row(speech, command.name) for command in offered_to_agents(desk.rules))
    context.screen.send("\n".join([speech.t("agent-help"), "", *rows]), reply_to=message.message_id)


def _help_row(speech: Speech, name: str) -> str:
    """In Latin letters, which Telegram makes a link, and in those of the reader."""
    spellings = dict.fromkeys((name, spelling_in(speech.locale, name)))
    written = " · ".join(f"/{spelling}" for spelling in spellings)
    return speech.t("agent-help-row", command=written, what=speech.plain(f"help-agent-{name}"))


async def show_private(message: Message, context: UpdateContext) -> None:
    say(context, message, "usage-private")
