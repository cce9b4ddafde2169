"""What is kept for a while only goes when its time is over: for good, where it is what people wrote."""

from core.desk import Desk
from core.erasure import DialogErased
from core.store import Store
from core.unit_of_work import UnitOfWork

TOGETHER = 200


class Housekeeping:
    def __init__(self, store: Store, desk: Desk) -> None:
        self._store = store
        self._desk = desk

    async def tidy(self, now: int) -> None:
        await self._store.sweep(now)
        await self._erase_closed(now)

    async def _erase_closed(self, now: int) -> None:
        """Dialogs that ended longer ago than the shop keeps them."""
        keep = self._desk.rules.keep_closed
        while keep and (numbers := await self._store.ended_before(now - keep, TOGETHER)):
            work = UnitOfWork(now=now)
            work.add(*map(DialogErased, numbers))
            await self._store.commit(work)
