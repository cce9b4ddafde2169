"""A dialog goes to another group: a new place with its history there, a word and the end of the topic here."""

from typing import Any

import structlog
from aiogram.exceptions import TelegramAPIError
from aiogram.methods import CloseForumTopic, EditForumTopic, EditMessageReplyMarkup, SendMessage, TelegramMethod

from bot.delivery.sender import Sender
from bot.delivery.threads import Threads
from bot.notices.in_thread import moved_line
from bot.telegram.content_conversion import reply
from bot.texts import Texts
from bot.views.card import topic_name
from core.message import MessageRef
from core.outbox import DeliveryContext, PendingNotice, Priority
from core.threads import Thread

log = structlog.get_logger()


class Moves:
    def __init__(self, *, threads: Threads, send: Sender, texts: Texts) -> None:
        self._threads = threads
        self._send = send
        self._texts = texts

    async def carry(self, notice: PendingNotice, context: DeliveryContext) -> MessageRef | None:
        """The first message of the topic that was left: whoever writes there is told where the dialog went."""
        thread = await self._threads.of(context)
        left = Thread.from_data(notice.values["left"]) if notice.values.get("left") else None
        if left and (left.chat_id, left.thread_id) == (thread.chat_id, thread.thread_id):
            return None  # it was moved back before it went
        await self._threads.show_history(context, thread, "digest-moved")
        if left is None:
            return None
        await self._leave(left, thread, context)
        return MessageRef(left.chat_id, left.thread_id) if left.thread_id else None

    async def _leave(self, old: Thread, new: Thread, context: DeliveryContext) -> None:
        where: dict[str, Any] = {"chat_id": old.chat_id}
        text = moved_line(self._texts, self._texts.default_locale, context.dialog, new)
        await self._try(
            SendMessage(
                message_thread_id=old.thread_id,
                reply_parameters=None if old.thread_id else reply(old.card_id),
                text=text,
                parse_mode="HTML",
                **where,
            ),
            old,
        )
        if old.card_id:
            await self._try(EditMessageReplyMarkup(message_id=old.card_id, **where), old)
        if old.thread_id:
            name = topic_name(self._texts, self._texts.default_locale, context.dialog, context.seller, left=True)
            await self._try(EditForumTopic(message_thread_id=old.thread_id, name=name, **where), old)
            await self._try(CloseForumTopic(message_thread_id=old.thread_id, **where), old)

    async def _try(self, method: TelegramMethod[Any], old: Thread) -> None:
        """Where it can't be said any more, nobody is there to read it."""
        try:
            await self._send(old.chat_id, method, Priority.CARDS, waits_for_rights=False)
        except TelegramAPIError as error:
            log.info("old place not left", chat=old.chat_id, reason=error.message)
