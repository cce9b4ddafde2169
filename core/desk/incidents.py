"""Announcements of an incident, from the side of those who wait for its end."""

from collections.abc import Iterable

from core.administration import Announcement, Subscribed, SubscriberTold
from core.desk.base import Base
from core.errors import AnnouncementOver
from core.notices import Priority, tell
from core.work import Person, Work


class IncidentDeeds(Base):
    async def incidents(self, category: str, now: int) -> list[Announcement]:
        """What whoever writes on this category should know first."""
        return [one for one in await self.store.announcements(now) if one.concerns(category)]

    async def subscribe(self, work: Work, person: Person, announcement_id: int) -> None:
        shown = await self.store.announcements(work.now)
        if all(one.id != announcement_id for one in shown):
            raise AnnouncementOver()
        work.put(Subscribed(announcement_id, person.id, work.now))

    def tell_over(self, work: Work, announcement: Announcement, people: Iterable[int]) -> None:
        """Each subscriber once, and after everybody who waits for an answer."""
        for person_id in people:
            work.put(SubscriberTold(announcement.id, person_id, work.now))
            work.tell(tell(person_id, "incident-over", work.now, priority=Priority.REMINDERS, text=announcement.text))
