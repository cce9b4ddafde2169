"""The seller's side: private chats with the bot."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import Router
from aiogram.enums import ChatType
from aiogram.types import CallbackQuery, Message

from bot.handlers.seller import (
    dialog,
    dialogs,
    drafting,
    edits,
    fallback,
    home,
    mydata,
    new_dialog,
    rating,
    undecided,
    writing,
)
from bot.turn import Turn
from core.desk import must_not_be_banned


def router() -> Router:
    router = Router(name="seller")
    for observer in (router.message, router.edited_message, router.callback_query):
        observer.filter(in_private)
        observer.middleware(only_unless_banned)
    for deeds in (home, mydata):
        deeds.register(router)
    writing.register_replies(router)
    for deeds in (dialogs, new_dialog, drafting, dialog, rating, undecided, writing, edits, fallback):
        deeds.register(router)
    return router


def in_private(event: Message | CallbackQuery) -> bool:
    message = event.message if isinstance(event, CallbackQuery) else event
    return message is not None and message.chat.type == ChatType.PRIVATE


async def only_unless_banned(
    handler: Callable[[Any, dict[str, Any]], Awaitable[Any]], event: Any, data: dict[str, Any]
) -> Any:
    turn: Turn = data["turn"]
    must_not_be_banned(turn.person)
    return await handler(event, data)
