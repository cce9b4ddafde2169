"""What an admin wants to know of the database."""

from dataclasses import dataclass
from typing import Protocol

from core.dialog import Status


@dataclass(frozen=True, slots=True)
class Health:
    make: str  # SQLite or PostgreSQL
    size: int  # bytes
    waiting: int  # notices that are due and not delivered
    oldest_waiting: int | None  # when the oldest of them was written
    failures: dict[str, int]  # reason -> how many could not be delivered
    held: int  # notices of a backup that was put back
    set_aside: int  # updates that kept failing
    last_error: str | None  # of the newest of them


@dataclass(frozen=True, slots=True)
class Workload:
    """What waits now, and since when: UTC ms, None where nothing waits."""

    open_dialogs: dict[Status, int]
    oldest_dialog: int | None  # the seller who has waited longest for an answer
    unread: int  # updates that came and are not handled
    oldest_unread: int | None
    due: int  # notices that are due and not delivered
    oldest_due: int | None
    held: int  # notices of a backup that was put back
    set_aside: int  # updates that kept failing


class HealthReads(Protocol):
    async def health(self, now: int, since: int) -> Health:
        """`failures` of the time from `since` on."""

    async def workload(self, now: int) -> Workload: ...
