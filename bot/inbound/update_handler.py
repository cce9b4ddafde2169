"""One update, once: what it means is decided, kept in one transaction, and only then shown."""

import asyncio
from dataclasses import replace
from typing import Protocol

from aiogram import Bot
from aiogram.types import CallbackQuery, Chat, ChatMemberUpdated, Message, MessageReactionUpdated, Update

from bot.clock import Clock
from bot.inbound.flood_detector import FloodDetector
from bot.inbound.update_context import UpdateContext, fsm_key
from bot.inbound.update_parsing import KINDS, Raw, read_update
from bot.inbound.update_routing import UpdateRouting
from bot.tasks import step_aside
from bot.telegram.names import seen
from bot.telegram.screens import Screen, Screens
from bot.telegram.threads import thread_of
from bot.telegram.written_command import is_latin
from bot.texts import Texts
from core.config_version import CONFIG_CHANGES, ConfigRead
from core.desk import mark_reachable, mark_unreachable
from core.inbox import UpdateHandled
from core.person import Person, PersonSeen
from core.store import Store
from core.unit_of_work import Conflict, UnitOfWork

MOST_CONFLICTS = 20
DECIDES_WITHIN = 10.0  # seconds, with all that it asks of Telegram
GONE = ("kicked", "left")
GROUPS = ("group", "supergroup")
Event = Message | CallbackQuery | ChatMemberUpdated | MessageReactionUpdated


class Config(Protocol):
    """What this process holds in memory of the shop's settings, catalogue and admins."""

    @property
    def version(self) -> int: ...
    async def refresh(self) -> None: ...
    def outdate(self) -> None: ...
    def serves(self, chat_id: int) -> bool: ...


class UpdateHandler:
    def __init__(
        self,
        *,
        bot: Bot,
        routing: UpdateRouting,
        store: Store,
        texts: Texts,
        screens: Screens,
        config: Config,
        clock: Clock,
    ) -> None:
        self._bot = bot
        self._routing = routing
        self._store = store
        self._texts = texts
        self._screens = screens
        self._config = config
        self._clock = clock
        self._flood_detector = FloodDetector()

    async def handle(self, raw: Raw) -> bool:
        """Returns when it is kept: whether there is something to deliver. Raises what stands in its way."""
        update = read_update(raw, self._bot)
        for conflicts in range(MOST_CONFLICTS):
            try:
                return await self._handle(update)
            except Conflict:
                await step_aside(conflicts)
                await self._config.refresh()
        raise RuntimeError("the dialog kept changing under this update")

    async def drop_tap(self, raw: Raw) -> None:
        """A tap meant what was on the screen then: it is answered, and not carried out."""
        update = read_update(raw, self._bot)
        work = self._work(update)
        context = await self._begin(update.callback_query, work) if update.callback_query else None
        await self._store.commit(work)
        if context:
            context.screen.toast(context.screen.plain("tap-too-late"))
            self._screens.show(context.screen)

    async def _handle(self, update: Update) -> bool:
        kind, event = next(((kind, found) for kind in KINDS if (found := getattr(update, kind))), ("", None))
        if isinstance(event, Event) and self._may_have_become_ours(_chat_of(event)):
            await self._config.refresh()
        version, work = self._config.version, self._work(update)
        context = await self._begin(event, work) if isinstance(event, Event) else None
        if context and isinstance(event, Event):
            await self._decide(update, kind, event, context)
        changes_config = any(isinstance(change, CONFIG_CHANGES) for change in work.changes)
        if changes_config:
            work.changes.insert(0, ConfigRead(version))
        await self._store.commit(work)
        if changes_config:
            self._config.outdate()
        if context:
            for follow in context.after_commit:
                follow()
            self._screens.show(context.screen)
        return work.has_notices

    def _may_have_become_ours(self, chat: Chat | None) -> bool:
        """A group that an admin named just now, at another process: nothing in it is thrown away unread."""
        return chat is not None and chat.type in GROUPS and not self._config.serves(chat.id)

    def _work(self, update: Update) -> UnitOfWork:
        work = UnitOfWork(now=self._clock())
        work.add(UpdateHandled(update.update_id, work.now))
        return work

    async def _decide(self, update: Update, kind: str, event: Event, context: UpdateContext) -> None:
        async with asyncio.timeout(DECIDES_WITHIN):
            await self._routing.route(update, kind, event, context)
        if context.screen.chat_id > 0 and self._flood_detector.begins(context.person.id, context.now):
            context.screen.send(context.screen.t("flood"))
        context.seal()

    async def _begin(self, event: Event, work: UnitOfWork) -> UpdateContext | None:
        callback = event if isinstance(event, CallbackQuery) else None
        chat = _chat_of(event)
        user = event.user if isinstance(event, MessageReactionUpdated) else event.from_user
        if chat is None or user is None or chat.type == "channel":
            return None
        message = callback.message if callback else event
        thread_id = thread_of(message) if isinstance(message, Message) else None
        key = fsm_key(chat.id, user.id, thread_id)
        known, state = await self._store.person_and_fsm_state(user.id, key)
        person = Person(id=user.id, name=seen(user.full_name), username=user.username, language=user.language_code)
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
            latin=isinstance(event, Message) and is_latin(event),
            about=event.message_id if isinstance(event, Message) and not private else None,
            callback=callback,
        )
        return UpdateContext(person=person, work=work, screen=screen, kept_anyway=len(work.changes), read={key: state})

    async def _reached(self, event: Event, person: Person, work: UnitOfWork) -> Person:
        """Who writes, or lets the bot write again, gets what could not be delivered."""
        if isinstance(event, ChatMemberUpdated) and event.new_chat_member.status in GONE:
            await mark_unreachable(work, self._store, person)
            return person
        await mark_reachable(work, self._store, person)
        return replace(person, unreachable_since=None)


def _chat_of(event: Event) -> Chat | None:
    if isinstance(event, CallbackQuery):
        return event.message.chat if event.message else None
    return event.chat
