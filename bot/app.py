"""The composition root: the one place that names core, storage and bot, and puts the parts together."""

import asyncio
import contextlib
import gc
import signal
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import structlog
from aiogram import Bot, Dispatcher
from aiogram.exceptions import TelegramAPIError
from aiogram.fsm.strategy import FSMStrategy
from aiogram.methods import SetWebhook

from bot.admins import Admins
from bot.alarms import Alarms
from bot.chores import Chores
from bot.clock import Clock, SystemClock
from bot.commands import Commands
from bot.crowding import Crowding
from bot.delivery import Delivery
from bot.delivery.keeping import Keeper
from bot.delivery.marks import Marks
from bot.delivery.outages import Outages
from bot.delivery.places import Places
from bot.delivery.sender import Sender
from bot.delivery.takeover import Takeover
from bot.delivery.to_group import ToGroup
from bot.delivery.to_seller import ToSeller
from bot.handlers import routers
from bot.health import Watch, health_app
from bot.incidents import Incidents
from bot.inline_filters import call_in_line
from bot.intake import KINDS, Intake
from bot.jobs import Jobs
from bot.lanes import Limit, Pace
from bot.members import Members
from bot.polling import Hears, Polling
from bot.screens import Screens
from bot.session import Session
from bot.settings import Settings
from bot.steering import Steering
from bot.texts import Texts
from bot.turn import Conversations
from bot.waits import Waits
from bot.webhook import listen_for_the_end_of_gaps, secret_of, serve, webhook_app
from core.catalogue import Catalogue, parse
from core.content import MEGABYTE, Limits
from core.desk import Desk, Rules
from core.ports import Store, Unavailable
from core.retry import pause
from storage.opening import open_database
from storage.store import SqlStore

log = structlog.get_logger()

SHIPPED_CATALOGUE = Path(__file__).parent / "catalogue.yaml"
MINUTE = 60.0
FOR_PEOPLE = 4  # one in so many of a group's messages
# Seconds that what is under way has at the end: less than 10 in all.
LAST_UPDATES = 2.5
LAST_SENDS = 2.5
LAST_WORDS = 1.0
LAST_WRITES = 1.5


