"""Announcements whose time is over end by themselves, and whoever asked is told that it is over."""

from core.administration import AnnouncementEnded
from core.desk import Desk
from core.ports import Store
from core.work import Conflict, Work

TOGETHER = 200


class Incidents:
    def __init__(self, store: Store, desk: Desk) -> None:
        self._store = store
        self._desk = desk

    async def sweep(self, now: int) -> bool:
        """Whether there is something to deliver."""
        for announcement in await self._store.announcements_due(now):
            work = Work(now=now)
            work.put(AnnouncementEnded(announcement.id, now))
            await self._kept(work)
        told = False
        for announcement in await self._store.announcements_to_tell(TOGETHER):
            while people := await self._store.untold(announcement.id, TOGETHER):
                work = Work(now=now)
                self._desk.tell_over(work, announcement, people)
                if not await self._kept(work):
                    break
                told = True
        return told

    async def _kept(self, work: Work) -> bool:
        try:
            await self._store.commit(work)
        except Conflict:  # an admin, or another process, was quicker
            return False
        return True
