"""A dialog's place in the agents' group: a forum topic with a pinned card, or in a plain group the card alone.

A group changes under us: topics are deleted or closed by hand, the forum is switched off, the group becomes a
supergroup, the bot loses its rights. `mend` says what can be done about a refusal, and does it.
"""

from dataclasses import replace
from typing import Any, TypeGuard

import structlog
from aiogram.exceptions import TelegramAPIError, TelegramMigrateToChat, TelegramNotFound
from aiogram.methods import CreateForumTopic, GetChat, PinChatMessage, ReopenForumTopic, SendMessage

from bot.clock import Clock
from bot.delivery.missing_permissions import EVERYTHING, MissingPermissions
from bot.delivery.persister import Persister
from bot.delivery.sender import Sender, posted
from bot.delivery.thread_history import digest
from bot.keyboards.agent import card_keyboard
from bot.tasks import KeyedLock
from bot.telegram.errors import GROUP_UNREACHABLE, Failure, read_failure
from bot.texts import Texts
from bot.views.card import card_text, topic_name
from core.desk import Desk
from core.message import Message, MessageRef
from core.outbox import DeliveryContext, NoticeQueued, card_notice
from core.store import Store
from core.threads import CardPosted, GroupMoved, PostRecorded, Thread, ThreadClosed, ThreadSaved
from core.units import MINUTE

log = structlog.get_logger()

FORUM_MAY_RETURN_IN = MINUTE
SHOWN_OF_HISTORY = 10


