"""What only owners decide: an admin who asks is told so."""

from aiogram import Router
from aiogram.types import Message

from bot.slash import Command
from bot.turn import Turn


def register(router: Router) -> None:
    router.message.register(refuse, Command("settings", "admins", ignore_case=True))


async def refuse(message: Message, turn: Turn) -> None:
    turn.screen.send(turn.screen.t("settings-only-owners"))
