"""Announcements whose time is over end by themselves, and whoever asked is told that it is over."""

from collections.abc import Callable

from core.announcement import Announcement, AnnouncementEnded
from core.desk import AnnouncementActions
from core.store import Store, commit_or_skip
from core.unit_of_work import UnitOfWork

TOGETHER = 200


class AnnouncementJob:
    def __init__(self, store: Store, actions: AnnouncementActions, wake_delivery: Callable[[], None]) -> None:
        self._store = store
        self._actions = actions
        self._wake_delivery = wake_delivery

    async def sweep(self, now: int) -> None:
        for announcement in await self._store.announcements_due(now):
            work = UnitOfWork(now=now)
            work.add(AnnouncementEnded(announcement.id, now))
            await commit_or_skip(self._store, work)
        for announcement in await self._store.announcements_to_notify(TOGETHER):
            await self._notify_subscribers(announcement, now)

    async def _notify_subscribers(self, announcement: Announcement, now: int) -> None:
        while people := await self._store.subscribers_to_notify(announcement.id, TOGETHER):
            work = UnitOfWork(now=now)
            self._actions.notify_subscribers(work, announcement, people)
            if not await commit_or_skip(self._store, work):
                return
            self._wake_delivery()
