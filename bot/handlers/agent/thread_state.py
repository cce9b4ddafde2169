"""A dialog's topic is closed or opened by hand: it is opened again when there is something to say in it."""

from aiogram import F, Router
from aiogram.filters import or_f
from aiogram.types import Message

from bot.handlers.agent.filters import of_dialog
from bot.inbound.update_context import UpdateContext
from core.dialog import Dialog
from core.threads import ThreadClosed


def register(router: Router) -> None:
    router.message.register(remember, or_f(F.forum_topic_closed, F.forum_topic_reopened), of_dialog)


async def remember(message: Message, dialog: Dialog, context: UpdateContext) -> None:
    if message.message_thread_id:
        context.work.add(ThreadClosed(dialog.number, message.message_thread_id, message.forum_topic_closed is not None))
