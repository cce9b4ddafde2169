"""A dialog went to another group: what is written at its old place is not sent, and that is said."""

from typing import Any

from aiogram import Router
from aiogram.types import Message

from bot.handlers.agent.replies import say
from bot.inbound.update_context import UpdateContext
from bot.telegram.links import link_to
from bot.telegram.threads import thread_of
from core.desk import Desk
from core.dialog import Dialog
from core.message import MessageReads, MessageRef
from core.threads import ThreadReads


def register(router: Router) -> None:
    router.message.register(say_moved, left_behind)


async def left_behind(message: Message, desk: Desk, store: MessageReads) -> dict[str, Any] | bool:
    """By the topic's first message, or by the one that is replied to."""
    replied = message.reply_to_message.message_id if message.reply_to_message else None
    for post_id in (thread_of(message), replied):
        known = await store.message_at(MessageRef(message.chat.id, post_id)) if post_id else None
        if known and known.dialog.group_id != desk.current_id(message.chat.id):
            return {"dialog": known.dialog}
    return False


async def say_moved(message: Message, dialog: Dialog, context: UpdateContext, store: ThreadReads) -> None:
    link = link_to(await store.thread(dialog.number))
    say(context, message, "agent-moved-away", number=str(dialog.number), link=link or "none")
