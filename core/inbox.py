"""Updates as they came in: kept before they are confirmed, each applied once, what keeps failing set aside."""

from dataclasses import dataclass
from typing import Protocol

from core.change import Change


@dataclass(frozen=True, slots=True)
class UpdateReceived(Change):
    """`key`: what must stay in order with it. `body` is the messenger's own words."""

    update_id: int
    key: str
    body: str
    at: int


@dataclass(frozen=True, slots=True)
class UpdateHandled(Change):
    """Joins the work that keeps what the update means; a Duplicate where that was kept before."""

    update_id: int
    at: int


@dataclass(frozen=True, slots=True)
class UpdateSetAside(Change):
    """An update that keeps failing: kept with its error for an admin, so that it blocks nobody."""

    update_id: int
    body: str
    error: str
    at: int


class InboxReads(Protocol):
    async def unread(self, until: int, limit: int) -> list[UpdateReceived]:
        """What came by then and is neither handled nor set aside, in the order in which it was written."""

    async def unread_of_key(self, key: str, limit: int) -> list[UpdateReceived]: ...
    async def preceding(self, key: str, update_id: int) -> UpdateReceived | None:
        """The first unread update of the key, where it comes before this one."""

    async def oldest_unread(self) -> tuple[int | None, int]:
        """When the first of the unread came, and how many they are."""

    async def is_unread(self, words: str) -> bool:
        """Whether an update with these words in its body waits to be handled, in whatever process."""

    async def set_aside(self, limit: int) -> list[UpdateSetAside]:
        """Updates that kept failing, newest first."""

    async def count_set_aside(self) -> int: ...
