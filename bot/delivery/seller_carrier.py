"""What leaves for a seller (or, as a sentence, for any one person)."""

import contextlib
from collections.abc import Sequence
from typing import Any

from aiogram.exceptions import TelegramAPIError, TelegramNotFound
from aiogram.methods import EditMessageReplyMarkup, SendChatAction, SendMessage
from aiogram.types import InlineKeyboardMarkup, LinkPreviewOptions

from bot.clock import Clock
from bot.delivery.giving_up import GivingUp
from bot.delivery.relaying import Changes, delivered, dressed, words_follow
from bot.delivery.sender import Sender, posted
from bot.notices.to_seller import Said, answer_heading, answer_keyboard, is_stale, notice_text, said_as
from bot.telegram import content_conversion as messages
from bot.telegram.errors import SELLER_UNREACHABLE, Failure, read_failure
from bot.texts import Texts
from core.content import Content
from core.desk import Desk, mark_reachable, mark_unreachable
from core.message import Message, MessageRef, Side, WordsPosted
from core.outbox import (
    Delivered,
    DeliveryContext,
    NoticeKind,
    NoticeQueued,
    PendingNotice,
    person_notice,
    stars_notice,
)
from core.person import Person
from core.store import Store
from core.unit_of_work import UnitOfWork

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
ASKED_ONCE_IN = 10_000
MOST_STARLESS = 1_000
MOST_LOSE_STARS = 100  # at once


