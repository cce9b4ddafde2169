"""What happens by the clock: APScheduler only ticks; what is due stands in the database."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.clock import Clock
from bot.inbound.worker import Wakes
from bot.jobs.announcements import AnnouncementJobs
from bot.jobs.config_sync import ConfigSync
from bot.jobs.rate_watch import RateWatch
from bot.jobs.waiting_reminders import WaitingReminders
from bot.operations.alerts import Alerts
from bot.texts import Texts
from core.desk import AutoClose, Desk
from core.dialog import Dialog
from core.erasure import DialogErased
from core.outbox import waits_too_long
from core.store import Store, Unavailable, commit_or_skip
from core.unit_of_work import UnitOfWork
from core.units import HOUR, MINUTE, SECOND

log = structlog.get_logger()

TOGETHER = 200
SHARE = 20  # of them in one transaction, several side by side


class Jobs:
    def __init__(
        self,
        *,
        store: Store,
        desk: Desk,
        auto_close: AutoClose,
        waiting_reminders: WaitingReminders,
        announcements: AnnouncementJobs,
        rate_watch: RateWatch,
        config_sync: ConfigSync,
        delivery: Wakes,
        alerts: Alerts,
        texts: Texts,
        clock: Clock,
    ) -> None:
        self._store = store
        self._waiting_reminders = waiting_reminders
        self._announcements = announcements
        self._rate_watch = rate_watch
        self._config_sync = config_sync
        self._desk = desk
        self._auto_close = auto_close
        self._delivery = delivery
        self._alerts = alerts
        self._texts = texts
        self._clock = clock
        self._scheduler = AsyncIOScheduler(timezone="UTC")

    def start(self, sweep_every: int) -> None:

        self._every(sweep_every, self.sweep)
        self._every(MINUTE, self.look_after_outbox)
        self._every(MINUTE, self.look_after_groups, everywhere=True)
        self._every(HOUR, self.tidy)
        self._every(MINUTE, self.follow_admins, everywhere=True)
        self._scheduler.start()

    def stop(self) -> None:
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    def _every(self, interval: int, job: Callable[[], Awaitable[None]], *, everywhere: bool = False) -> None:
        """`everywhere`: in each process of the desk, not only in the one that leads."""

        async def run() -> None:
            try:
                if everywhere or await self._store.leads():
                    await job()
            except Unavailable as error:
                log.warning("job put off", job=job.__name__, reason=str(error))

        self._scheduler.add_job(
            run,
            "interval",
            seconds=interval / SECOND,
            id=job.__name__,
            max_instances=1,
            coalesce=True,
            misfire_grace_time=None,
        )

    async def sweep(self) -> None:
        """Closes dialogs that fell silent, reminds their sellers some time before, and agents of who waits."""
        rules, now = self._desk.rules, self._clock()
        await self._for_each(
            lambda limit: self._store.to_expire(now - rules.auto_close, limit), self._auto_close.expire
        )
        if 0 < rules.remind_before < rules.auto_close:
            silent_since = now - rules.auto_close + rules.remind_before
            await self._for_each(lambda limit: self._store.to_remind(silent_since, limit), self._auto_close.remind)
        if await self._waiting_reminders.sweep(now) | await self._announcements.sweep(now):
            self._delivery.wake()

    async def _for_each(self, due: Callable[[int], Awaitable[list[Dialog]]], action: Callable[..., None]) -> None:
        """`action` takes a UnitOfWork and dialogs."""
        while dialogs := await due(TOGETHER):
            shares = [dialogs[start : start + SHARE] for start in range(0, len(dialogs), SHARE)]
            await asyncio.gather(*(self._each(share, action) for share in shares))
            self._delivery.wake()
            if len(dialogs) < TOGETHER:
                return

    async def _each(self, dialogs: list[Dialog], action: Callable[..., None]) -> None:
        if not await self._all(dialogs, action):
            for dialog in dialogs:
                await self._all([dialog], action)

    async def _all(self, dialogs: list[Dialog], action: Callable[..., None]) -> bool:
        work = UnitOfWork(now=self._clock())
        action(work, *dialogs)
        return await commit_or_skip(self._store, work)

    async def look_after_outbox(self) -> None:
        now = self._clock()
        oldest, count = await self._store.oldest_waiting(now)
        if oldest is not None and waits_too_long(oldest, now):
            age = self._texts.duration(self._texts.default_locale, now - oldest)
            self._alerts.raise_alert("waiting", age=age, count=count)
        else:
            self._alerts.resolve("waiting")

    async def follow_admins(self) -> None:
        await self._config_sync.refresh()

    async def look_after_groups(self) -> None:
        self._rate_watch.look()

    async def tidy(self) -> None:
        await self._store.sweep(self._clock())
        await self._forget_closed()

    async def _forget_closed(self) -> None:
        """Dialogs that ended longer ago than the shop keeps them are erased for good."""
        keep, now = self._desk.rules.keep_closed, self._clock()
        while keep and (numbers := await self._store.ended_before(now - keep, TOGETHER)):
            work = UnitOfWork(now=now)
            work.add(*map(DialogErased, numbers))
            await self._store.commit(work)
