"""What leaves for a seller (or, as a sentence, for any one person)."""

import contextlib
from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

import structlog
from aiogram.exceptions import TelegramAPIError, TelegramNotFound
from aiogram.methods import SendChatAction, SendMessage
from aiogram.types import LinkPreviewOptions

from bot import content as messages
from bot.clock import Clock
from bot.delivery.sender import Sender, posted
from bot.failures import SELLER_UNREACHABLE, Failure, read_failure
from bot.tellings import answer_heading, answer_keyboard, is_stale, telling
from bot.texts import Texts
from core.content import Content
from core.desk import Desk
from core.draft import MessageRef
from core.message import Message, Side
from core.notices import NoticeKind, line, tell
from core.ports import Parcel, Store, Waiting
from core.work import Delivered, Person, PostPlaced, Told, Undeliverable, Work

log = structlog.get_logger()
Records = list[Any]
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
SAID_ONCE_IN = 60_000  # ms
ASKED_ONCE_IN = 10_000


class ToSeller:
    def __init__(self, *, store: Store, desk: Desk, send: Sender, texts: Texts, clock: Clock) -> None:
        self._store = store
        self._desk = desk
        self._send = send
        self._texts = texts
        self._clock = clock
        self._back_at: dict[int, int] = {}  # sellers whom a sign has reached, and when

    async def carry(self, notices: Sequence[Waiting]) -> Records:
        """What is to be kept of it: delivered, or why not; neither where something else comes first now."""
        first = notices[0]
        if first.kind is NoticeKind.AGAIN:
            return [Delivered(first.id, self._clock())]
        if first.kind is NoticeKind.TELL:
            return await self._tell(first)
        parcel = await self._store.parcel(first.dialog or 0, first.message)
        if parcel is None or parcel.message is None:
            return [Undeliverable(notice.id, self._clock(), "gone") for notice in notices]
        try:
            if first.kind is NoticeKind.CORRECT:
                return await self._correct(first, parcel, parcel.message)
            if await self._is_back(parcel.seller):
                return await self._all_again(parcel.seller)
            if len(notices) > 1:
                return await self._album(notices, parcel)
            return await self._relay(first, parcel, parcel.message)
        except TelegramAPIError as error:
            return await self._not_delivered(notices, parcel, error)

    # ---- an answer

    async def _relay(self, notice: Waiting, parcel: Parcel, message: Message) -> Records:
        if message.side is Side.NOTE:  # it was taken back
            return [Delivered(notice.id, self._clock())]
        chat_id, locale = parcel.seller.id, self._locale(parcel)
        heading = self._heading(parcel, message)
        plain, _ = messages.apart(message.content)
        content = dressed(heading, plain)
        keyboard = answer_keyboard(self._texts, locale, parcel.dialog, message.asks) if content else None
        method = messages.send(
            content or plain, chat_id, reply_to=await self._reply_to(notice, chat_id), keyboard=keyboard
        )
        ids = posted(await self._send(chat_id, method))
        words = await words_follow(self._send, [message.content], ids, parcel, chat_id)
        kept = [*await self._delivered([notice], parcel, ids), *words]
        return kept if content else [*kept, self._heading_follows(parcel, message.asks)]

    async def _album(self, notices: Sequence[Waiting], parcel: Parcel) -> Records:
        chat_id = parcel.seller.id
        contents = await self._contents(notices)
        method = messages.send_album(contents, chat_id, reply_to=await self._reply_to(notices[0], chat_id))
        asks = bool(parcel.message and parcel.message.asks)
        ids = posted(await self._send(chat_id, method))
        words = await words_follow(self._send, contents, ids, parcel, chat_id)
        return [*await self._delivered(notices, parcel, ids), *words, self._heading_follows(parcel, asks)]

    def _heading(self, parcel: Parcel, message: Message) -> str:
        agent = message.author_name if self._desk.rules.show_agent else ""
        return answer_heading(self._texts, self._locale(parcel), parcel.dialog, message.asks, agent)

    def _heading_follows(self, parcel: Parcel, asks: bool) -> Told:
        """Where a message can't carry heading and buttons, they follow it: kept to follow with its own delivery."""
        now = self._clock()
        return Told(tell(parcel.seller.id, "asked" if asks else "answered", now, dialog=parcel.dialog.number), now)

    async def _contents(self, notices: Sequence[Waiting]) -> list[Content]:
        found = [await self._store.message(notice.message or 0) for notice in notices]
        return [message.content for message in found if message]

    async def _correct(self, notice: Waiting, parcel: Parcel, message: Message) -> Records:
        chat_id, locale = parcel.seller.id, self._locale(parcel)
        in_album = message.album is not None
        for ref, written_there in await self._store.placed(message.id):
            if written_there or ref.chat_id != chat_id:
                continue
            heading = self._heading(parcel, message)
            content = message.content if in_album else dressed(heading, message.content) or message.content
            keyboard = None if in_album else answer_keyboard(self._texts, locale, parcel.dialog, message.asks)
            method = messages.edit(content, chat_id, ref.message_id, keyboard)
            if method:
                await self._quietly(chat_id, method)
        return [Delivered(notice.id, self._clock())]

    async def _quietly(self, chat_id: int, method: Any) -> None:
        """An edit whose message looks so already, or is gone, has nothing more to do."""
        try:
            await self._send(chat_id, method)
        except TelegramAPIError as error:
            if read_failure(error) not in (Failure.NOT_MODIFIED, Failure.POST_GONE):
                raise

    async def _reply_to(self, notice: Waiting, chat_id: int) -> int | None:
        answered = notice.values.get("reply_to")
        if not answered:
            return None
        placed = await self._store.placed(answered)
        return next((ref.message_id for ref, _ in placed if ref.chat_id == chat_id), None)

    async def _delivered(self, notices: Sequence[Waiting], parcel: Parcel, ids: Sequence[int]) -> Records:
        first = parcel.dialog.first_answer_at is None
        kept = delivered(notices, parcel, parcel.seller.id, ids, self._clock(), first_answer=first)
        back = Work(now=self._clock())
        await self._desk.find_again(back, parcel.seller)
        return [*kept, *back.records]

    # ---- a sentence

    async def _tell(self, notice: Waiting) -> Records:
        person_id = int(notice.lane.partition(":")[2])
        person = await self._store.person(person_id)
        dialog = await self._store.dialog(notice.dialog) if notice.dialog else None
        if notice.dialog and dialog is None:  # erased meanwhile
            return [Undeliverable(notice.id, self._clock(), "gone")]
        locale = self._texts.locale_of(person.locale if person else None, person.language if person else None)
        values = dict(notice.values)
        what = values.pop("what")
        if is_stale(what, dialog):
            return [Delivered(notice.id, self._clock())]
        text, keyboard = telling(self._texts, locale, what, values, dialog, self._clock())
        method = SendMessage(
            chat_id=person_id, text=text, reply_markup=keyboard, parse_mode="HTML", link_preview_options=NO_PREVIEW
        )
        try:
            if person and await self._is_back(person):
                return await self._all_again(person)
            answer = await self._send(person_id, method, notice.priority)
        except TelegramAPIError as error:
            log.info("not told", what=what, reason=error.message)
            return await self._not_told(notice, person, read_failure(error))
        back = Work(now=self._clock())
        if person:
            await self._desk.find_again(back, person)
        if dialog is None:
            return [Delivered(notice.id, back.now), *back.records]
        placed = ((MessageRef(person_id, posted(answer)[0]), None),)
        return [Delivered(notice.id, back.now, placed=placed, dialog=dialog.number), *back.records]

    async def _not_told(self, notice: Waiting, person: Person | None, failure: Failure) -> Records:
        work = Work(now=self._clock())
        work.put(Undeliverable(notice.id, work.now, failure.value))
        if person and failure in SELLER_UNREACHABLE:
            await self._desk.lose(work, person)
        return work.records

    # ---- whoever was gone may be back before we hear of it

    async def _is_back(self, seller: Person) -> bool:
        """Asked by a sign that leaves no trace, so that nothing is sent before what failed; raises where it fails."""
        now = self._clock()
        if seller.unreachable_since is None or now - self._back_at.get(seller.id, -ASKED_ONCE_IN) < ASKED_ONCE_IN:
            return False
        with contextlib.suppress(TelegramNotFound):
            await self._send(seller.id, SendChatAction(chat_id=seller.id, action="typing"))
        self._back_at[seller.id] = now
        return True

    async def _all_again(self, seller: Person) -> Records:
        """What failed goes first; this notice is looked at again behind it."""
        work = Work(now=self._clock())
        await self._desk.find_again(work, await self._store.person(seller.id) or seller)
        return work.records

    # ---- what could not be delivered

    async def _not_delivered(self, notices: Sequence[Waiting], parcel: Parcel, error: TelegramAPIError) -> Records:
        failure, work, number = read_failure(error), Work(now=self._clock()), parcel.dialog.number
        log.warning("not delivered", dialog=number, failure=failure.value, reason=error.message)
        work.put(*(Undeliverable(notice.id, work.now, failure.value) for notice in notices))
        if not self._was_said_just_now(failure, parcel.seller.unreachable_since, work.now):
            work.tell(line(number, "undeliverable", work.now, reason=failure.value, detail=error.message))
        if failure in SELLER_UNREACHABLE:
            await self._desk.lose(work, parcel.seller, told_in=number)
        return work.records

    @staticmethod
    def _was_said_just_now(failure: Failure, unreachable_since: int | None, now: int) -> bool:
        """Of several answers that wait for a seller who is gone, one line is enough; each has its mark."""
        return failure in SELLER_UNREACHABLE and now - (unreachable_since or 0) < SAID_ONCE_IN

    def _locale(self, parcel: Parcel) -> str:
        return self._texts.locale_of(parcel.seller.locale, parcel.seller.language)


