"""The unit of work: all that one update changes, kept at once or not at all.

Rules read what is kept, decide, and add changes here; storage writes them in one transaction.
Where somebody else changed the same dialog meanwhile, storage raises Conflict, nothing is written,
and the caller decides again from fresh reads.
"""

from dataclasses import dataclass, field

from core.change import Change
from core.outbox import AlbumGrew, HeldSent, Notice, NoticeQueued, SentAgain


class Conflict(Exception):
    """What was read is no longer so: read and decide again."""


class Duplicate(Exception):
    """This very update or message was kept before."""


@dataclass(slots=True)
class UnitOfWork:
    now: int  # UTC ms
    changes: list[Change] = field(default_factory=list)

    def add(self, *changes: Change) -> None:
        self.changes += changes

    def notify(self, *notices: Notice) -> None:
        self.changes += [NoticeQueued(notice, self.now) for notice in notices]

    @property
    def has_notices(self) -> bool:
        return any(isinstance(change, NoticeQueued | AlbumGrew | HeldSent | SentAgain) for change in self.changes)
