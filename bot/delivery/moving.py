"""A dialog goes to another group: a new place with its history there, a word and the end of the topic here."""

from typing import Any

import structlog
from aiogram.exceptions import TelegramAPIError
from aiogram.methods import CloseForumTopic, EditMessageReplyMarkup, SendMessage, TelegramMethod

from bot.content import reply
from bot.delivery.places import Places
from bot.delivery.sender import Sender
from bot.lines import moved_line
from bot.texts import Texts
from core.draft import MessageRef
from core.notices import Priority
from core.ports import Parcel, Place, Waiting

log = structlog.get_logger()


class Moving:
    def __init__(self, *, places: Places, send: Sender, texts: Texts) -> None:
        self._places = places
        self._send = send
        self._texts = texts

    async def carry(self, notice: Waiting, parcel: Parcel) -> MessageRef | None:
        """The first message of the topic that was left: whoever writes there is told where the dialog went."""
        place = await self._places.of(parcel)
        left = Place(*notice.values["left"]) if notice.values.get("left") else None
        if left and (left.chat_id, left.thread_id) == (place.chat_id, place.thread_id):
            return None  # it was moved back before it went
        await self._places.show_history(parcel, place)
        if left is None:
            return None
        await self._leave(left, place, parcel)
        return MessageRef(left.chat_id, left.thread_id) if left.thread_id else None

    async def _leave(self, old: Place, new: Place, parcel: Parcel) -> None:
        where: dict[str, Any] = {"chat_id": old.chat_id}
        text = moved_line(self._texts, self._texts.default_locale, parcel.dialog, new)
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
            await self._try(CloseForumTopic(message_thread_id=old.thread_id, **where), old)

    async def _try(self, method: TelegramMethod[Any], old: Place) -> None:
        """Where it can't be said any more, nobody is there to read it."""
        try:
            await self._send(old.chat_id, method, Priority.CARDS, waits_for_rights=False)
        except TelegramAPIError as error:
            log.info("old place not left", chat=old.chat_id, reason=error.message)
