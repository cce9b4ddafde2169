"""Commands of the agents' groups, written here by an admin, who may well be an agent, too."""

from aiogram import Router
from aiogram.types import Message

from bot.inbound.update_context import UpdateContext
from bot.telegram.command_registry import GROUP_ONLY
from bot.telegram.written_command import Command


def register(router: Router) -> None:
    router.message.register(say_where, Command(*GROUP_ONLY))


async def say_where(message: Message, context: UpdateContext) -> None:
    context.screen.send(context.screen.t("usage-in-group"))
