"""The program as it runs: put together, started, ended in order."""

import asyncio
import contextlib
import gc
import signal
import sys
from dataclasses import dataclass

import structlog
from aiogram import Bot, Dispatcher
from aiohttp import web
from prometheus_client import Counter

from bot.api.access import Access
from bot.api.events import EventCarrier
from bot.api.read_routes import ReadRoutes
from bot.api.server import Api
from bot.api.write_routes import WriteRoutes
from bot.app.inbound import assemble_inbound
from bot.app.jobs import jobs
from bot.app.outbound import assemble_outbound
from bot.app.shared import Shared
from bot.clock import Clock
from bot.delivery import Delivery
from bot.handlers.seller.draft_card_position import DraftCards
from bot.inbound.background import Background
from bot.inbound.polling import Polling
from bot.inbound.update_stream import UpdateStream
from bot.inbound.webhook import secret_of, serve, webhook_app
from bot.inbound.webhook_watch import WebhookWatch
from bot.inbound.worker import UpdateWorker
from bot.jobs.config_sync import ConfigSync
from bot.jobs.scheduler import Scheduler
from bot.operations.alerts import Alerts
from bot.operations.health_endpoints import health_app
from bot.operations.heartbeat import beat
from bot.operations.metrics import Watch
from bot.settings import Settings
from bot.tasks import begun
from bot.telegram.command_menus import Commands
from bot.telegram.membership import Members
from bot.telegram.reactions import Reactions
from bot.telegram.screens import Screens
from bot.telegram.token import refuse_wrong_token
from bot.texts import Texts
from core.desk import AgentActions, Desk
from core.store import Unavailable
from storage.store import SqlStore

log = structlog.get_logger()

# Seconds that what is under way has at the end: less than 10 in all.
LAST_ANSWERS = 3.0  # of a database that hangs: whoever still waits for one then waits in vain
LAST_UPDATES = 2.0
LAST_SENDS = 2.0
LAST_WORDS = 1.0
LAST_WRITES = 2.5

ALLOCATIONS_BETWEEN_COLLECTIONS = 5_000  # most of what a message needs is gone without the collector
THREADS_TURN = 0.0005  # seconds