def dressed(heading: str, content: Content) -> Content | None:
    """`content` under its heading; None where Telegram does not let the two be one message."""
    if content.kind in messages.CAPTIONLESS:
        return None
    joined = messages.with_heading(heading, content)
    return joined if messages.fits(joined) else None


async def words_follow(
    send: Sender,
    contents: Sequence[Content],
    ids: Sequence[int],
    parcel: Parcel,
    chat_id: int,
    thread_id: int | None = None,
) -> Records:
    """Words that are too long for a caption stand below their file, in reply to it."""
    kept: Records = []
    for content, post_id in zip(contents, ids, strict=False):
        if words := messages.apart(content)[1]:
            method = messages.send(words, chat_id, thread_id=thread_id, reply_to=post_id)
            said = posted(await send(chat_id, method))[0]
            kept.append(PostPlaced(parcel.dialog.number, MessageRef(chat_id, said)))
    return kept


def delivered(
    notices: Sequence[Waiting],
    parcel: Parcel,
    chat_id: int,
    ids: Sequence[int],
    now: int,
    *,
    first_answer: bool = False,
) -> Records:
    """One for each notice, also where Telegram tells fewer ids than were sent."""
    return [
        Delivered(
            notice.id,
            now,
            placed=((MessageRef(chat_id, post_id), notice.message),) if post_id else (),
            dialog=parcel.dialog.number,
            first_answer=first_answer,
        )
        for notice, post_id in zip_longest(notices, ids[: len(notices)])
    ]
