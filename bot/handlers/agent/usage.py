"""A command in the wrong place answers with one line that shows how to use it."""

from aiogram import F, Router
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, Message

from bot.handlers.agent.replies import say, show_usage
from bot.inbound.update_context import UpdateContext
from bot.telegram.commands import Command

IN_A_DIALOG = (
    "take", "release", "give", "close", "ask", "note", "undo", "t", "move", "history", "ban", "unban",
)  # fmt: skip
IN_PRIVATE = (
    "new", "dialogs", "language", "mydata",
    "stats", "export", "catalogue", "templates", "settings", "announce", "admins", "audit", "check",
)  # fmt: skip


def register(router: Router) -> None:
    router.message.register(show_place, F.text, Command(*IN_A_DIALOG, ignore_case=True))
    router.callback_query.register(refuse_button)


def register_anywhere(router: Router) -> None:
    router.message.register(show_help, F.text, Command("help", "start", ignore_case=True))
    router.message.register(show_private, F.text, Command(*IN_PRIVATE, ignore_case=True))


async def show_place(message: Message, command: CommandObject, context: UpdateContext) -> None:
    show_usage(context, message, command.command.lower())


async def refuse_button(callback: CallbackQuery, context: UpdateContext) -> None:
    context.screen.toast(context.screen.plain("agent-button-gone"))


async def show_help(message: Message, context: UpdateContext) -> None:
    say(context, message, "agent-help")


async def show_private(message: Message, context: UpdateContext) -> None:
    say(context, message, "usage-private")
