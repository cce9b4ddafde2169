"""A topic that the bot opened and whose dialog it knows no more: what is written there reaches nobody; it says so."""

from aiogram import Bot, Router
from aiogram.types import Message

from bot.handlers.agent.replies import say
from bot.inbound.update_context import UpdateContext
from bot.telegram.threads import thread_of
from core.threads import ThreadReads


def register(router: Router) -> None:
    router.message.register(say_unknown, opened_by_the_bot)


async def opened_by_the_bot(message: Message, bot: Bot, store: ThreadReads) -> bool:
    """By the service message that began the topic, which Telegram sends along with what replies to nothing else.

    Topics that people opened are their own.
    """
    began, thread_id = message.reply_to_message, thread_of(message)
    if thread_id is None or began is None or began.forum_topic_created is None or began.from_user is None:
        return False
    return began.from_user.id == bot.id and await store.dialog_at(message.chat.id, thread_id) is None


async def say_unknown(message: Message, context: UpdateContext) -> None:
    say(context, message, "agent-thread-unknown")
