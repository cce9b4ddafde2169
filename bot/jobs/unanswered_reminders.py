"""Looks for sellers who wait too long, and for mornings: agents and admins are told, once each."""

from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime, timedelta

from core.desk import Desk, UnansweredReminderActions
from core.dialog import Dialog
from core.store import Store, commit_or_skip
from core.unit_of_work import UnitOfWork
from core.units import HOUR

MORNING = 2 * HOUR  # after the digest's time in which it may still come: later it is none


class UnansweredReminderJob:
    def __init__(
        self,
        store: Store,
        desk: Desk,
        actions: UnansweredReminderActions,
        admins: Iterable[int],
        heard_until: Callable[[], Awaitable[int]],
        wake_delivery: Callable[[], None],
    ) -> None:
        self._store = store
        self._desk = desk
        self._actions = actions
        self._admins = admins
        self._heard_until = heard_until
        self._wake_delivery = wake_delivery

    async def sweep(self, now: int) -> None:
        """Support, too, is judged only by what is read."""
        async for dialog, waited in self._actions.waiting_too_long(min(now, await self._heard_until())):
            await self._remind(dialog, waited, now)
        for group in self._desk.groups:
            await self._digest(group, now)

    async def _remind(self, dialog: Dialog, waited: int, now: int) -> None:
        work = UnitOfWork(now=now)
        self._actions.remind(work, dialog, waited, self._admins)
        await self._keep(work)

    async def _digest(self, group: int, now: int) -> None:
        """At its time, or where people come later, when they do."""
        rules = self._desk.rules
        if rules.digest_at is None:
            return
        local = datetime.fromtimestamp(now / 1000, rules.zone)
        its_time = local.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(minutes=rules.digest_at)
        begins = self._desk.hours_of(group).next_on(int(its_time.timestamp() * 1000))
        if not begins <= now < begins + MORNING:
            return
        work = UnitOfWork(now=now)
        await self._actions.digest(work, group, str(local.date()))
        await self._keep(work)

    async def _keep(self, work: UnitOfWork) -> None:
        if await commit_or_skip(self._store, work) and work.has_notices:
            self._wake_delivery()