class SellerCarrier:
    def __init__(
        self, *, store: Store, desk: Desk, send: Sender, give_up: GivingUp, texts: Texts, clock: Clock
    ) -> None:
        self._store = store
        self._desk = desk
        self._send = send
        self._give_up = give_up
        self._texts = texts
        self._clock = clock
        self._back_at: dict[int, int] = {}  # sellers whom a sign has reached, and when
        self._starless: dict[int, None] = {}  # answers that have none, as far as is known here; oldest first

    async def carry(self, notices: Sequence[PendingNotice]) -> Changes:
        """What is to be kept of it: delivered, or why not; neither where something else comes first now."""
        first = notices[0]
        if first.kind is NoticeKind.AGAIN:
            return [Delivered(first.id, self._clock())]
        if first.kind is NoticeKind.TELL:
            return await self._tell(first)
        context = await self._store.delivery_context(first.dialog or 0, first.message)
        if context is None or context.message is None:
            return await self._give_up(notices, "gone")
        try:
            if first.kind is NoticeKind.STARS:
                return await self._take_stars_away(first, context, context.message)
            if first.kind is NoticeKind.CORRECT:
                return await self._correct(first, context, context.message)
            if await self._is_back(context.seller):
                return await self._all_again(context.seller)
            if len(notices) > 1:
                return await self._album(notices, context)
            return await self._relay(first, context, context.message)
        except TelegramAPIError as error:
            if len(notices) > 1 and read_failure(error) not in SELLER_UNREACHABLE:
                return await self.carry(notices[:1])  # one by one: what is wrong with one file is none of the others'
            return await self._not_delivered(notices, context, error)

    # ---- an answer

    async def _relay(self, notice: PendingNotice, context: DeliveryContext, message: Message) -> Changes:
        if message.side is Side.NOTE:  # it was taken back
            return [Delivered(notice.id, self._clock())]
        chat_id, locale = context.seller.id, self._locale(context)
        heading = self._heading(context, message)
        plain, _ = messages.apart(message.content)
        content = dressed(heading, plain)
        starred = content is not None and await self._has_stars(message)
        keyboard = answer_keyboard(self._texts, locale, context.dialog, said_as(message), starred) if content else None
        method = messages.send(
            content or plain, chat_id, reply_to=await self._reply_to(notice, chat_id), keyboard=keyboard
        )
        ids = posted(await self._send(chat_id, method))
        words = await words_follow(self._send, [message], ids, context, chat_id)
        kept = [*await self._delivered([notice], context, ids), *words]
        self._remember(message, starred)
        if starred and not await self._has_stars(message):  # another one came while it was on its way
            now = self._clock()
            kept.append(NoticeQueued(stars_notice(message.dialog, message.id, now), now))
        return kept if content else [*kept, self._heading_follows(context, message)]

    async def _has_stars(self, message: Message) -> bool:
        """Only the newest answer has."""
        if said_as(message) is not Said.ANSWERED:
            return False
        last = await self._store.last_answer(message.dialog)
        return last is None or last <= message.id

    async def _album(self, notices: Sequence[PendingNotice], context: DeliveryContext) -> Changes:
        chat_id = context.seller.id
        items = await self._items(notices)
        method = messages.send_album(
            [item.content for item in items], chat_id, reply_to=await self._reply_to(notices[0], chat_id)
        )
        ids = posted(await self._send(chat_id, method))
        words = await words_follow(self._send, items, ids, context, chat_id)
        kept = [*await self._delivered(notices, context, ids), *words]
        return [*kept, self._heading_follows(context, context.message)] if context.message else kept

    def _heading(self, context: DeliveryContext, message: Message) -> str:
        return answer_heading(self._texts, self._locale(context), context.dialog, message, self._shown_agent(message))

    def _shown_agent(self, message: Message) -> str:
        return message.author_name if self._desk.rules.show_agent else ""

    def _heading_follows(self, context: DeliveryContext, message: Message) -> NoticeQueued:
        """Where a message can't carry heading and buttons, they follow it: kept to follow with its own delivery."""
        now, what = self._clock(), said_as(message).value
        values: dict[str, Any] = {"agent": self._shown_agent(message), "answer": message.id}
        return NoticeQueued(person_notice(context.seller.id, what, now, dialog=context.dialog.number, **values), now)

    async def _items(self, notices: Sequence[PendingNotice]) -> list[Message]:
        found = [await self._store.message(notice.message or 0) for notice in notices]
        return [message for message in found if message]

    async def _correct(self, notice: PendingNotice, context: DeliveryContext, message: Message) -> Changes:
        chat_id = context.seller.id
        content, keyboard = await self._dressed_now(context, message)
        kept: Changes = []
        arrived = message.side is Side.NOTE or context.seller.unreachable_since is not None
        for ref, written_there in await self._store.message_refs(message.id):
            if written_there or ref.chat_id != chat_id:
                continue
            method = messages.edit(content or message.content, chat_id, ref.message_id, keyboard)
            if method and await self._is_changed(chat_id, method):
                arrived = True
                kept += await words_follow(self._send, [message], [ref.message_id], context, chat_id)
        if not arrived:
            return await self._give_up([notice], Failure.POST_GONE)
        return [Delivered(notice.id, self._clock()), *kept]

    async def _dressed_now(
        self, context: DeliveryContext, message: Message
    ) -> tuple[Content | None, InlineKeyboardMarkup | None]:
        """An answer that was delivered, under its heading; only the newest has stars."""
        plain = messages.apart(message.content)[0]
        content = None if message.album else dressed(self._heading(context, message), plain)
        if content is None:
            return None, None
        starred = await self._has_stars(message)
        self._remember(message, starred)
        return content, answer_keyboard(self._texts, self._locale(context), context.dialog, said_as(message), starred)

    async def _take_stars_away(self, notice: PendingNotice, context: DeliveryContext, first: Message) -> Changes:
        """From all answers but the newest."""
        found = await self._store.answers_since(context.dialog.number, first.id, MOST_LOSE_STARS)
        for message in found[1:]:
            if message.id not in self._starless and not message.asks and message.album is None:
                await self._without_stars(context, message)
        return [Delivered(notice.id, self._clock())]

    async def _without_stars(self, context: DeliveryContext, message: Message) -> None:
        chat_id = context.seller.id
        there = [
            ref
            for ref, written_there in await self._store.message_refs(message.id)
            if not written_there and ref.chat_id == chat_id
        ]
        if not there:  # on its way, perhaps: whoever sends it looks once more
            return
        _, keyboard = await self._dressed_now(context, message)
        for ref in there:
            method = EditMessageReplyMarkup(chat_id=chat_id, message_id=ref.message_id, reply_markup=keyboard)
            await self._is_changed(chat_id, method)

    def _remember(self, message: Message, starred: bool) -> None:
        self._starless.pop(message.id, None)
        if not starred:
            self._starless[message.id] = None
            if len(self._starless) > MOST_STARLESS:
                del self._starless[next(iter(self._starless))]

    async def _is_changed(self, chat_id: int, method: Any) -> bool:
        """False where the message is gone; one that looks so already has nothing more to do."""
        try:
            await self._send(chat_id, method)
        except TelegramAPIError as error:
            if (failure := read_failure(error)) not in (Failure.NOT_MODIFIED, Failure.POST_GONE):
                raise
            return failure is not Failure.POST_GONE
        return True

    async def _reply_to(self, notice: PendingNotice, chat_id: int) -> int | None:
        answered = notice.values.get("reply_to")
        if not answered:
            return None
        placed = await self._store.message_refs(answered)
        return next((ref.message_id for ref, _ in placed if ref.chat_id == chat_id), None)

    async def _delivered(
        self, notices: Sequence[PendingNotice], context: DeliveryContext, ids: Sequence[int]
    ) -> Changes:
        first = context.dialog.first_answer_at is None
        kept = delivered(notices, context, context.seller.id, ids, self._clock(), first_answer=first)
        back = UnitOfWork(now=self._clock())
        await mark_reachable(back, self._store, context.seller)
        return [*kept, *back.changes]

    # ---- a sentence

    async def _tell(self, notice: PendingNotice) -> Changes:
        person_id = int(notice.stream.partition(":")[2])
        person = await self._store.person(person_id)
        dialog = await self._store.dialog(notice.dialog) if notice.dialog else None
        if notice.dialog and dialog is None:  # erased meanwhile
            return await self._give_up([notice], "gone")
        locale = self._texts.locale_of(person.locale if person else None, person.language if person else None)
        values = dict(notice.values)
        what, answer = values.pop("what"), values.pop("answer", None)
        if is_stale(what, dialog):
            return [Delivered(notice.id, self._clock())]
        if dialog and not dialog.is_open:
            values["wait"] = (await self._desk.waits(person_id, self._clock())).get(dialog.topic)
        text, keyboard = notice_text(self._texts, locale, what, values, dialog, self._clock())
        method = SendMessage(
            chat_id=person_id, text=text, reply_markup=keyboard, parse_mode="HTML", link_preview_options=NO_PREVIEW
        )
        try:
            if person and await self._is_back(person):
                return await self._all_again(person)
            sent = await self._send(person_id, method, notice.priority)
        except TelegramAPIError as error:
            return await self._not_told(notice, person, error)
        back = UnitOfWork(now=self._clock())
        if person:
            await mark_reachable(back, self._store, person)
        if dialog is None:
            return [Delivered(notice.id, back.now), *back.changes]
        ref = MessageRef(person_id, posted(sent)[0])
        if answer is not None:  # a reply to its heading, or a reaction, is to the answer
            return [Delivered(notice.id, back.now), WordsPosted(dialog.number, answer, ref), *back.changes]
        return [Delivered(notice.id, back.now, placed=((ref, None),), dialog=dialog.number), *back.changes]

    async def _not_told(self, notice: PendingNotice, person: Person | None, error: TelegramAPIError) -> Changes:
        failure, work = read_failure(error), UnitOfWork(now=self._clock())
        work.add(*await self._give_up([notice], failure.value, error.message))
        if person and failure in SELLER_UNREACHABLE:
            await mark_unreachable(work, self._store, person)
        return work.changes

    # ---- whoever was gone may be back before we hear of it

    async def _is_back(self, seller: Person) -> bool:
        """Asked by a sign that leaves no trace, so that nothing is sent before what failed; raises where it fails."""
        now = self._clock()
        if seller.unreachable_since is None or now - self._back_at.get(seller.id, -ASKED_ONCE_IN) < ASKED_ONCE_IN:
            return False
        with contextlib.suppress(TelegramNotFound):
            await self._send(seller.id, SendChatAction(chat_id=seller.id, action="typing"))
        self._back_at = {one: at for one, at in self._back_at.items() if now - at < ASKED_ONCE_IN} | {seller.id: now}
        return True

    async def _all_again(self, seller: Person) -> Changes:
        """What failed goes first; this notice is looked at again behind it."""
        work = UnitOfWork(now=self._clock())
        await mark_reachable(work, self._store, await self._store.person(seller.id) or seller)
        return work.changes

    # ---- what could not be delivered

    async def _not_delivered(
        self, notices: Sequence[PendingNotice], context: DeliveryContext, error: TelegramAPIError
    ) -> Changes:
        failure = read_failure(error)
        kept = await self._give_up(notices, failure.value, error.message)
        if failure not in SELLER_UNREACHABLE:
            return kept
        work = UnitOfWork(now=self._clock())
        told_in = None if notices[0].kind is NoticeKind.STARS else context.dialog.number  # nobody waits for those
        await mark_unreachable(work, self._store, context.seller, told_in=told_in)
        return [*kept, *work.changes]

    def _locale(self, context: DeliveryContext) -> str:
        return self._texts.locale_of(context.seller.locale, context.seller.language)
