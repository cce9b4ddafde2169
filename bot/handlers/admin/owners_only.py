"""What only owners decide: an admin who asks is told so."""

from aiogram import Router
from aiogram.types import Message

from bot.inbound.update_context import UpdateContext
from bot.telegram.command_registry import COMMANDS, names
from bot.telegram.written_command import Command


def register(router: Router) -> None:
    router.message.register(refuse, Command(*names(command for command in COMMANDS if command.owners_only)))


async def refuse(message: Message, context: UpdateContext) -> None:
    context.screen.send(context.screen.t("settings-only-owners"))
