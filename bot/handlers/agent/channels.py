"""Whoever writes in a channel's name may be anybody: it is not passed on."""

from aiogram import F, Router
from aiogram.types import Message

from bot.handlers.agent.saying import say
from bot.handlers.agent.who import of_dialog
from bot.turn import Turn


def register(router: Router) -> None:
    router.message.register(refuse, F.sender_chat, ~F.is_automatic_forward, of_dialog)


async def refuse(message: Message, turn: Turn) -> None:
    say(turn, message, "agent-channel-unsendable")
