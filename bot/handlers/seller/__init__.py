"""The seller's side: private chats with the bot."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import Router
from aiogram.enums import ChatType
from aiogram.types import CallbackQuery, Message, MessageReactionUpdated

from bot.handlers.seller import (
    dialog_list,
    dialog_page,
    draft,
    draft_fields,
    drafts_aside,
    edits,
    fallback,
    free_text,
    home,
    my_data,
    new_dialog,
    rating,
    reactions,
    restore_draft,
    routing,
    topic_choice,
    way_out,
    withdrawal,
)
from bot.inbound.update_context import UpdateContext


def plain_words() -> Router:
    """Asked before all others: what is written most is for this one, and nothing of it is for them."""
    router = Router(name="plain words")
    router.message.middleware(only_unless_banned)
    free_text.register_plain(router)
    return router


def router() -> Router:
    router = Router(name="seller")
    for observer in (router.message, router.edited_message, router.callback_query):
        observer.filter(in_private)
        observer.middleware(only_unless_banned)
    router.message_reaction.filter(in_private)
    reactions.register(router)
    for actions in (home, my_data):
        actions.register(router)
    free_text.register_replies(router)
    for actions in (
        way_out,
        dialog_list,
        new_dialog,
        topic_choice,
        draft_fields,
        draft,
        drafts_aside,
        restore_draft,
        dialog_page,
        rating,
        routing,
        withdrawal,
        free_text,
        edits,
        fallback,
    ):
        actions.register(router)
    return router


def in_private(event: Message | CallbackQuery | MessageReactionUpdated) -> bool:
    message = event.message if isinstance(event, CallbackQuery) else event
    return message is not None and message.chat.type == ChatType.PRIVATE


async def only_unless_banned(
    handler: Callable[[Any, dict[str, Any]], Awaitable[Any]], event: Any, data: dict[str, Any]
) -> Any:
    context: UpdateContext = data["context"]
    context.person.must_not_be_banned()
    return await handler(event, data)
