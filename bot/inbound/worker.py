"""Updates in: in order per chat, each applied once, confirmed to Telegram only when what it means is kept."""

import asyncio
import contextlib
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Protocol

import orjson
import structlog
from aiogram import Bot, Dispatcher
from aiogram.exceptions import TelegramAPIError, TelegramRetryAfter
from aiogram.types import CallbackQuery, Chat, ChatMemberUpdated, Message, Update

from bot.clock import Clock
from bot.inbound.flood_detector import FloodDetector
from bot.inbound.update_context import UpdateContext, current_context, fsm_key
from bot.tasks import KeyedLock
from bot.telegram.errors import may_pass
from bot.telegram.screens import Screen, Screens
from bot.texts import Texts
from core.desk import mark_reachable, mark_unreachable
from core.inbox import UpdateSeen, UpdateSetAside, UpdateTakenUp
from core.person import Person, PersonSeen
from core.retry import pause
from core.store import Store, Unavailable
from core.unit_of_work import Conflict, Duplicate, UnitOfWork

log = structlog.get_logger()

KINDS = ["message", "edited_message", "callback_query", "my_chat_member"]
MOST_CONFLICTS = 20
MOST_FAILURES = 3
MOST_TAKEN_UP = 1_000
GONE = ("kicked", "left")
Raw = dict[str, Any]
Event = Message | CallbackQuery | ChatMemberUpdated


class Wakes(Protocol):
    def wake(self) -> None: ...


class Alerts(Protocol):
    def raise_alert(self, key: str, **values: Any) -> None: ...

    def resolve(self, key: str) -> None: ...


class NotNow(Exception):
    """Neither kept nor refused: what is needed for it, the store or Telegram, is down."""

    def __init__(self, retry_after: int = 0) -> None:
        super().__init__()
        self.retry_after = retry_after