@dataclass(slots=True)
class App:
    settings: Settings
    store: SqlStore
    desk: Desk
    texts: Texts
    bot: Bot
    dispatcher: Dispatcher
    screens: Screens
    reactions: Reactions
    alerts: Alerts
    update_worker: UpdateWorker
    delivery: Delivery
    jobs: Scheduler
    update_stream: UpdateStream
    polling: Polling
    commands: Commands
    background: Background
    draft_cards: DraftCards
    refusals: Counter
    config_sync: ConfigSync
    to_hook: EventCarrier
    clock: Clock

    @classmethod
    async def build(cls, settings: Settings, clock: Clock | None = None) -> "App":
        shared = await Shared.build(settings, clock)
        config_sync = ConfigSync(shared.store, shared.desk, shared.admins, await shared.store.catalogue())
        await config_sync.refresh()
        outbound = assemble_outbound(shared)
        inbound = assemble_inbound(shared, outbound, config_sync)
        return cls(
            settings=settings,
            store=shared.store,
            desk=shared.desk,
            texts=shared.texts,
            bot=shared.bot,
            dispatcher=inbound.dispatcher,
            screens=shared.screens,
            reactions=shared.reactions,
            alerts=shared.alerts,
            update_worker=inbound.update_worker,
            delivery=outbound.delivery,
            jobs=Scheduler(jobs(shared, outbound, inbound, config_sync), shared.store.leads, shared.clock),
            update_stream=shared.update_stream,
            polling=inbound.polling,
            commands=inbound.commands,
            background=inbound.background,
            draft_cards=inbound.draft_cards,
            refusals=inbound.refusals,
            config_sync=config_sync,
            to_hook=outbound.to_hook,
            clock=shared.clock,
        )

    async def run(self) -> None:
        """Until SIGTERM or Ctrl-C."""
        stop = asyncio.Event()
        for name in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(name, stop.set)
        await self.serve(stop)

    async def serve(self, stop: asyncio.Event) -> None:
        """Until `stop` is set: then what is in hand is finished, and no more is taken."""
        async with contextlib.AsyncExitStack() as parts:
            parts.push_async_callback(self.close)
            await refuse_wrong_token(self.bot)
            parts.push_async_callback(self.update_worker.stop, LAST_UPDATES)
            with contextlib.suppress(Unavailable):
                await self.update_worker.take_over(left_alone=0)
                await self.update_worker.take_up_again()
            looking_after = begun(parts, self.update_worker.run(), "inbox")
            listening = await self._start_listening(parts)
            self.jobs.start()
            delivering = begun(parts, self.delivery.run(), "delivery")
            begun(parts, self.commands.run(), "commands")
            begun(parts, beat(self.settings.heartbeat), "heartbeat")
            await self._start_telling_health(parts)
            await self._start_api(parts)
            log.info("ready", mode="webhook" if self.settings.webhook_url else "polling")
            await _first_of(stop, delivering, listening, looking_after)
            log.info("stopping")
            asyncio.get_running_loop().call_later(LAST_ANSWERS, self.store.database.cut_off)

    async def _start_listening(self, parts: contextlib.AsyncExitStack) -> "asyncio.Task[None]":
        if not self.settings.webhook_url:
            parts.push_async_callback(self.polling.finish, LAST_UPDATES)
            return begun(parts, self.polling.run(), "polling")
        assert self.settings.listen is not None
        secret = secret_of(self.settings)
        runner = await serve(webhook_app(self.update_worker, self.update_stream, secret), self.settings.listen)
        parts.push_async_callback(runner.cleanup)
        watch = WebhookWatch(self.bot, self.settings.webhook_url, secret, self.update_stream, self.alerts)
        self.update_stream.look = watch.look
        return begun(parts, watch.run(), "webhook")

    async def _start_telling_health(self, parts: contextlib.AsyncExitStack) -> None:
        if self.settings.metrics_listen:
            runner = await serve(health_app(self.bot, self.watch()), self.settings.metrics_listen, "METRICS_LISTEN")
            parts.push_async_callback(runner.cleanup)

    def watch(self) -> Watch:
        return Watch(
            self.update_worker, self.delivery.outcomes, self.update_stream, self.refusals, self.store, self.clock
        )

    async def _start_api(self, parts: contextlib.AsyncExitStack) -> None:
        if self.settings.api_listen:
            runner = await serve(self.api(), self.settings.api_listen, "API_LISTEN")
            parts.push_async_callback(runner.cleanup)

    def api(self) -> web.Application:
        tokens = {name: token.get_secret_value() for name, token in self.settings.api_tokens.items()}
        api = Api(
            self.store,
            Access(self.store, tokens, self.settings.api_per_second),
            ReadRoutes(self.store, self.desk, self.settings.zone),
            WriteRoutes(self.store, AgentActions(self.desk), Members(self.bot)),
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
        await asyncio.gather(self.bot.session.close(), self.polling.close(), self.to_hook.close())
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self.store.database.close(), LAST_WRITES)


async def run(settings: Settings) -> None:
    app = await App.build(settings)
    _tune_interpreter()
    await app.run()


def _tune_interpreter() -> None:
    """What stands at the start (aiogram's models, above all) stands for good: looking at it again takes a tenth.

    The database's thread needs the interpreter after each statement, and a busy loop hands it over this often: with
    Python's own 5 ms a commit of fifty statements takes twice as long.
    """
    gc.freeze()
    gc.set_threshold(ALLOCATIONS_BETWEEN_COLLECTIONS)
    gc.enable()
    sys.setswitchinterval(THREADS_TURN)


async def _first_of(stop: asyncio.Event, *tasks: "asyncio.Task[None]") -> None:
    """Until `stop` is set; a task that ends before ends it with its error."""
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait([stopping, *tasks], return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    for task in tasks:
        if task.done():
            task.result()
