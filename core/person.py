"""A person: a seller, an agent or an admin, as the messenger knows them, and what they chose."""

from dataclasses import dataclass, replace
from typing import Any, Protocol

from core.change import Change
from core.errors import Banned


@dataclass(frozen=True, slots=True)
class Person:
    id: int
    name: str = ""
    username: str | None = None
    language: str | None = None  # as the messenger tells it
    locale: str | None = None  # as the person chose it
    banned_at: int | None = None
    ban_reason: str | None = None
    writing_to: int | None = None  # the dialog that free text goes to
    unreachable_since: int | None = None  # blocked the bot, or deleted the account

    def must_not_be_banned(self) -> None:
        """Raises: Banned, with the reason."""
        if self.banned_at is not None:
            raise Banned(reason=self.ban_reason or "")

    def seen_as(self, now: "Person") -> "Person":
        """The same person under the name and language that the messenger tells now."""
        return replace(self, name=now.name, username=now.username, language=now.language)


@dataclass(frozen=True, slots=True)
class Agent:
    """A member of an agents' group, as the sellers may see them."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class PersonSeen(Change):
    """Under the name and language that the messenger tells now."""

    person: Person
    at: int


@dataclass(frozen=True, slots=True)
class PersonChanged(Change):
    """`changes`: columns of Person and their new values."""

    person_id: int
    changes: dict[str, Any]


@dataclass(frozen=True, slots=True)
class WrittenTo(Change):
    """Support wrote to the seller: free text goes to that dialog, unless several are open and another was chosen."""

    seller_id: int
    number: int


class PersonReads(Protocol):
    async def person(self, person_id: int) -> Person | None: ...
    async def person_called(self, username: str) -> Person | None:
        """Without the «@», in whatever case."""

    async def people_to_forget(self, seen_before: int, after: int, limit: int) -> list[int]:
        """Who was first seen before that, has no dialog and did nothing lately; in the order of ids, `after` one."""
