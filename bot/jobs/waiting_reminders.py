"""Looks for sellers who wait too long, and for mornings: agents and admins are told, once each."""

from collections.abc import Iterable
from datetime import datetime

from core.desk import Desk, WaitingReminderActions
from core.dialog import Dialog
from core.store import Store, commit_or_skip
from core.unit_of_work import UnitOfWork

MORNING = 120  # minutes after the digest's time in which it may still come: later it is none
MINUTES_OF_AN_HOUR = 60


class WaitingReminders:
    def __init__(self, store: Store, desk: Desk, actions: WaitingReminderActions, admins: Iterable[int]) -> None:
        self._store = store
        self._desk = desk
        self._actions = actions
        self._admins = admins

    async def sweep(self, now: int) -> bool:
        """Whether there is something to deliver."""
        told = False
        async for dialog, waited in self._actions.waiting_too_long(now):
            told |= await self._speak(dialog, waited, now)
        for group in self._desk.groups:
            told |= await self._digest(group, now)
        return told

    async def _speak(self, dialog: Dialog, waited: int, now: int) -> bool:
        work = UnitOfWork(now=now)
        self._actions.remind(work, dialog, waited, self._admins)
        return await self._kept(work)

    async def _digest(self, group: int, now: int) -> bool:
        rules = self._desk.rules
        local = datetime.fromtimestamp(now / 1000, rules.zone)
        minute = local.hour * MINUTES_OF_AN_HOUR + local.minute
        if rules.digest_at is None or not rules.digest_at <= minute < rules.digest_at + MORNING:
            return False
        if not self._desk.hours_of(group).are_on(now):
            return False
        work = UnitOfWork(now=now)
        await self._actions.digest(work, group, str(local.date()))
        return await self._kept(work)

    async def _kept(self, work: UnitOfWork) -> bool:
        return await commit_or_skip(self._store, work) and work.has_notices
