"""The unit of work: all that one update changes, kept at once or not at all.

Rules read what is kept, decide, and put records here; storage writes the records in one transaction.
Where somebody else changed the same dialog meanwhile, storage raises Conflict, nothing is written,
and the caller decides again from fresh reads.
"""

from dataclasses import dataclass, field
from typing import Any

from core.outbox import AlbumGrew, Notice, NoticeQueued, SentAgain


class Conflict(Exception):
    """What was read is no longer so: read and decide again."""


class Duplicate(Exception):
    """This very update or message was kept before."""


@dataclass(slots=True)
class UnitOfWork:
    now: int  # UTC ms
    changes: list[Any] = field(default_factory=list)

    def add(self, *changes: Any) -> None:
        self.changes += changes

    def tell(self, *notices: Notice) -> None:
        self.changes += [NoticeQueued(notice, self.now) for notice in notices]

    @property
    def tells(self) -> bool:
        return any(isinstance(record, NoticeQueued | AlbumGrew | SentAgain) for record in self.changes)
