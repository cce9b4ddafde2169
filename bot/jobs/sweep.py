"""What is kept for a while only goes when its time is over: for good, where it is what people wrote."""

from core.desk import Desk
from core.erasure import SellerErased
from core.store import Store, commit_or_skip
from core.unit_of_work import UnitOfWork
from core.units import DAY

TOGETHER = 200
YEAR = 365 * DAY


class Sweep:
    def __init__(self, store: Store, desk: Desk) -> None:
        self._store = store
        self._desk = desk

    async def tidy(self, now: int) -> None:
        """What people wrote first: the rest of its traces, and of theirs, goes after it."""
        await self._erase_closed(now)
        await self._forget_people(now)
        await self._store.sweep(now, self._desk.rules.cooldown)

    async def _erase_closed(self, now: int) -> None:
        """Dialogs that ended longer ago than the shop keeps them."""
        keep = self._desk.rules.keep_closed
        while keep and (numbers := await self._store.ended_before(now - keep, TOGETHER)):
            await self._store.erase_dialogs(numbers)

    async def _forget_people(self, now: int) -> None:
        """Who has no dialog left, or never had one, is known for as long as a closed dialog would be."""
        before, after = now - (self._desk.rules.keep_closed or YEAR), 0
        while people := await self._store.people_to_forget(before, after, TOGETHER):
            for person in people:
                work = UnitOfWork(now=now)
                work.add(SellerErased(person, ()))
                await commit_or_skip(self._store, work)
            after = people[-1]
