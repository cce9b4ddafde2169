"""A dialog's topic is closed or opened by hand: it is opened again when there is something to say in it."""

from aiogram import F, Router
from aiogram.filters import or_f
from aiogram.types import Message

from bot.handlers.agent.who import of_dialog
from bot.turn import Turn
from core.dialog import Dialog
from core.work import TopicClosed


def register(router: Router) -> None:
    router.message.register(remember, or_f(F.forum_topic_closed, F.forum_topic_reopened), of_dialog)


async def remember(message: Message, dialog: Dialog, turn: Turn) -> None:
    if message.message_thread_id:
        turn.work.put(TopicClosed(dialog.number, message.message_thread_id, message.forum_topic_closed is not None))
