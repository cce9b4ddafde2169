"""What leaves for a dialog's place in the agents' group."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import Any

import structlog
from aiogram.exceptions import TelegramAPIError, TelegramNotFound
from aiogram.methods import CloseForumTopic, EditForumTopic, EditMessageText, SendMessage, TelegramMethod

from bot import content as messages
from bot.alarms import Alarms
from bot.clock import Clock
from bot.delivery.moving import Moving
from bot.delivery.places import Places, place_kept
from bot.delivery.sender import Sender, posted
from bot.delivery.to_seller import delivered, dressed, words_follow
from bot.failures import GROUP_UNREACHABLE, Failure, read_failure
from bot.keyboards.agent import card_keyboard
from bot.lines import line as line_text
from bot.lines import plain_heading
from bot.texts import Texts
from core.content import Content
from core.draft import MessageRef
from core.message import Message
from core.notices import NoticeKind, Priority, line
from core.ports import Parcel, Place, Store, Waiting
from core.work import Delivered, Told, Undeliverable

log = structlog.get_logger()
Records = list[Any]

MOST_MENDS = 5
SLOWLY = 60_000  # ms
LIKE_SO = frozenset({Failure.NOT_MODIFIED, Failure.POST_GONE})
NO_PLACE = frozenset({Failure.THREAD_GONE, Failure.NO_FORUM, Failure.TOPIC_CLOSED})


class ToGroup:
    def __init__(
        self, *, store: Store, places: Places, send: Sender, texts: Texts, alarms: Alarms, clock: Clock
    ) -> None:
        self._store = store
        self._places = places
        self._send = send
        self._texts = texts
        self._alarms = alarms
        self._clock = clock
        self._moving = Moving(places=places, send=send, texts=texts)

    async def carry(self, notices: Sequence[Waiting]) -> Records:
        first = notices[0]
        deed = {
            NoticeKind.OPEN: self._open,
            NoticeKind.RELAY: self._relay if len(notices) == 1 else self._album,
            NoticeKind.CORRECT: self._correct,
            NoticeKind.LINE: self._line,
            NoticeKind.MOVE: self._move,
            NoticeKind.CARD: self._card,
        }[first.kind]
        return await self._with_mending(notices, deed)

    async def _with_mending(
        self, notices: Sequence[Waiting], deed: Callable[[Sequence[Waiting], Parcel], Awaitable[Records]]
    ) -> Records:
        first, mends = notices[0], 0
        refusal: TelegramAPIError | None = None
        while True:
            parcel = await self._store.parcel(first.dialog or 0, first.message)
            if parcel is None:
                return [Undeliverable(notice.id, self._clock(), "gone") for notice in notices]
            try:
                if refusal is None:
                    return await deed(notices, parcel)
                if not await self._places.mend(refusal, parcel):
                    return self._not_delivered(notices, parcel, refusal)
                refusal = None
            except TelegramAPIError as error:
                refusal, mends = error, mends + (read_failure(error) not in GROUP_UNREACHABLE)
                if mends > MOST_MENDS:  # nothing helps for now: slowly, but for as long as it takes
                    await self._clock.until(self._clock() + SLOWLY)

    # ---- one deed for each kind of notice

    async def _open(self, notices: Sequence[Waiting], parcel: Parcel) -> Records:
        await self._places.of(parcel)
        return [Delivered(notices[0].id, self._clock())]

    async def _relay(self, notices: Sequence[Waiting], parcel: Parcel) -> Records:
        message, place = parcel.message, await self._places.of(parcel)
        if message is None:
            return [Undeliverable(notices[0].id, self._clock(), "gone")]
        method = messages.send(
            self._under_heading(messages.apart(message.content)[0], parcel, place),
            place.chat_id,
            thread_id=place.thread_id,
            reply_to=await self._reply_to(notices[0], place),
        )
        return await self._posted(notices, parcel, place, [message.content], method)

    async def _album(self, notices: Sequence[Waiting], parcel: Parcel) -> Records:
        place = await self._places.of(parcel)
        found = [await self._store.message(notice.message or 0) for notice in notices]
        first, *others = contents = [message.content for message in found if message]
        method = messages.send_album(
            [self._under_heading(messages.apart(first)[0], parcel, place), *others],
            place.chat_id,
            thread_id=place.thread_id,
            reply_to=await self._reply_to(notices[0], place),
        )
        return await self._posted(notices, parcel, place, contents, method)

    def _under_heading(self, content: Content, parcel: Parcel, place: Place) -> Content:
        """In a plain group each message says whose it is; where the words do not fit, its reply to the card does."""
        if place.thread_id is not None:
            return content
        heading = plain_heading(self._texts, self._texts.default_locale, parcel.dialog, parcel.seller)
        return dressed(heading, content) or content

    async def _correct(self, notices: Sequence[Waiting], parcel: Parcel) -> Records:
        message, place = parcel.message, parcel.place
        if message and place:
            for ref, written_there in await self._store.placed(message.id):
                if not written_there and ref.chat_id == place.chat_id:
                    await self._edit(message, parcel, place, ref)
        return [Delivered(notices[0].id, self._clock())]

    async def _edit(self, message: Message, parcel: Parcel, place: Place, ref: MessageRef) -> None:
        content = message.content if message.album else self._under_heading(message.content, parcel, place)
        method = messages.edit(content, ref.chat_id, ref.message_id)
        if method:
            await self._quietly(place.chat_id, method)

    async def _move(self, notices: Sequence[Waiting], parcel: Parcel) -> Records:
        left = await self._moving.carry(notices[0], parcel)
        placed = ((left, None),) if left else ()
        return [Delivered(notices[0].id, self._clock(), placed=placed, dialog=parcel.dialog.number)]

    async def _line(self, notices: Sequence[Waiting], parcel: Parcel) -> Records:
        place, values = await self._places.of(parcel), dict(notices[0].values)
        what = values.pop("what")
        method = SendMessage(
            chat_id=place.chat_id,
            message_thread_id=place.thread_id,
            text=line_text(self._texts, self._texts.default_locale, what, values),
            reply_parameters=None if place.thread_id else messages.reply(place.card_id),
            parse_mode="HTML",
        )
        answer = await self._send(place.chat_id, method)
        placed = ((MessageRef(place.chat_id, posted(answer)[0]), None),)
        return [Delivered(notices[0].id, self._clock(), placed=placed, dialog=parcel.dialog.number)]

    async def _card(self, notices: Sequence[Waiting], parcel: Parcel) -> Records:
        place = parcel.place
        if place is None or place.card_id is None:
            return []  # its place is still being made: again soon
        open_ = parcel.dialog.is_open
        if not await self._redrawn(parcel, place) and open_:
            place = await self._places.with_card(parcel, place)
        # A finished dialog whose topic somebody deleted needs none.
        nothing_to_do = LIKE_SO if open_ else LIKE_SO | NO_PLACE
        name = await self._renamed(parcel, place, nothing_to_do)
        if not open_ and place.thread_id and not place.closed:
            close = CloseForumTopic(chat_id=place.chat_id, message_thread_id=place.thread_id)
            await self._quietly(place.chat_id, close, Priority.CARDS, nothing_to_do)
        now_so = replace(place, name=name, closed=place.closed or not open_)
        kept = [] if now_so == parcel.place else [place_kept(parcel.dialog.number, now_so)]
        return [Delivered(notices[0].id, self._clock()), *kept]

    async def _redrawn(self, parcel: Parcel, place: Place) -> bool:
        """False where the card is gone."""
        method = EditMessageText(
            chat_id=place.chat_id,
            message_id=place.card_id,
            text=await self._places.card(parcel),
            reply_markup=card_keyboard(self._texts, self._texts.default_locale, parcel.dialog),
            parse_mode="HTML",
        )
        return await self._quietly(place.chat_id, method, Priority.CARDS) is not Failure.POST_GONE

    async def _renamed(self, parcel: Parcel, place: Place, nothing_to_do: frozenset[Failure]) -> str | None:
        name = self._places.name(parcel)
        if place.thread_id is None or place.name == name:
            return place.name
        rename = EditForumTopic(chat_id=place.chat_id, message_thread_id=place.thread_id, name=name)
        await self._quietly(place.chat_id, rename, Priority.CARDS, nothing_to_do)
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

    async def _reply_to(self, notice: Waiting, place: Place) -> int | None:
        answered = notice.values.get("reply_to")
        if answered:
            for ref, _ in await self._store.placed(answered):
                if ref.chat_id == place.chat_id:
                    return ref.message_id
        return None if place.thread_id else place.card_id

    async def _posted(
        self,
        notices: Sequence[Waiting],
        parcel: Parcel,
        place: Place,
        contents: Sequence[Content],
        method: TelegramMethod[Any],
    ) -> Records:
        ids = posted(await self._send(place.chat_id, method))
        words = await words_follow(self._send, contents, ids, parcel, place.chat_id, place.thread_id)
        return [*delivered(notices, parcel, place.chat_id, ids, self._clock()), *words]

    def _not_delivered(self, notices: Sequence[Waiting], parcel: Parcel, error: TelegramAPIError) -> Records:
        failure, now, number = read_failure(error), self._clock(), parcel.dialog.number
        log.warning("not delivered", dialog=number, failure=failure.value, reason=error.message)
        kept: Records = [Undeliverable(notice.id, now, failure.value) for notice in notices]
        if notices[0].kind is NoticeKind.RELAY:
            kept.append(Told(line(number, "not-relayed", now, reason=failure.value, detail=error.message), now))
        elif failure is Failure.OTHER:  # the agents may not learn it there
            self._alarms.ring("undeliverable", dialog=str(number), error=error.message)
        return kept
