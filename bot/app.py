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
from aiogram.fsm.strategy import FSMStrategy
from aiohttp import web

from bot.api.access import Access
from bot.api.reading import Reading
from bot.api.server import Api
from bot.api.writing import Writing
from bot.clock import Clock, SystemClock
from bot.delivery import Delivery
from bot.delivery.endings import Endings
from bot.delivery.failover import Failover
from bot.delivery.giving_up import GivingUp
from bot.delivery.missing_permissions import MissingPermissions
from bot.delivery.persister import Persister
from bot.delivery.readiness import Readiness
from bot.delivery.seller_carrier import SellerCarrier
from bot.delivery.sender import Sender
from bot.delivery.status_reactions import StatusReactions
from bot.delivery.term import Term
from bot.delivery.thread_carrier import ThreadCarrier
from bot.delivery.threads import Threads
from bot.handlers import routers
from bot.handlers.seller.draft_cards import DraftCards
from bot.inbound.background import Background
from bot.inbound.polling import Polling
from bot.inbound.update_context import FsmStorage
from bot.inbound.update_handler import UpdateHandler
from bot.inbound.update_stream import UpdateStream
from bot.inbound.webhook import secret_of, serve, webhook_app
from bot.inbound.webhook_watch import WebhookWatch
from bot.inbound.worker import UpdateWorker
from bot.jobs.announcements import AnnouncementJob
from bot.jobs.auto_close import AutoCloseJob
from bot.jobs.config_sync import ConfigSync
from bot.jobs.draft_reminders import DraftReminderJob
from bot.jobs.housekeeping import Housekeeping
from bot.jobs.outbox_watch import OutboxWatch
from bot.jobs.rate_watch import RateWatch
from bot.jobs.scheduler import Job, Scheduler
from bot.jobs.waiting_reminders import WaitingReminderJob
from bot.operations.alerts import Alerts
from bot.operations.heartbeat import beat
from bot.operations.metrics import Watch, health_app
from bot.roles import Admins
from bot.settings import Settings
from bot.tasks import cancelled
from bot.telegram.command_menus import Commands
from bot.telegram.commands import BotName
from bot.telegram.membership import Members
from bot.telegram.rate_limiter import RateLimit, RateLimiter
from bot.telegram.screens import Screens
from bot.telegram.session import Session
from bot.telegram.sync_filters import call_in_line
from bot.texts import Texts
from core.catalogue import CatalogueReads, parse
from core.content import Limits
from core.desk import (
    AdminActions,
    AgentActions,
    AnnouncementActions,
    AutoClose,
    Desk,
    SellerActions,
    WaitingReminderActions,
)
from core.outbox import Recipient
from core.rules import Rules
from core.search import SearchIndex
from core.store import Unavailable
from core.units import HOUR, MEGABYTE, MINUTE, SECOND
from storage.connect import connect
from storage.store import SqlStore

log = structlog.get_logger()

