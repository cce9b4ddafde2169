"""Forum topics as Telegram tells them."""

from aiogram.types import Message


def thread_of(message: Message) -> int | None:
    """The forum topic; in General a reply thread has an id as well, which is no topic."""
    return message.message_thread_id if message.is_topic_message else None
