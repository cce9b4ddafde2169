"""What leaves for a dialog's place in the agents' group."""

from collections.abc import Awaitable, Callable, Sequence
from itertools import chain
from typing import Any

import structlog
from aiogram.exceptions import TelegramAPIError, TelegramNotFound
from aiogram.methods import CloseForumTopic, EditForumTopic, EditMessageText, SendMessage, TelegramMethod

from bot.clock import Clock
from bot.delivery.giving_up import GivingUp
from bot.delivery.relaying import Changes, delivered, dressed, words_follow
from bot.delivery.sender import Sender, posted
from bot.delivery.thread_merges import Merges
from bot.delivery.thread_moves import Moves
from bot.delivery.threads import Threads
from bot.delivery.withdrawals import Withdrawals
from bot.notices.in_thread import line as line_text
from bot.notices.in_thread import line_keyboard, plain_heading
from bot.telegram import content_conversion as messages
from bot.telegram.errors import GROUP_UNREACHABLE, NO_PLACE, Failure, read_failure
from bot.texts import Texts
from core.content import Content
from core.message import Message, MessageRef
from core.outbox import (
    Delivered,
    DeliveryContext,
    NoticeKind,
    PendingNotice,
    Priority,
)
from core.store import Store
from core.threads import Thread, ThreadClosed, ThreadNamed
from core.units import MINUTE

log = structlog.get_logger()

MOST_MENDS = 5
SLOWLY = MINUTE
LIKE_SO = frozenset({Failure.NOT_MODIFIED, Failure.POST_GONE})