class Threads:
    def __init__(
        self,
        *,
        store: Store,
        desk: Desk,
        send: Sender,
        texts: Texts,
        persister: Persister,
        missing_permissions: MissingPermissions,
        clock: Clock,
    ) -> None:
        self._store = store
        self._desk = desk
        self._send = send
        self._texts = texts
        self._persister = persister
        self._missing_permissions = missing_permissions
        self._clock = clock
        self._making = KeyedLock()  # a dialog's messages and its card have streams of their own
        self._forums: set[int] = set()  # groups known to have topics
        self._plain_until: dict[int, int] = {}  # and those known to have none

    # ---- making

    async def of(self, context: DeliveryContext) -> Thread:
        """Where the dialog stands; made where it has no place yet, or only half of one."""
        if self._is_whole(context.thread, context):
            return await self._open(context, context.thread)
        async with self._making.one_at_a_time(context.dialog.number):
            thread = await self._store.thread(context.dialog.number)
            if self._is_whole(thread, context):
                return thread
            if thread is None or thread.chat_id != self.group(context):
                thread = await self._new(context, thread)
            return await self.with_card(context, thread)

    async def _open(self, context: DeliveryContext, thread: Thread) -> Thread:
        """Agents can't write in a topic that somebody closed by hand."""
        if not (thread.closed and context.dialog.is_open and thread.thread_id):
            return thread
        async with self._making.one_at_a_time(context.dialog.number):
            await self._reopen(context, thread)
        return replace(thread, closed=False)

    def _is_whole(self, thread: Thread | None, context: DeliveryContext) -> TypeGuard[Thread]:
        return thread is not None and thread.card_id is not None and thread.chat_id == self.group(context)

    def group(self, context: DeliveryContext) -> int:
        return self._desk.current_id(context.dialog.group_id)

    async def _new(self, context: DeliveryContext, instead_of: Thread | None) -> Thread:
        group, name = self.group(context), self.name(context)
        thread_id = await self._topic(group, name) if await self._has_topics(group) else None
        thread = Thread(chat_id=group, thread_id=thread_id, name=name if thread_id else None)
        await self._persister.keep([_saved(context.dialog.number, thread, instead_of)])
        kept = await self._store.thread(context.dialog.number)
        if kept is None or (kept.chat_id, kept.thread_id) == (thread.chat_id, thread.thread_id):
            return thread
        await self._leave_to_nobody(context.dialog.number, thread)
        return kept

    async def _leave_to_nobody(self, number: int, thread: Thread) -> None:
        """Another one was made meanwhile: whoever writes in this one is told where the dialog is."""
        log.warning("a second thread was made", dialog=number)
        if thread.thread_id:
            await self._persister.keep([PostRecorded(number, MessageRef(thread.chat_id, thread.thread_id))])

    async def _topic(self, group: int, name: str) -> int | None:
        try:
            topic = await self._send(group, CreateForumTopic(chat_id=group, name=name))
        except TelegramAPIError as error:
            if read_failure(error) is not Failure.NO_FORUM and not isinstance(error, TelegramNotFound):
                raise
            self._is_plain(group)
            return None
        return int(topic.message_thread_id)

    async def _has_topics(self, group: int) -> bool:
        """Asked, and not tried out: an attempt that is refused takes a place among the group's messages."""
        if group not in self._forums and self._clock() >= self._plain_until.get(group, 0):
            chat = await self._send(group, GetChat(chat_id=group))
            if chat.is_forum:
                self._forums.add(group)
            else:
                self._is_plain(group)
        return group in self._forums

    def _is_plain(self, group: int) -> None:
        self._forums.discard(group)
        self._plain_until[group] = self._clock() + FORUM_MAY_RETURN_IN

    async def with_card(self, context: DeliveryContext, thread: Thread) -> Thread:
        method = SendMessage(
            chat_id=thread.chat_id,
            message_thread_id=thread.thread_id,
            **await self.card(context),
        )
        card_id = posted(await self._send(thread.chat_id, method))[0]
        placed = replace(thread, card_id=card_id)
        number = context.dialog.number
        await self._persister.keep(
            [CardPosted(number, thread, card_id), PostRecorded(number, MessageRef(thread.chat_id, card_id))]
        )
        if thread.thread_id:
            await self._pin(thread.chat_id, card_id)
        return placed

    async def _pin(self, chat_id: int, card_id: int) -> None:
        pin = PinChatMessage(chat_id=chat_id, message_id=card_id, disable_notification=True)
        try:
            await self._send(chat_id, pin)
        except TelegramAPIError as error:
            log.info("card not pinned", reason=error.message)

    # ---- how it looks

    def name(self, context: DeliveryContext) -> str:
        return topic_name(self._texts, self._locale, context.dialog, context.seller)

    async def card(self, context: DeliveryContext) -> dict[str, Any]:
        """Its text and its buttons, as Telegram takes them."""
        dialog, seller = context.dialog, context.seller
        past = await self._store.seller_history(seller.id, before=dialog.number)
        return {
            "text": card_text(self._texts, self._locale, dialog, seller, past),
            "reply_markup": card_keyboard(self._texts, self._locale, dialog, seller, past),
            "parse_mode": "HTML",
        }

    @property
    def _locale(self) -> str:
        return self._texts.default_locale

    # ---- mending

    async def mend(self, error: TelegramAPIError, context: DeliveryContext) -> bool:
        """Does what can be done about a refusal; True where it is worth another try."""
        if isinstance(error, TelegramMigrateToChat):
            await self._follow(self.group(context), error.migrate_to_chat_id)
            return True
        failure = read_failure(error)
        if failure in GROUP_UNREACHABLE:
            method = EVERYTHING if failure is Failure.OUTSIDE else error.method.__api_method__
            self._missing_permissions.begin(self.group(context), method, error.message)
            return True
        if failure not in (Failure.TOPIC_CLOSED, Failure.THREAD_GONE, Failure.NO_FORUM):
            return False
        async with self._making.one_at_a_time(context.dialog.number):
            thread = await self._store.thread(context.dialog.number)
            if thread is not None and thread == context.thread:  # else the other stream has mended it
                await self._mend_thread(failure, context, thread)
        return True

    async def _mend_thread(self, failure: Failure, context: DeliveryContext, thread: Thread) -> None:
        if failure is Failure.TOPIC_CLOSED:
            await self._reopen(context, thread)
            return
        if failure is Failure.NO_FORUM:
            self._is_plain(thread.chat_id)
        await self._again(context)

    async def _follow(self, old: int, new: int) -> None:
        log.warning("the group became a supergroup", old=old, new=new)
        await self._persister.keep([GroupMoved(old=old, new=new, at=self._clock())])
        self._desk.follow_groups({old: new})

    async def _reopen(self, context: DeliveryContext, thread: Thread) -> None:
        reopen = ReopenForumTopic(chat_id=thread.chat_id, message_thread_id=thread.thread_id or 0)
        try:
            await self._send(thread.chat_id, reopen)
        except TelegramAPIError as error:
            log.info("topic not reopened", reason=error.message)
            if read_failure(error) is not Failure.NOT_MODIFIED:
                raise
        now, number = self._clock(), context.dialog.number
        await self._persister.keep(
            [ThreadClosed(number, thread.thread_id or 0, False), NoticeQueued(card_notice(number, now), now)]
        )

    async def _again(self, context: DeliveryContext) -> None:
        log.warning("topic made anew", dialog=context.dialog.number)
        thread = await self.with_card(context, await self._new(context, context.thread))
        await self.show_history(context, thread, "digest-anew")

    async def show_history(self, context: DeliveryContext, thread: Thread, why: str) -> None:
        """The last messages, where they were not written; what can't be shown is left out. `why`: its heading's key."""
        history = await self._store.last_messages(context.dialog.number, SHOWN_OF_HISTORY)
        seen = [message for message in history if await self._was_in_a_group(message)]
        number, posts = context.dialog.number, list[int]()
        for method in digest(self._texts, self._locale, seen, thread, self._history_title(context, thread, why)):
            try:
                posts += posted(await self._send(thread.chat_id, method))
            except TelegramAPIError as error:
                log.info("history not shown", dialog=number, reason=error.message)
        if posts:
            await self._persister.keep([PostRecorded(number, MessageRef(thread.chat_id, post)) for post in posts])

    def _history_title(self, context: DeliveryContext, thread: Thread, why: str) -> str:
        title = self._texts.get(self._locale, why)
        if thread.thread_id is not None:
            return title
        number, seller = str(context.dialog.number), context.seller.name
        return self._texts.get(self._locale, "line-heading", number=number, seller=seller) + "\n" + title

    async def _was_in_a_group(self, message: Message) -> bool:
        """What waits to be delivered comes by itself."""
        return any(ref.chat_id < 0 for ref, _ in await self._store.message_refs(message.id))


def _saved(number: int, thread: Thread, instead_of: Thread | None) -> ThreadSaved:
    return ThreadSaved(
        dialog=number,
        chat_id=thread.chat_id,
        thread_id=thread.thread_id,
        card_id=thread.card_id,
        name=thread.name,
        closed=thread.closed,
        instead_of=instead_of,
    )
