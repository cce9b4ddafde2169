"""A dialog's place in the agents' group: a forum topic with a pinned card, or in a plain group the card alone.

A group changes under us: topics are deleted or closed by hand, the forum is switched off, the group becomes a
supergroup, the bot loses its rights. `mend` says what can be done about a refusal, and does it.
"""

from dataclasses import replace
from typing import TypeGuard

import structlog
from aiogram.exceptions import TelegramAPIError, TelegramMigrateToChat, TelegramNotFound
from aiogram.methods import CreateForumTopic, PinChatMessage, ReopenForumTopic, SendMessage

from bot.card import card_text, topic_name
from bot.clock import Clock
from bot.delivery.digest import digest
from bot.delivery.keeping import Keeper
from bot.delivery.outages import EVERYTHING, Outages
from bot.delivery.sender import Sender, posted
from bot.failures import GROUP_UNREACHABLE, Failure, read_failure
from bot.keyboards.agent import card_keyboard
from bot.queues import Queues
from bot.texts import Texts
from core.desk import Desk
from core.draft import MessageRef
from core.message import Message
from core.notices import card as card_notice
from core.ports import Parcel, Place, Store
from core.work import GroupMoved, PlaceKept, PostPlaced, Told

log = structlog.get_logger()

FORUM_MAY_RETURN_IN = 60_000  # ms
SHOWN_OF_HISTORY = 10


