"""Updates that came in: each is applied once; one that keeps failing is kept aside for an admin."""

from dataclasses import dataclass
from typing import Protocol

from core.change import Change


@dataclass(frozen=True, slots=True)
class UpdateSeen(Change):
    update_id: int
    at: int


@dataclass(frozen=True, slots=True)
class UpdateSetAside(Change):
    """An update that keeps failing: kept with its error for an admin, so that it blocks nobody."""

    update_id: int
    body: str
    error: str
    at: int


@dataclass(frozen=True, slots=True)
class UpdateTakenUp(Change):
    """One that was set aside succeeds after all: what it failed for is mended."""

    update_id: int


class InboxReads(Protocol):
    async def set_aside(self, limit: int) -> list[UpdateSetAside]:
        """Updates that kept failing, newest first."""

    async def count_set_aside(self) -> int: ...
