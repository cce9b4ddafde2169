"""A dialog's place in the agents' group: a forum topic with a pinned card, or in a plain group the card alone.

A group changes under us: topics are deleted or closed by hand, the forum is switched off, the group becomes a
supergroup, the bot loses its rights. `mend` says what can be done about a refusal, and does it.
"""

import structlog
from aiogram.exceptions import TelegramAPIError, TelegramMigrateToChat
from aiogram.methods import CreateForumTopic, PinChatMessage, ReopenForumTopic, SendMessage

from bot.alarms import Alarms
from bot.card import card_text, topic_name
from bot.clock import Clock
from bot.delivery.digest import digest
from bot.delivery.sender import Sender, posted
from bot.failures import GROUP_UNREACHABLE, Failure, read_failure
from bot.keyboards.agent import card_keyboard
from bot.texts import Texts
from core.desk import Desk
from core.draft import MessageRef
from core.notices import Priority
from core.notices import card as card_notice
from core.ports import Parcel, Place, Store
from core.work import GroupMoved, PlaceKept, PostPlaced, Work

log = structlog.get_logger()

RIGHTS_MAY_RETURN_IN = 30_000  # ms
FORUM_MAY_RETURN_IN = 60_000
SHOWN_OF_HISTORY = 10


class Places:
    def __init__(self, *, store: Store, desk: Desk, send: Sender, texts: Texts, alarms: Alarms, clock: Clock) -> None:
        self._store = store
        self._desk = desk
        self._send = send
        self._texts = texts
        self._alarms = alarms
        self._clock = clock
        self._plain_until: dict[int, int] = {}  # groups known to have no topics

    # ---- making

    async def of(self, parcel: Parcel) -> Place:
        """Where the dialog stands; made where it has no place yet, or only half of one."""
        place, group = parcel.place, self._desk.followed(parcel.dialog.group_id)
        if place is None or place.chat_id != group:
            place = await self._new(parcel, group)
        if place.card_id is None:
            place = await self._with_card(parcel, place)
        return place

    async def _new(self, parcel: Parcel, group: int) -> Place:
        name = self.name(parcel)
        thread_id = await self._topic(group, name) if self._has_topics(group) else None
        place = Place(chat_id=group, thread_id=thread_id, name=name if thread_id else None)
        await self._keep(parcel, place)
        return place

    async def _topic(self, group: int, name: str) -> int | None:
        try:
            topic = await self._send(group, CreateForumTopic(chat_id=group, name=name))
        except TelegramAPIError as error:
            if read_failure(error) is not Failure.NO_FORUM:
                raise
            self._plain_until[group] = self._clock() + FORUM_MAY_RETURN_IN
            return None
        return int(topic.message_thread_id)

    async def _with_card(self, parcel: Parcel, place: Place) -> Place:
        method = SendMessage(
            chat_id=place.chat_id,
            message_thread_id=place.thread_id,
            text=await self.card(parcel),
            reply_markup=card_keyboard(self._texts, self._locale, parcel.dialog),
            parse_mode="HTML",
        )
        card_id = posted(await self._send(place.chat_id, method))[0]
        placed = Place(place.chat_id, place.thread_id, card_id, place.name, place.closed)
        await self._keep(parcel, placed)
        if place.thread_id:
            await self._pin(place.chat_id, card_id)
        return placed

    async def _pin(self, chat_id: int, card_id: int) -> None:
        pin = PinChatMessage(chat_id=chat_id, message_id=card_id, disable_notification=True)
        try:
            await self._send(chat_id, pin)
        except TelegramAPIError as error:
            log.info("card not pinned", reason=error.message)

    async def _keep(self, parcel: Parcel, place: Place) -> None:
        work = Work(now=self._clock())
        work.put(place_kept(parcel.dialog.number, place))
        if place.card_id:
            work.put(PostPlaced(parcel.dialog.number, MessageRef(place.chat_id, place.card_id)))
        await self._store.commit(work)

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

    async def mend(self, error: TelegramAPIError, parcel: Parcel, before: int | None) -> bool:
        """Does what can be done about a refusal; True where it is worth another try.

        `before`: the message of the history that was being delivered; what came earlier is shown in a new topic.
        """
        group = parcel.place.chat_id if parcel.place else self._desk.followed(parcel.dialog.group_id)
        if isinstance(error, TelegramMigrateToChat):
            await self._follow(group, error.migrate_to_chat_id)
            return True
        failure = read_failure(error)
        if failure in GROUP_UNREACHABLE:
            self._alarms.ring(f"group.{group}", group=str(group), reason=error.message)
            await self._clock.until(self._clock() + RIGHTS_MAY_RETURN_IN)
            return True
        if parcel.place is None:
            return False
        if failure is Failure.TOPIC_CLOSED:
            await self._reopen(parcel, parcel.place)
            return True
        if failure in (Failure.THREAD_GONE, Failure.NO_FORUM):
            await self._again(parcel, group, failure, before)
            return True
        return False

    def mended(self, parcel: Parcel) -> None:
        self._alarms.over(f"group.{self._desk.followed(parcel.dialog.group_id)}")

    async def _follow(self, old: int, new: int) -> None:
        log.warning("the group became a supergroup", old=old, new=new)
        self._desk.moved[old] = new
        work = Work(now=self._clock())
        work.put(GroupMoved(old=old, new=new))
        await self._store.commit(work)

    async def _reopen(self, parcel: Parcel, place: Place) -> None:
        reopen = ReopenForumTopic(chat_id=place.chat_id, message_thread_id=place.thread_id or 0)
        try:
            await self._send(place.chat_id, reopen)
        except TelegramAPIError as error:
            log.info("topic not reopened", reason=error.message)
        work = Work(now=self._clock())
        work.put(place_kept(parcel.dialog.number, Place(place.chat_id, place.thread_id, place.card_id, place.name)))
        work.tell(card_notice(parcel.dialog.number, work.now))
        await self._store.commit(work)

    async def _again(self, parcel: Parcel, group: int, failure: Failure, before: int | None) -> None:
        log.warning("topic made anew", dialog=parcel.dialog.number, reason=failure.value)
        if failure is Failure.NO_FORUM:
            self._plain_until[group] = self._clock() + FORUM_MAY_RETURN_IN
        place = await self._with_card(parcel, await self._new(parcel, group))
        history = await self._store.last_messages(parcel.dialog.number, SHOWN_OF_HISTORY)
        earlier = [message for message in history if before is None or message.id < before]
        for method in digest(self._texts, self._locale, earlier, place):
            await self._send(group, method, Priority.CARDS)

    def _has_topics(self, group: int) -> bool:
        return self._clock() >= self._plain_until.get(group, 0)


def place_kept(number: int, place: Place) -> PlaceKept:
    return PlaceKept(
        dialog=number,
        chat_id=place.chat_id,
        thread_id=place.thread_id,
        card_id=place.card_id,
        name=place.name,
        closed=place.closed,
    )