class Places:
    def __init__(
        self,
        *,
        store: Store,
        desk: Desk,
        send: Sender,
        texts: Texts,
        keeper: Keeper,
        outages: Outages,
        clock: Clock,
    ) -> None:
        self._store = store
        self._desk = desk
        self._send = send
        self._texts = texts
        self._keeper = keeper
        self._outages = outages
        self._clock = clock
        self._making = Queues()  # a dialog's messages and its card have lanes of their own
        self._plain_until: dict[int, int] = {}  # groups known to have no topics

    # ---- making

    async def of(self, parcel: Parcel) -> Place:
        """Where the dialog stands; made where it has no place yet, or only half of one."""
        if self._is_whole(parcel.place, parcel):
            return await self._open(parcel, parcel.place)
        async with self._making.turn(parcel.dialog.number):
            place = await self._store.place(parcel.dialog.number)
            if self._is_whole(place, parcel):
                return place
            if place is None or place.chat_id != self.group(parcel):
                place = await self._new(parcel)
            return await self.with_card(parcel, place)

    async def _open(self, parcel: Parcel, place: Place) -> Place:
        """Agents can't write in a topic that somebody closed by hand."""
        if not (place.closed and parcel.dialog.is_open and place.thread_id):
            return place
        async with self._making.turn(parcel.dialog.number):
            await self._reopen(parcel, place)
        return replace(place, closed=False)

    def _is_whole(self, place: Place | None, parcel: Parcel) -> TypeGuard[Place]:
        return place is not None and place.card_id is not None and place.chat_id == self.group(parcel)

    def group(self, parcel: Parcel) -> int:
        return self._desk.followed(parcel.dialog.group_id)

    async def _new(self, parcel: Parcel) -> Place:
        group, name = self.group(parcel), self.name(parcel)
        thread_id = await self._topic(group, name) if self._has_topics(group) else None
        place = Place(chat_id=group, thread_id=thread_id, name=name if thread_id else None)
        await self._keeper.keep([place_kept(parcel.dialog.number, place)])
        return place

    async def _topic(self, group: int, name: str) -> int | None:
        try:
            topic = await self._send(group, CreateForumTopic(chat_id=group, name=name))
        except TelegramAPIError as error:
            if read_failure(error) is not Failure.NO_FORUM and not isinstance(error, TelegramNotFound):
                raise
            self._plain_until[group] = self._clock() + FORUM_MAY_RETURN_IN
            return None
        return int(topic.message_thread_id)

    def _has_topics(self, group: int) -> bool:
        return self._clock() >= self._plain_until.get(group, 0)

    async def with_card(self, parcel: Parcel, place: Place) -> Place:
        method = SendMessage(
            chat_id=place.chat_id,
            message_thread_id=place.thread_id,
            text=await self.card(parcel),
            reply_markup=card_keyboard(self._texts, self._locale, parcel.dialog),
            parse_mode="HTML",
        )
        card_id = posted(await self._send(place.chat_id, method))[0]
        placed = replace(place, card_id=card_id)
        number = parcel.dialog.number
        await self._keeper.keep([place_kept(number, placed), PostPlaced(number, MessageRef(place.chat_id, card_id))])
        if place.thread_id:
            await self._pin(place.chat_id, card_id)
        return placed

    async def _pin(self, chat_id: int, card_id: int) -> None:
        pin = PinChatMessage(chat_id=chat_id, message_id=card_id, disable_notification=True)
        try:
            await self._send(chat_id, pin)
        except TelegramAPIError as error:
            log.info("card not pinned", reason=error.message)

    # ---- how it looks

    def name(self, parcel: Parcel) -> str:
        return topic_name(self._texts, self._locale, parcel.dialog, parcel.seller)

    async def card(self, parcel: Parcel) -> str:
        past = await self._store.past(parcel.seller.id, before=parcel.dialog.number)
        return card_text(self._texts, self._locale, parcel.dialog, parcel.seller, past)

    @property
    def _locale(self) -> str:
        return self._texts.default_locale

    # ---- mending

    async def mend(self, error: TelegramAPIError, parcel: Parcel) -> bool:
        """Does what can be done about a refusal; True where it is worth another try."""
        if isinstance(error, TelegramMigrateToChat):
            await self._follow(self.group(parcel), error.migrate_to_chat_id)
            return True
        failure = read_failure(error)
        if failure in GROUP_UNREACHABLE:
            method = EVERYTHING if failure is Failure.OUTSIDE else error.method.__api_method__
            self._outages.begin(self.group(parcel), method, error.message)
            return True
        if failure not in (Failure.TOPIC_CLOSED, Failure.THREAD_GONE, Failure.NO_FORUM):
            return False
        async with self._making.turn(parcel.dialog.number):
            place = await self._store.place(parcel.dialog.number)
            if place is not None and place == parcel.place:  # else the other lane has mended it
                await self._mend_place(failure, parcel, place)
        return True

    async def _mend_place(self, failure: Failure, parcel: Parcel, place: Place) -> None:
        if failure is Failure.TOPIC_CLOSED:
            await self._reopen(parcel, place)
            return
        if failure is Failure.NO_FORUM:
            self._plain_until[place.chat_id] = self._clock() + FORUM_MAY_RETURN_IN
        await self._again(parcel)

    async def _follow(self, old: int, new: int) -> None:
        log.warning("the group became a supergroup", old=old, new=new)
        await self._keeper.keep([GroupMoved(old=old, new=new)])
        self._desk.follow({old: new})

    async def _reopen(self, parcel: Parcel, place: Place) -> None:
        reopen = ReopenForumTopic(chat_id=place.chat_id, message_thread_id=place.thread_id or 0)
        try:
            await self._send(place.chat_id, reopen)
        except TelegramAPIError as error:
            log.info("topic not reopened", reason=error.message)
            if read_failure(error) is not Failure.NOT_MODIFIED:
                raise
        now, number = self._clock(), parcel.dialog.number
        await self._keeper.keep([place_kept(number, replace(place, closed=False)), Told(card_notice(number, now), now)])

    async def _again(self, parcel: Parcel) -> None:
        log.warning("topic made anew", dialog=parcel.dialog.number)
        await self.show_history(parcel, await self.with_card(parcel, await self._new(parcel)))

    async def show_history(self, parcel: Parcel, place: Place) -> None:
        """The last messages, where they were not written; what can't be shown is left out."""
        history = await self._store.last_messages(parcel.dialog.number, SHOWN_OF_HISTORY)
        seen = [message for message in history if await self._was_in_a_group(message)]
        for method in digest(self._texts, self._locale, seen, place):
            try:
                await self._send(place.chat_id, method)
            except TelegramAPIError as error:
                log.info("history not shown", dialog=parcel.dialog.number, reason=error.message)

    async def _was_in_a_group(self, message: Message) -> bool:
        """What waits to be delivered comes by itself."""
        return any(ref.chat_id < 0 for ref, _ in await self._store.placed(message.id))


def place_kept(number: int, place: Place) -> PlaceKept:
    return PlaceKept(
        dialog=number,
        chat_id=place.chat_id,
        thread_id=place.thread_id,
        card_id=place.card_id,
        name=place.name,
        closed=place.closed,
    )
