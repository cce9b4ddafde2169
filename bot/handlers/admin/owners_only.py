"""What only owners decide: an admin who asks is told so."""

from aiogram import Router
from aiogram.types import Message

from bot.inbound.update_context import UpdateContext
from bot.telegram.commands import Command


def register(router: Router) -> None:
    router.message.register(refuse, Command("settings", "admins", ignore_case=True))


async def refuse(message: Message, context: UpdateContext) -> None:
    context.screen.send(context.screen.t("settings-only-owners"))