SHIPPED_CATALOGUE = Path(__file__).parent / "catalogue.yaml"
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
    reactions: StatusReactions
    alerts: Alerts
    update_worker: UpdateWorker
    delivery: Delivery
    jobs: Scheduler
    update_stream: UpdateStream
    polling: Polling
    commands: Commands
    background: Background
    draft_cards: DraftCards
    config_sync: ConfigSync
    clock: Clock

    @classmethod
    async def build(cls, settings: Settings, clock: Clock | None = None) -> "App":
        clock = clock or SystemClock()
        store = SqlStore(await connect(settings.database_url))
        bot, listener = _bot_of(settings), _bot_of(settings)
        texts = Texts(settings.zone, settings.default_locale)
        desk, admins = await desk_of(store, settings), Admins(frozenset(settings.admin_ids))
        config_sync = ConfigSync(store, desk, admins, await store.catalogue())
        await config_sync.refresh()
        rate_limiter = RateLimiter(
            private=RateLimit(settings.chat_burst, float(settings.chat_burst)),
            group=RateLimit(
                settings.group_per_minute, MINUTE / SECOND, for_people=settings.group_per_minute // FOR_PEOPLE
            ),
        )
        alerts = Alerts(bot, texts, admins, clock)
        persister, missing_permissions, reactions, update_stream = (
            Persister(store, alerts, clock),
            MissingPermissions(alerts, clock),
            StatusReactions(bot),
            UpdateStream(clock),
        )
        send = Sender(bot, rate_limiter, missing_permissions, Term(store), clock)
        threads = Threads(
            store=store,
            desk=desk,
            send=send,
            texts=texts,
            persister=persister,
            missing_permissions=missing_permissions,
            clock=clock,
        )
        give_up = GivingUp(store, alerts, clock)
        to_seller = SellerCarrier(store=store, desk=desk, send=send, give_up=give_up, texts=texts, clock=clock)
        to_thread = ThreadCarrier(store=store, threads=threads, send=send, give_up=give_up, texts=texts, clock=clock)
        endings = Endings(store, persister, reactions, clock)
        delivery = Delivery(
            store=store,
            carriers={Recipient.SELLER: to_seller, Recipient.THREAD: to_thread, Recipient.CARD: to_thread},
            readiness=Readiness(store, update_stream, clock),
            endings=endings,
            give_up=give_up,
            failover=Failover(store, rate_limiter, reactions, clock),
            clock=clock,
        )
        screens = Screens(bot, rate_limiter)
        announcement_actions = AnnouncementActions(store)
        background = Background(screens)
        draft_cards = DraftCards(store, desk, screens, texts, clock)
        commands = Commands(bot, texts, lambda: desk.groups, lambda: admins)
        admins.changed = commands.look_again
        dispatcher = Dispatcher(
            storage=FsmStorage(store),
            fsm_strategy=FSMStrategy.USER_IN_TOPIC,
            desk=desk,
            seller_actions=SellerActions(desk),
            agent_actions=AgentActions(desk),
            admin_actions=AdminActions(desk),
            announcement_actions=announcement_actions,
            store=store,
            texts=texts,
            settings=settings,
            members=Members(listener),
            bot_name=BotName(listener),
            missing_permissions=missing_permissions,
            commands=commands,
            admins=admins,
            background=background,
            draft_cards=draft_cards,
        )
        dispatcher.include_routers(*routers())
        call_in_line(dispatcher)
        update_worker = UpdateWorker(
            handler=UpdateHandler(
                bot=bot,
                dispatcher=dispatcher,
                store=store,
                texts=texts,
                screens=screens,
                config=config_sync,
                clock=clock,
            ),
            store=store,
            update_stream=update_stream,
            delivery=delivery,
            alerts=alerts,
            clock=clock,
            shares=bool(settings.webhook_url),
        )
        swept, wake = settings.sweep_every, delivery.wake
        rate_watch = RateWatch(rate_limiter, lambda: desk.groups, alerts)
        jobs = [
            Job("auto-close", swept, AutoCloseJob(store, desk, AutoClose(desk), update_worker.heard_until, wake).sweep),
            Job(
                "waiting-reminders",
                swept,
                WaitingReminderJob(
                    store, desk, WaitingReminderActions(desk), admins, update_worker.heard_until, wake
                ).sweep,
            ),
            Job("announcements", swept, AnnouncementJob(store, announcement_actions, wake).sweep),
            Job("draft-reminders", swept, DraftReminderJob(store, desk, wake).sweep),
            Job("outbox-watch", MINUTE, OutboxWatch(store, alerts, texts).look),
            Job("rate-watch", MINUTE, rate_watch.look, everywhere=True),
            Job("config-sync", SECOND, config_sync.sweep, everywhere=True),
            Job("group-sync", MINUTE, config_sync.sweep_groups, everywhere=True),
            Job("housekeeping", HOUR, Housekeeping(store, desk).tidy),
        ]
        return cls(
            settings=settings,
            store=store,
            desk=desk,
            texts=texts,
            bot=bot,
            dispatcher=dispatcher,
            screens=screens,
            reactions=reactions,
            alerts=alerts,
            update_worker=update_worker,
            delivery=delivery,
            jobs=Scheduler(jobs, store.leads, clock),
            update_stream=update_stream,
            polling=Polling(listener, update_worker, update_stream, alerts),
            commands=commands,
            background=background,
            draft_cards=draft_cards,
            config_sync=config_sync,
            clock=clock,
        )

    async def run(self) -> None:
        """Until SIGTERM or Ctrl-C: then what is in hand is finished, and no more is taken."""
        stop = asyncio.Event()
        for name in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(name, stop.set)
        async with contextlib.AsyncExitStack() as parts:
            parts.push_async_callback(self.close)
            parts.push_async_callback(self.update_worker.stop, LAST_UPDATES)
            with contextlib.suppress(Unavailable):
                await self.update_worker.take_over(left_alone=0)
                await self.update_worker.take_up_again()
            looking_after = asyncio.create_task(self.update_worker.run(), name="inbox")
            parts.push_async_callback(cancelled, looking_after)
            listening = await self._start_listening(parts)
            self.jobs.start()
            delivering = asyncio.create_task(self.delivery.run(), name="delivery")
            parts.push_async_callback(cancelled, delivering)
            registering = asyncio.create_task(self.commands.run(), name="commands")
            parts.push_async_callback(cancelled, registering)
            beating = asyncio.create_task(beat(self.settings.heartbeat), name="heartbeat")
            parts.push_async_callback(cancelled, beating)
            await self._start_telling_health(parts)
            await self._start_api(parts)
            log.info("ready", mode="webhook" if self.settings.webhook_url else "polling")
            await _first_of(stop, delivering, listening, looking_after)
            log.info("stopping")

    async def _start_listening(self, parts: contextlib.AsyncExitStack) -> "asyncio.Task[None]":
        if not self.settings.webhook_url:
            polling = asyncio.create_task(self.polling.run(), name="polling")
            parts.push_async_callback(self.polling.finish, LAST_UPDATES)
            parts.push_async_callback(cancelled, polling)
            return polling
        assert self.settings.listen is not None
        secret = secret_of(self.settings)
        runner = await serve(webhook_app(self.update_worker, self.update_stream, secret), self.settings.listen)
        parts.push_async_callback(runner.cleanup)
        watch = WebhookWatch(self.bot, self.settings.webhook_url, secret, self.update_stream, self.alerts)
        listening = asyncio.create_task(watch.run(), name="webhook")
        parts.push_async_callback(cancelled, listening)
        return listening

    async def _start_telling_health(self, parts: contextlib.AsyncExitStack) -> None:
        if self.settings.metrics_listen:
            watch = Watch(self.update_worker, self.delivery.endings, self.update_stream, self.store, self.clock)
            runner = await serve(health_app(self.bot, watch), self.settings.metrics_listen)
            parts.push_async_callback(runner.cleanup)

    async def _start_api(self, parts: contextlib.AsyncExitStack) -> None:
        if self.settings.api_listen:
            runner = await serve(self.api(), self.settings.api_listen)
            parts.push_async_callback(runner.cleanup)

    def api(self) -> web.Application:
        tokens = {name: token.get_secret_value() for name, token in self.settings.api_tokens.items()}
        api = Api(
            self.store,
            Access(self.store, tokens, self.settings.api_per_second),
            Reading(self.store, self.desk, self.settings.zone),
            Writing(self.store, AgentActions(self.desk), Members(self.bot)),
            self.delivery.wake,
            self.clock,
        )
        return api.app(self.texts)

    async def close(self) -> None:
        self.jobs.stop()
        await self.delivery.stop(LAST_SENDS)
        self.background.stop()
        self.draft_cards.stop()
        last = (asyncio.wait_for(part.settle(), LAST_WORDS) for part in (self.screens, self.reactions, self.alerts))
        await asyncio.gather(*last, return_exceptions=True)
        await asyncio.gather(self.bot.session.close(), self.polling.close())
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