class UpdateWorker:
    def __init__(
        self,
        *,
        bot: Bot,
        dispatcher: Dispatcher,
        store: Store,
        texts: Texts,
        screens: Screens,
        delivery: Wakes,
        alerts: Alerts,
        clock: Clock,
    ) -> None:
        self._bot = bot
        self._dispatcher = dispatcher
        self._store = store
        self._texts = texts
        self._screens = screens
        self._delivery = delivery
        self._alerts = alerts
        self._clock = clock
        self._turns = KeyedLock()
        self._flood_detector = FloodDetector()
        self.taken = 0

    async def take_all(self, updates: Iterable[Raw]) -> None:
        """Returns when all of them are kept: those of one chat one by one, chats side by side."""
        await asyncio.gather(*(self.take(update) for update in updates))

    async def take(self, raw: Raw, *, patient: bool = True) -> None:
        """Returns when the update is kept. Not `patient`: NotNow is raised instead of waiting for what is down."""
        async with self._turns.one_at_a_time(_key_of(raw)):
            failures = 0
            while True:
                try:
                    await self._try(raw)
                except NotNow as down:
                    failures += 1
                    if not patient:
                        raise
                    await asyncio.sleep(max(down.retry_after, pause(failures) / 1000))
                else:
                    self._alerts.resolve("store")
                    self.taken += 1
                    return

    async def take_up_again(self) -> None:
        """What was set aside, oldest first: this version of the program may do better."""
        for aside in reversed(await self._store.set_aside(MOST_TAKEN_UP)):
            raw = orjson.loads(aside.body)
            if "callback_query" in raw:  # a tap meant what was on the screen then
                continue
            async with self._turns.one_at_a_time(_key_of(raw)):
                try:
                    await self._apply(raw, UpdateTakenUp(aside.update_id))
                except Exception as error:
                    log.warning("update still fails", update=aside.update_id, reason=repr(error))
                else:
                    log.info("update taken up again", update=aside.update_id)

    async def _try(self, raw: Raw) -> None:
        try:
            if error := await self._failure(raw):
                await self._set_aside(raw, error)
        except Unavailable as unavailable:
            self._alerts.raise_alert("store", reason=str(unavailable))
            raise NotNow from unavailable

    async def _failure(self, raw: Raw) -> str | None:
        """None where the update is kept, else what stands in its way however often it is tried."""
        error = ""
        for _ in range(MOST_FAILURES):
            try:
                await self._apply(raw)
                return None
            except Unavailable:
                raise
            except Duplicate:
                log.info("update known already", update=raw.get("update_id"))
                return None
            except Exception as failed:
                if isinstance(failed, TelegramAPIError) and _passes(failed):
                    raise NotNow(getattr(failed, "retry_after", 0)) from failed
                error = repr(failed)
                log.exception("update failed", update=raw.get("update_id"))
        return error

    async def _apply(self, raw: Raw, receipt: UpdateTakenUp | None = None) -> None:
        update = Update.model_validate(raw, context={"bot": self._bot})
        for _ in range(MOST_CONFLICTS):
            try:
                await self._turn(update, receipt)
                return
            except Conflict:
                continue
        raise RuntimeError("the dialog kept changing under this update")

    async def _turn(self, update: Update, receipt: UpdateTakenUp | None) -> None:
        event = update.event if update.event_type in KINDS else None
        work = UnitOfWork(now=self._clock())
        work.add(receipt or UpdateSeen(update.update_id, work.now))
        context = await self._begin(event, work) if isinstance(event, Event) else None
        if context:
            token = current_context.set(context)
            try:
                await self._dispatcher.feed_update(self._bot, update, context=context)
            finally:
                current_context.reset(token)
            if context.screen.chat_id > 0 and self._flood_detector.begins(context.person.id, context.now):
                context.screen.send(context.screen.t("flood"))
            context.seal()
        await self._store.commit(work)
        if context:
            for follow in context.after_commit:
                follow()
            self._screens.show(context.screen)
        if work.has_notices:
            self._delivery.wake()

    async def _begin(self, event: Event, work: UnitOfWork) -> UpdateContext | None:
        callback = event if isinstance(event, CallbackQuery) else None
        chat = _chat_of(event)
        user = event.from_user
        if chat is None or user is None or chat.type == "channel":
            return None
        message = callback.message if callback else event
        thread_id = thread_of(message) if isinstance(message, Message) else None
        key = fsm_key(chat.id, user.id, thread_id)
        known, stand = await self._store.person_and_fsm_state(user.id, key)
        person = Person(id=user.id, name=user.full_name, username=user.username, language=user.language_code)
        if known:
            person = known.seen_as(person)
        if person != known:
            work.add(PersonSeen(person, work.now))
        private = chat.type == "private"
        if private:
            person = await self._reached(event, person, work)
        screen = Screen(
            texts=self._texts,
            locale=self._texts.locale_of(person.locale, person.language) if private else self._texts.default_locale,
            chat_id=chat.id,
            thread_id=thread_id,
            about=event.message_id if isinstance(event, Message) and not private else None,
            callback=callback,
        )
        return UpdateContext(person=person, work=work, screen=screen, kept_anyway=len(work.changes), read={key: stand})

    async def _reached(self, event: Event, person: Person, work: UnitOfWork) -> Person:
        """Who writes, or lets the bot write again, gets what could not be delivered."""
        if isinstance(event, ChatMemberUpdated) and event.new_chat_member.status in GONE:
            await mark_unreachable(work, self._store, person)
            return person
        await mark_reachable(work, self._store, person)
        return replace(person, unreachable_since=None)

    async def _set_aside(self, raw: Raw, error: str) -> None:
        """So that it blocks nobody; an admin sees it in /check."""
        work = UnitOfWork(now=self._clock())
        update_id = int(raw["update_id"])
        work.add(
            UpdateSeen(update_id, work.now),
            UpdateSetAside(update_id=update_id, body=orjson.dumps(raw).decode(), error=error, at=work.now),
        )
        with contextlib.suppress(Duplicate):
            await self._store.commit(work)
        self._alerts.raise_alert("set-aside", update=str(update_id), error=error[:200])


def thread_of(message: Message) -> int | None:
    """The forum topic; in General a reply thread has an id as well, which is no topic."""
    return message.message_thread_id if message.is_topic_message else None


def _chat_of(event: Event) -> Chat | None:
    if isinstance(event, CallbackQuery):
        return event.message.chat if event.message else None
    return event.chat


def _key_of(raw: Raw) -> tuple[int, int]:
    """What must stay in order with what: a private chat, or one topic of a group."""
    for kind in ("message", "edited_message", "my_chat_member", "callback_query"):
        event = raw.get(kind)
        if isinstance(event, dict):
            message = event.get("message") if kind == "callback_query" else event
            if isinstance(message, dict) and isinstance(message.get("chat"), dict):
                topic = message.get("message_thread_id", 0) if message.get("is_topic_message") else 0
                return message["chat"].get("id", 0), topic
    return 0, 0


def _passes(error: TelegramAPIError) -> bool:
    return may_pass(error) or isinstance(error, TelegramRetryAfter)
