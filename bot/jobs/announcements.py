"""Announcements whose time is over end by themselves, and whoever asked is told that it is over."""

from core.announcement import AnnouncementEnded
from core.desk import AnnouncementActions
from core.store import Store, commit_or_skip
from core.unit_of_work import UnitOfWork

TOGETHER = 200


class AnnouncementJobs:
    def __init__(self, store: Store, actions: AnnouncementActions) -> None:
        self._store = store
        self._actions = actions

    async def sweep(self, now: int) -> bool:
        """Whether there is something to deliver."""
        for announcement in await self._store.announcements_due(now):
            work = UnitOfWork(now=now)
            work.add(AnnouncementEnded(announcement.id, now))
            await commit_or_skip(self._store, work)
        told = False
        for announcement in await self._store.announcements_to_notify(TOGETHER):
            while people := await self._store.subscribers_to_notify(announcement.id, TOGETHER):
                work = UnitOfWork(now=now)
                self._actions.notify_subscribers(work, announcement, people)
                if not await commit_or_skip(self._store, work):
                    break
                told = True
        return told
