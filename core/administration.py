"""What admins keep: settings that change while it runs, who is an admin, canned answers, announcements, the audit."""

from dataclasses import dataclass, field
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Appointed:
    """An admin whom an owner appointed; owners themselves stand in the environment."""

    person_id: int
    role: str
    at: int
    by: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class Template:
    """A canned answer."""

    id: int | None  # None until it is kept
    category: str
    title: str
    text: str
    position: int = 0  # within the category; those of the same position by title


@dataclass(frozen=True, slots=True)
class Announcement:
    """An incident, shown to sellers who choose one of the categories; no category means every one."""

    id: int
    text: str
    categories: tuple[str, ...]
    at: int
    by: int
    until: int | None = None
    ended_at: int | None = None

    def concerns(self, category: str) -> bool:
        return not self.categories or category in self.categories


@dataclass(frozen=True, slots=True)
class AuditLine:
    id: int
    by: int
    deed: str
    at: int
    values: dict[str, Any] = field(default_factory=dict)


# ---- records of a Work


@dataclass(frozen=True, slots=True)
class SettingChanged:
    """`value` is anything that JSON can say; None: as the environment has it."""

    name: str
    value: Any
    by: int
    at: int


@dataclass(frozen=True, slots=True)
class AdminAppointed:
    person_id: int
    role: str
    by: int
    at: int


@dataclass(frozen=True, slots=True)
class AdminRevoked:
    person_id: int


@dataclass(frozen=True, slots=True)
class TemplateKept:
    """A new one, or a change of the one with that id; a Conflict where it is gone."""

    template: Template


@dataclass(frozen=True, slots=True)
class TemplateRemoved:
    id: int


@dataclass(frozen=True, slots=True)
class AnnouncementMade:
    text: str
    categories: tuple[str, ...]
    by: int
    at: int
    until: int | None = None


@dataclass(frozen=True, slots=True)
class AnnouncementEnded:
    """By hand or by time; a Conflict where it has ended already."""

    id: int
    at: int


@dataclass(frozen=True, slots=True)
class Subscribed:
    """The person wants to be told when it is over; once, however often they ask."""

    announcement: int
    person_id: int
    at: int


@dataclass(frozen=True, slots=True)
class SubscriberTold:
    """Written with the notice itself, so that each is told once; a Conflict where they were told."""

    announcement: int
    person_id: int
    at: int


class AdministrationReads(Protocol):
    async def catalogue(self) -> str | None:
        """The text that was imported last."""

    async def settings(self) -> dict[str, Any]:
        """Those that were changed while it ran, by name."""

    async def admins(self) -> list[Appointed]:
        """In the order in which they were appointed."""

    async def templates(self) -> list[Template]:
        """By category, position and title."""

    async def template(self, template_id: int) -> Template | None: ...

    async def announcements(self, now: int) -> list[Announcement]:
        """Those that are shown now, newest first."""

    async def announcements_due(self, now: int) -> list[Announcement]:
        """Those whose time is over and that were not ended yet."""

    async def announcement(self, announcement_id: int) -> Announcement | None: ...

    async def announcements_to_tell(self, limit: int) -> list[Announcement]:
        """Those that have ended, with subscribers who were not told."""

    async def untold(self, announcement_id: int, limit: int) -> list[int]:
        """Subscribers who were not told that it is over."""

    async def count_subscribers(self, announcement_id: int) -> int: ...

    async def audit(self, limit: int, offset: int) -> list[AuditLine]:
        """Newest first."""

    async def count_audit(self) -> int: ...