def _bot_of(settings: Settings) -> Bot:
    """With connections of its own: what is asked does not wait behind what is sent."""
    return Bot(settings.bot_token.get_secret_value(), session=Session(settings.telegram_api_url))


async def desk_of(store: SqlStore, settings: Settings) -> Desk:
    desk = Desk(store, rules_of(settings), await search_of(store))
    await desk.refresh_groups()
    return desk


def rules_of(settings: Settings) -> Rules:
    """A shop that closes dialogs sooner than the reminder would come has none."""
    reminds = settings.remind_before < settings.auto_close_after
    return Rules(
        cooldown=settings.cooldown,
        auto_close=settings.auto_close_after,
        remind_before=settings.remind_before if reminds else 0,
        limits=Limits(max_file=settings.max_file_mb * MEGABYTE, max_total=settings.max_total_mb * MEGABYTE),
        home_group=settings.agent_group,
        zone=settings.zone,
    )


async def search_of(store: CatalogueReads) -> SearchIndex:
    """Over the catalogue that was imported last, else over the one that is shipped."""
    return _index(await store.catalogue() or SHIPPED_CATALOGUE.read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _index(catalogue: str) -> SearchIndex:
    """Built once, however many desks of a process use the catalogue: it takes a fraction of a second."""
    return SearchIndex(parse(catalogue))


async def _first_of(stop: asyncio.Event, *tasks: "asyncio.Task[None]") -> None:
    """Until `stop` is set; a task that ends before ends it with its error."""
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait([stopping, *tasks], return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    for task in tasks:
        if task.done():
            task.result()
