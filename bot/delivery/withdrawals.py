"""Words that a seller took out of a dialog leave its thread: copies are deleted, or struck where they can't be."""

from aiogram.exceptions import TelegramAPIError
from aiogram.methods import DeleteMessage, SendMessage, TelegramMethod

from bot.delivery.sender import Sender, posted
from bot.notices.in_thread import line
from bot.telegram import content_conversion as messages
from bot.telegram.errors import Failure, read_failure
from bot.texts import Texts
from core.content import Content
from core.message import MessageRef
from core.outbox import PendingNotice
from core.store import Store
from core.threads import Thread

DONE_ALREADY = frozenset({Failure.POST_GONE, Failure.NOT_MODIFIED})


class Withdrawals:
    def __init__(self, *, store: Store, send: Sender, texts: Texts) -> None:
        self._store = store
        self._send = send
        self._texts = texts

    async def carry(self, notice: PendingNotice, thread: Thread | None) -> MessageRef | None:
        """The line that says so. What had not left yet has no copies, and nobody has seen it."""
        seen = 0
        for message_id, data in notice.values["words"]:
            for ref in await self._store.copies(message_id):
                seen += 1
                await self._take_away(ref, Content.from_data(data))
        if not seen or thread is None:
            return None
        said = await self._send(thread.chat_id, self._line(thread, len(notice.values["words"])))
        return MessageRef(thread.chat_id, posted(said)[0])

    async def _take_away(self, ref: MessageRef, content: Content) -> None:
        if await self._tried(ref, DeleteMessage(chat_id=ref.chat_id, message_id=ref.message_id)):
            return
        if struck := messages.edit(messages.struck(messages.apart(content)[0]), ref.chat_id, ref.message_id):
            await self._tried(ref, struck)

    async def _tried(self, ref: MessageRef, method: TelegramMethod[bool]) -> bool:
        """Whether it is so now."""
        try:
            await self._send(ref.chat_id, method)
        except TelegramAPIError as error:
            return read_failure(error) in DONE_ALREADY
        return True

    def _line(self, thread: Thread, count: int) -> SendMessage:
        return SendMessage(
            chat_id=thread.chat_id,
            message_thread_id=thread.thread_id,
            text=line(self._texts, self._texts.default_locale, "words-withdrawn", {"count": count}),
            reply_parameters=None if thread.thread_id else messages.reply(thread.card_id),
            parse_mode="HTML",
        )
