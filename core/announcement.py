"""Announcements of an incident, shown to sellers who choose one of its categories until it is over."""

from dataclasses import dataclass
from typing import Protocol

from core.change import Change


@dataclass(frozen=True, slots=True)
class Announcement:
    id: int
    text: str
    categories: tuple[str, ...]  # none: every one
    at: int
    by: int
    until: int | None = None  # UTC ms; None: until it is ended by hand
    ended_at: int | None = None
    closing: str | None = None  # what subscribers are told; None: the desk's own sentence

    def concerns(self, category: str) -> bool:
        return not self.categories or category in self.categories


@dataclass(frozen=True, slots=True)
class AnnouncementMade(Change):
    text: str
    categories: tuple[str, ...]
    by: int
    at: int
    until: int | None = None


@dataclass(frozen=True, slots=True)
class AnnouncementEnded(Change):
    """By hand or by time; a Conflict where it has ended already."""

    id: int
    at: int
    closing: str | None = None


@dataclass(frozen=True, slots=True)
class Subscribed(Change):
    """The person wants to be told when it is over; once, however often they ask."""

    announcement: int
    person_id: int
    at: int


@dataclass(frozen=True, slots=True)
class SubscriberNotified(Change):
    """Written with the notice itself, so that each is told once; a Conflict where they were told."""

    announcement: int
    person_id: int
    at: int


class AnnouncementReads(Protocol):
    async def announcements(self, now: int) -> list[Announcement]:
        """Those that are shown now, newest first."""

    async def announcements_due(self, now: int) -> list[Announcement]:
        """Those whose time is over and that were not ended yet."""

    async def announcement(self, announcement_id: int) -> Announcement | None: ...
    async def announcements_to_notify(self, limit: int) -> list[Announcement]:
        """Those that have ended, with subscribers who were not told."""

    async def subscribers_to_notify(self, announcement_id: int, limit: int) -> list[int]:
        """Subscribers who were not told that it is over."""

    async def count_subscribers(self, announcement_id: int) -> int: ...
    async def recent_sellers(self, since: int) -> dict[str, set[int]]:
        """Who has opened a dialog since then, by category: about as many will see an announcement there."""
