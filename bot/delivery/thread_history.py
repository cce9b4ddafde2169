"""The last messages of a dialog, to be read where they were not written: in a topic that was made anew."""

from collections.abc import Iterator, Sequence
from typing import Any

from aiogram.methods import SendMessage, TelegramMethod

from bot.telegram import content_conversion as messages
from bot.texts import Texts
from core.message import Message, Side
from core.threads import Thread

LINE_LIMIT = 300
SIGNS = {Side.SELLER: "👤", Side.AGENT: "💬", Side.NOTE: "📝"}


def digest(
    texts: Texts, locale: str, history: Sequence[Message], thread: Thread, title: str
) -> Iterator[TelegramMethod[Any]]:
    """One message with the words, then the files themselves. `title`: HTML."""
    if not history:
        return
    where: dict[str, Any] = {"thread_id": thread.thread_id, "reply_to": None if thread.thread_id else thread.card_id}
    lines = [title, *(_line(texts, locale, message) for message in history)]
    yield SendMessage(
        chat_id=thread.chat_id,
        message_thread_id=thread.thread_id,
        reply_parameters=None if thread.thread_id else messages.reply(thread.card_id),
        text="\n".join(lines),
        parse_mode="HTML",
    )
    for message in history:
        if message.content.file:
            yield messages.send(message.content, thread.chat_id, **where)


def _line(texts: Texts, locale: str, message: Message) -> str:
    text = " ".join(message.content.text.split())
    shown = text if len(text) <= LINE_LIMIT else text[: LINE_LIMIT - 1] + "…"
    return texts.get(
        locale,
        "digest-line",
        sign=SIGNS[message.side],
        at=texts.moment(locale, message.created_at),
        text=shown or texts.plain(locale, "kind", kind=message.content.kind.value),
    )