class ThreadCarrier:
    def __init__(
        self, *, store: Store, threads: Threads, send: Sender, give_up: GivingUp, texts: Texts, clock: Clock
    ) -> None:
        self._store = store
        self._threads = threads
        self._send = send
        self._texts = texts
        self._give_up = give_up
        self._clock = clock
        self._withdrawals = Withdrawals(store=store, send=send, texts=texts)
        self._merging = Merges(store=store, send=send, texts=texts)
        self._moving = Moves(threads=threads, send=send, texts=texts)

    async def carry(self, notices: Sequence[PendingNotice]) -> Changes:
        first = notices[0]
        action = {
            NoticeKind.OPEN: self._open,
            NoticeKind.RELAY: self._relay if len(notices) == 1 else self._album,
            NoticeKind.CORRECT: self._correct,
            NoticeKind.LINE: self._line,
            NoticeKind.MOVE: self._move,
            NoticeKind.MERGE: self._merge,
            NoticeKind.WITHDRAW: self._withdraw,
            NoticeKind.CARD: self._card,
        }[first.kind]
        return await self._with_mending(notices, action)

    async def _with_mending(
        self,
        notices: Sequence[PendingNotice],
        action: Callable[[Sequence[PendingNotice], DeliveryContext], Awaitable[Changes]],
    ) -> Changes:
        first, mends = notices[0], 0
        refusal: TelegramAPIError | None = None
        refused_by = 0
        while True:
            context = await self._store.delivery_context(first.dialog or 0, first.message)
            if context is None:
                return await self._give_up(notices, "gone")
            group = self._threads.group(context)
            try:
                if refusal is None or group != refused_by:  # it stands elsewhere by now
                    return await action(notices, context)
                if not await self._threads.mend(refusal, context):
                    return await self._not_delivered(notices, refusal)
                refusal = None
            except TelegramAPIError as error:
                refusal, refused_by = error, group
                mends = mends + (read_failure(error) not in GROUP_UNREACHABLE)
                if mends > MOST_MENDS:  # nothing helps for now: slowly, but for as long as it takes
                    await self._clock.until(self._clock() + SLOWLY)

    # ---- one action for each kind of notice

    async def _open(self, notices: Sequence[PendingNotice], context: DeliveryContext) -> Changes:
        await self._threads.of(context)
        return [Delivered(notices[0].id, self._clock())]

    async def _relay(self, notices: Sequence[PendingNotice], context: DeliveryContext) -> Changes:
        message, thread = context.message, await self._threads.of(context)
        if message is None:
            return await self._give_up(notices, "gone")
        method = messages.send(
            self._under_heading(messages.apart(message.content)[0], context, thread),
            thread.chat_id,
            thread_id=thread.thread_id,
            reply_to=await self._reply_to(notices[0], thread),
        )
        return await self._posted(notices, context, thread, [message], method)

    async def _album(self, notices: Sequence[PendingNotice], context: DeliveryContext) -> Changes:
        thread = await self._threads.of(context)
        found = [await self._store.message(notice.message or 0) for notice in notices]
        items = [message for message in found if message]
        first, *others = [item.content for item in items]
        method = messages.send_album(
            [self._under_heading(messages.apart(first)[0], context, thread), *others],
            thread.chat_id,
            thread_id=thread.thread_id,
            reply_to=await self._reply_to(notices[0], thread),
        )
        return await self._posted(notices, context, thread, items, method)

    def _under_heading(self, content: Content, context: DeliveryContext, thread: Thread) -> Content:
        """In a plain group each message says whose it is; where the words do not fit, its reply to the card does."""
        if thread.thread_id is not None:
            return content
        heading = plain_heading(self._texts, self._texts.default_locale, context.dialog, context.seller)
        return dressed(heading, content) or content

    async def _correct(self, notices: Sequence[PendingNotice], context: DeliveryContext) -> Changes:
        message, thread = context.message, await self._threads.of(context)
        refs = await self._store.message_refs(message.id) if message else []
        here = [ref for ref, written_there in refs if not written_there and ref.chat_id == thread.chat_id]
        if message is None or not here:  # the dialog went to another group since: it is shown there, as it is now
            return await self._relay(notices, context)
        edited = [await self._edit(message, context, thread, ref) for ref in here]
        kept = [changes for changes in edited if changes is not None]
        if not kept:
            return await self._give_up(notices, Failure.POST_GONE)
        return [Delivered(notices[0].id, self._clock()), *chain.from_iterable(kept)]

    async def _edit(
        self, message: Message, context: DeliveryContext, thread: Thread, ref: MessageRef
    ) -> Changes | None:
        """None where there is nothing left to edit."""
        content, _ = messages.apart(message.content)
        if not message.album or await self._begins_album(message):
            content = self._under_heading(content, context, thread)
        method = messages.edit(content, ref.chat_id, ref.message_id)
        if method is None or await self._quietly(thread.chat_id, method) is Failure.POST_GONE:
            return None
        where = thread.chat_id, thread.thread_id
        return await words_follow(self._send, [message], [ref.message_id], context, *where)

    async def _begins_album(self, message: Message) -> bool:
        """The first one carries the heading of them all."""
        album = await self._store.album(message.album or "")
        return bool(album) and album[0].id == message.id

    async def _move(self, notices: Sequence[PendingNotice], context: DeliveryContext) -> Changes:
        left = await self._moving.carry(notices[0], context)
        placed = ((left, None),) if left else ()
        return [Delivered(notices[0].id, self._clock(), placed=placed, dialog=context.dialog.number)]

    async def _merge(self, notices: Sequence[PendingNotice], context: DeliveryContext) -> Changes:
        refs = await self._merging.carry(notices[0], await self._threads.of(context))
        placed = tuple((ref, None) for ref in refs)
        return [Delivered(notices[0].id, self._clock(), placed=placed, dialog=context.dialog.number)]

    async def _withdraw(self, notices: Sequence[PendingNotice], context: DeliveryContext) -> Changes:
        said = await self._withdrawals.carry(notices[0], context.thread)
        placed = ((said, None),) if said else ()
        return [Delivered(notices[0].id, self._clock(), placed=placed, dialog=context.dialog.number)]

    async def _line(self, notices: Sequence[PendingNotice], context: DeliveryContext) -> Changes:
        thread, values = await self._threads.of(context), dict(notices[0].values)
        what = values.pop("what")
        method = SendMessage(
            chat_id=thread.chat_id,
            message_thread_id=thread.thread_id,
            text=line_text(self._texts, self._texts.default_locale, what, values),
            reply_markup=line_keyboard(self._texts, self._texts.default_locale, context.dialog.number, what, values),
            reply_parameters=None if thread.thread_id else messages.reply(thread.card_id),
            parse_mode="HTML",
        )
        answer = await self._send(thread.chat_id, method)
        placed = ((MessageRef(thread.chat_id, posted(answer)[0]), None),)
        return [Delivered(notices[0].id, self._clock(), placed=placed, dialog=context.dialog.number)]

    async def _card(self, notices: Sequence[PendingNotice], context: DeliveryContext) -> Changes:
        thread = context.thread
        if thread is None or thread.card_id is None or thread.chat_id != self._threads.group(context):
            return []  # its place is still being made, or left: again soon
        open_ = context.dialog.is_open
        if not await self._redrawn(context, thread) and open_:
            thread = await self._threads.with_card(context, thread)
        # A finished dialog whose topic somebody deleted needs none.
        nothing_to_do = LIKE_SO if open_ else LIKE_SO | NO_PLACE
        name = await self._renamed(context, thread, nothing_to_do)
        if not open_ and thread.thread_id and not thread.closed:
            close = CloseForumTopic(chat_id=thread.chat_id, message_thread_id=thread.thread_id)
            await self._quietly(thread.chat_id, close, Priority.CARDS, nothing_to_do)
        number = context.dialog.number
        kept: Changes = [Delivered(notices[0].id, self._clock())]
        if name != thread.name:
            kept.append(ThreadNamed(number, thread, name))
        if not open_ and thread.thread_id and not thread.closed:
            kept.append(ThreadClosed(number, thread.thread_id, True))
        return kept

    async def _redrawn(self, context: DeliveryContext, thread: Thread) -> bool:
        """False where the card is gone."""
        method = EditMessageText(
            chat_id=thread.chat_id,
            message_id=thread.card_id,
            **await self._threads.card(context),
        )
        return await self._quietly(thread.chat_id, method, Priority.CARDS) is not Failure.POST_GONE

    async def _renamed(self, context: DeliveryContext, thread: Thread, nothing_to_do: frozenset[Failure]) -> str | None:
        name = self._threads.name(context)
        if thread.thread_id is None or thread.name == name:
            return thread.name
        rename = EditForumTopic(chat_id=thread.chat_id, message_thread_id=thread.thread_id, name=name)
        await self._quietly(thread.chat_id, rename, Priority.CARDS, nothing_to_do)
        return name

    # ---- inside

    async def _quietly(
        self,
        chat_id: int,
        method: TelegramMethod[Any],
        priority: Priority = Priority.PEOPLE,
        nothing_to_do: frozenset[Failure] = LIKE_SO,
    ) -> Failure | None:
        """A change of what looks so already, or is gone, has nothing more to do."""
        try:
            await self._send(chat_id, method, priority)
        except TelegramNotFound as error:
            log.info("touch left out", reason=error.message)
        except TelegramAPIError as error:
            failure = read_failure(error)
            if failure not in nothing_to_do:
                raise
            return failure
        return None

    async def _reply_to(self, notice: PendingNotice, thread: Thread) -> int | None:
        answered = notice.values.get("reply_to")
        if answered:
            for ref, _ in await self._store.message_refs(answered):
                if ref.chat_id == thread.chat_id:
                    return ref.message_id
        return None if thread.thread_id else thread.card_id

    async def _posted(
        self,
        notices: Sequence[PendingNotice],
        context: DeliveryContext,
        thread: Thread,
        items: Sequence[Message],
        method: TelegramMethod[Any],
    ) -> Changes:
        ids = posted(await self._send(thread.chat_id, method))
        words = await words_follow(self._send, items, ids, context, thread.chat_id, thread.thread_id)
        return [*delivered(notices, context, thread.chat_id, ids, self._clock()), *words]

    async def _not_delivered(self, notices: Sequence[PendingNotice], error: TelegramAPIError) -> Changes:
        if len(notices) > 1:
            return await self.carry(notices[:1])  # one by one: what is wrong with one file is none of the others'
        return await self._give_up(notices, read_failure(error).value, error.message)
