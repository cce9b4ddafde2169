"""What was said in a dialog that became part of this one, to be read in this one's thread."""

from collections.abc import Iterator
from typing import Any

import structlog
from aiogram.exceptions import TelegramAPIError
from aiogram.methods import TelegramMethod

from bot.delivery.sender import Sender, posted
from bot.delivery.thread_history import digest
from bot.telegram.errors import is_without_place
from bot.texts import Texts
from core.message import Message, MessageRef
from core.outbox import PendingNotice
from core.store import Store
from core.threads import Thread

log = structlog.get_logger()

MOST_SHOWN = 30  # messages
TOGETHER = 10  # in one, which has its limit


class Merges:
    def __init__(self, *, store: Store, send: Sender, texts: Texts) -> None:
        self._store = store
        self._send = send
        self._texts = texts

    async def carry(self, notice: PendingNotice, thread: Thread) -> list[MessageRef]:
        """What was posted; what can't be shown is left out. Raises: the TelegramAPIError of a place that is gone."""
        said = await self._store.merged_messages(notice.dialog or 0, notice.values["at"], MOST_SHOWN)
        unseen = [message for message in said if not await self._stands_here(message, thread)]
        refs: list[MessageRef] = []
        for method in self._posts(notice.values["number"], unseen, thread):
            try:
                refs.append(MessageRef(thread.chat_id, posted(await self._send(thread.chat_id, method))[0]))
            except TelegramAPIError as error:
                if not refs and is_without_place(error):
                    raise
                log.info("merged message not shown", dialog=notice.dialog, reason=error.message)
        return refs

    def _posts(self, number: int, unseen: list[Message], thread: Thread) -> Iterator[TelegramMethod[Any]]:
        locale = self._texts.default_locale
        title = self._texts.get(locale, "merge-digest", number=str(number))
        for start in range(0, len(unseen), TOGETHER):
            yield from digest(self._texts, locale, unseen[start : start + TOGETHER], thread, title)

    async def _stands_here(self, message: Message, thread: Thread) -> bool:
        """A group without topics shows everything in one place. What waits to be delivered comes by itself."""
        refs = [ref for ref, _ in await self._store.message_refs(message.id) if ref.chat_id < 0]
        return not refs or (thread.thread_id is None and any(ref.chat_id == thread.chat_id for ref in refs))
