"""Announcements of an incident: made and ended by admins, waited for by sellers."""

from collections.abc import Iterable

from core.announcement import (
    Announcement,
    AnnouncementEnded,
    AnnouncementMade,
    AnnouncementReads,
    Subscribed,
    SubscriberNotified,
)
from core.audit import Audited
from core.errors import AnnouncementOver
from core.outbox import Priority, person_notice
from core.person import Person
from core.unit_of_work import UnitOfWork


class AnnouncementActions:
    def __init__(self, announcements: AnnouncementReads) -> None:
        self._announcements = announcements

    def announce(
        self,
        work: UnitOfWork,
        admin_id: int,
        text: str,
        categories: tuple[str, ...],
        until: int | None = None,
        groups: Iterable[int] = (),
    ) -> None:
        """`until` in UTC ms; None: until it is ended by hand. `groups`: whose agents will be asked about it."""
        work.add(
            AnnouncementMade(text=text, categories=categories, by=admin_id, at=work.now, until=until),
            Audited(by=admin_id, action="announced", at=work.now, values={"text": text}),
        )
        work.notify(*(person_notice(group, "incident-began", work.now, text=text, until=until) for group in groups))

    def end(
        self,
        work: UnitOfWork,
        admin_id: int,
        announcement: Announcement,
        closing: str | None = None,
        groups: Iterable[int] = (),
    ) -> None:
        """By hand. Its subscribers are told by the sweep that follows, in these words if there are any."""
        work.add(
            AnnouncementEnded(announcement.id, work.now, closing),
            Audited(by=admin_id, action="announcement-ended", at=work.now, values={"text": announcement.text}),
        )
        work.notify(*(person_notice(group, "incident-ended", work.now, text=announcement.text) for group in groups))

    async def for_category(self, category: str, now: int) -> list[Announcement]:
        """What whoever writes on this category should know first."""
        return [one for one in await self._announcements.announcements(now) if one.concerns(category)]

    async def subscribe(self, work: UnitOfWork, person: Person, announcement_id: int) -> None:
        """Raises: AnnouncementOver."""
        shown = await self._announcements.announcements(work.now)
        if all(one.id != announcement_id for one in shown):
            raise AnnouncementOver()
        work.add(Subscribed(announcement_id, person.id, work.now))

    def notify_subscribers(self, work: UnitOfWork, announcement: Announcement, people: Iterable[int]) -> None:
        """Each subscriber once, and after everybody who waits for an answer."""
        for person_id in people:
            work.add(SubscriberNotified(announcement.id, person_id, work.now))
            notice = person_notice(
                person_id,
                "incident-over",
                work.now,
                priority=Priority.REMINDERS,
                text=announcement.text,
                closing=announcement.closing,
            )
            work.notify(notice)
