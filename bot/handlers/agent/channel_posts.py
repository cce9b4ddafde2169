"""Whoever writes in a channel's name may be anybody: it is not passed on."""

from aiogram import F, Router
from aiogram.types import Message

from bot.handlers.agent.filters import of_dialog
from bot.handlers.agent.replies import say
from bot.inbound.update_context import UpdateContext


def register(router: Router) -> None:
    router.message.register(refuse, F.sender_chat, ~F.is_automatic_forward, of_dialog)


async def refuse(message: Message, context: UpdateContext) -> None:
    say(context, message, "agent-channel-unsendable")