@dataclass(slots=True)
class App:
    settings: Settings
    store: SqlStore
    desk: Desk
    texts: Texts
    bot: Bot
    dispatcher: Dispatcher
    screens: Screens
    marks: Marks
    alarms: Alarms
    intake: Intake
    delivery: Delivery
    jobs: Jobs
    hears: Hears
    polling: Polling
    commands: Commands
    chores: Chores
    steering: Steering
    clock: Clock

    @classmethod
    async def build(cls, settings: Settings, clock: Clock | None = None) -> "App":
        clock = clock or SystemClock()
        store = SqlStore(await open_database(settings.database_url))
        bot = Bot(settings.bot_token.get_secret_value(), session=Session(settings.telegram_api_url))
        texts = Texts(settings.zone, settings.default_locale)
        desk, admins = await desk_of(store, settings), Admins(frozenset(settings.admin_ids))
        steering = Steering(store, desk, admins, await store.catalogue())
        await steering.refresh()
        pace = Pace(
            private=Limit(settings.chat_burst, float(settings.chat_burst)),
            group=Limit(settings.group_per_minute, MINUTE, for_people=settings.group_per_minute // FOR_PEOPLE),
        )
        alarms = Alarms(bot, texts, admins, clock)
        keeper, outages, marks, hears = Keeper(store, alarms, clock), Outages(alarms, clock), Marks(bot), Hears(clock)
        send = Sender(bot, pace, outages, clock)
        places = Places(store=store, desk=desk, send=send, texts=texts, keeper=keeper, outages=outages, clock=clock)
        delivery = Delivery(
            store=store,
            to_seller=ToSeller(store=store, desk=desk, send=send, texts=texts, clock=clock),
            to_group=ToGroup(store=store, places=places, send=send, texts=texts, alarms=alarms, clock=clock),
            keeper=keeper,
            takeover=Takeover(store, pace, marks, clock),
            marks=marks,
            hears=hears,
            alarms=alarms,
            clock=clock,
        )
        screens = Screens(bot, pace)
        chores = Chores(screens)
        commands = Commands(bot, texts, lambda: desk.groups, lambda: admins)
        admins.changed = commands.look_again
        dispatcher = Dispatcher(
            storage=Conversations(store),
            fsm_strategy=FSMStrategy.USER_IN_TOPIC,
            desk=desk,
            store=store,
            texts=texts,
            settings=settings,
            members=Members(bot),
            outages=outages,
            commands=commands,
            admins=admins,
            chores=chores,
        )
        dispatcher.include_routers(*routers())
        call_in_line(dispatcher)
        intake = Intake(
            bot=bot,
            dispatcher=dispatcher,
            desk=desk,
            store=store,
            texts=texts,
            screens=screens,
            delivery=delivery,
            alarms=alarms,
            clock=clock,
        )
        return cls(
            settings=settings,
            store=store,
            desk=desk,
            texts=texts,
            bot=bot,
            dispatcher=dispatcher,
            screens=screens,
            marks=marks,
            alarms=alarms,
            intake=intake,
            delivery=delivery,
            jobs=Jobs(
                store=store,
                desk=desk,
                waits=Waits(store, desk, admins),
                crowding=Crowding(pace, lambda: desk.groups, alarms),
                incidents=Incidents(store, desk),
                steering=steering,
                delivery=delivery,
                alarms=alarms,
                texts=texts,
                clock=clock,
            ),
            hears=hears,
            polling=Polling(bot, intake, hears),
            commands=commands,
            chores=chores,
            steering=steering,
            clock=clock,
        )

    async def run(self) -> None:
        """Until SIGTERM or Ctrl-C: then what is in hand is finished, and no more is taken."""
        stop = asyncio.Event()
        for name in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(name, stop.set)
        async with contextlib.AsyncExitStack() as parts:
            parts.push_async_callback(self.close)
            with contextlib.suppress(Unavailable):
                await self.intake.take_up_again()
            listening = await self._start_listening(parts)
            self.jobs.start(self.settings.sweep_every)
            delivering = asyncio.create_task(self.delivery.run(), name="delivery")
            parts.push_async_callback(_cancelled, delivering)
            registering = asyncio.create_task(self.commands.run(), name="commands")
            parts.push_async_callback(_cancelled, registering)
            await self._start_telling_health(parts)
            log.info("ready", mode="webhook" if self.settings.webhook_url else "polling")
            await _first_of(stop, delivering, listening)
            log.info("stopping")

    async def _start_listening(self, parts: contextlib.AsyncExitStack) -> "asyncio.Task[None]":
        if not self.settings.webhook_url:
            polling = asyncio.create_task(self.polling.run(), name="polling")
            parts.push_async_callback(self.polling.finish, LAST_UPDATES)
            parts.push_async_callback(_cancelled, polling)
            return polling
        assert self.settings.listen is not None
        secret = secret_of(self.settings)
        runner = await serve(webhook_app(self.intake, self.hears, secret), self.settings.listen)
        parts.push_async_callback(runner.cleanup)
        listening = asyncio.create_task(self._listen(self.settings.webhook_url, secret), name="webhook")
        parts.push_async_callback(_cancelled, listening)
        return listening

    async def _start_telling_health(self, parts: contextlib.AsyncExitStack) -> None:
        if self.settings.metrics_listen:
            watch = Watch(self.intake, self.delivery, self.hears, self.store, self.clock)
            runner = await serve(health_app(self.bot, watch), self.settings.metrics_listen)
            parts.push_async_callback(runner.cleanup)

    async def _listen(self, url: str, secret: str) -> None:
        await self._set_webhook(url, secret)
        await listen_for_the_end_of_gaps(self.bot, self.hears)

    async def _set_webhook(self, url: str, secret: str) -> None:
        for attempt in range(1, 1_000_000):
            try:
                await self.bot(SetWebhook(url=url, secret_token=secret, allowed_updates=KINDS))
                return
            except TelegramAPIError as error:
                log.warning("webhook not set", reason=error.message)
                await asyncio.sleep(pause(attempt) / 1000)

    async def close(self) -> None:
        self.jobs.stop()
        await self.delivery.stop(LAST_SENDS)
        self.chores.stop()
        last = (asyncio.wait_for(part.settle(), LAST_WORDS) for part in (self.screens, self.marks, self.alarms))
        await asyncio.gather(*last, return_exceptions=True)
        await self.bot.session.close()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self.store.database.close(), LAST_WRITES)


async def run(settings: Settings) -> None:
    app = await App.build(settings)
    _spare_the_collector()
    await app.run()


def _spare_the_collector() -> None:
    """What stands at the start (aiogram's models, above all) stands for good: looking at it again takes a tenth."""
    gc.freeze()
    gc.enable()


async def desk_of(store: SqlStore, settings: Settings) -> Desk:
    desk = Desk(store, rules_of(settings), await catalogue_of(store))
    await desk.look_at_groups()
    return desk


def rules_of(settings: Settings) -> Rules:
    """A shop that closes dialogs sooner than the reminder would come has none."""
    reminds = settings.remind_before < settings.auto_close_after
    return Rules(
        cooldown=settings.cooldown * 1000,
        auto_close=settings.auto_close_after * 1000,
        remind_before=settings.remind_before * 1000 if reminds else 0,
        limits=Limits(max_file=settings.max_file_mb * MEGABYTE, max_total=settings.max_total_mb * MEGABYTE),
        home_group=settings.agent_group,
        zone=settings.zone,
    )


async def catalogue_of(store: Store) -> Catalogue:
    """The one that was imported last, else the one that is shipped."""
    return _parsed(await store.catalogue() or SHIPPED_CATALOGUE.read_text(encoding="utf-8"))


_parsed = lru_cache(maxsize=1)(parse)


async def _first_of(stop: asyncio.Event, *tasks: "asyncio.Task[None]") -> None:
    """Until `stop` is set; a task that ends before ends it with its error."""
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait([stopping, *tasks], return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    for task in tasks:
        if task.done():
            task.result()


async def _cancelled(task: "asyncio.Task[None]") -> None:
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task
