"""What must be told, as data. A notice is written with the change that causes it, and delivered after it.

A stream is the order in which notices leave: everything for one seller, everything for one dialog's
thread in the agents' group. What each kind looks like is the messenger's matter.
"""

from dataclasses import dataclass, field, replace
from enum import IntEnum, StrEnum
from typing import Any, Protocol

from core.change import Change
from core.dialog import Dialog
from core.message import Message, MessageRef
from core.person import Person
from core.threads import Thread
from core.units import MINUTE, SECOND

CARD_SETTLES = 3 * SECOND  # in which changes of one card are merged
WAITS_TOO_LONG = 5 * MINUTE
# Why a notice is undeliverable where the person can't be reached: it may reach them when they are back.
UNREACHABLE = frozenset({"blocked", "deactivated", "never-started", "outside"})


class NoticeKind(StrEnum):
    RELAY = "relay"  # a message to the other side
    CORRECT = "correct"  # an edit of a message that was relayed
    TELL = "tell"  # a sentence to one person
    OPEN = "open"  # the dialog gets its thread in the agents' group
    CARD = "card"  # card and thread show the dialog as it is now
    STARS = "stars"  # of the answers from `message` on only the newest may be rated
    MOVE = "move"  # the dialog's thread is in another group from now on
    MERGE = "merge"  # what was said in another dialog, which became part of this one
    WITHDRAW = "withdraw"  # copies of words that their seller took out of the dialog
    LINE = "line"  # a sentence to the agents, in the dialog's thread
    EVENT = "event"  # to other systems
    AGAIN = "again"  # earlier notices of the stream, which could not be delivered, wait once more


class Priority(IntEnum):
    PEOPLE = 0
    CARDS = 1
    REMINDERS = 2
    EVENTS = 3  # a receiver that is slow or down is in nobody's way


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    stream: str
    kind: NoticeKind
    dialog: int | None = None
    message: int | None = None
    values: dict[str, Any] = field(default_factory=dict)
    album: str | None = None
    due_at: int  # UTC ms; not before
    priority: Priority = Priority.PEOPLE


def waits_too_long(oldest: int, now: int) -> bool:
    """Whether an admin should know: something is in the way where the oldest notice that is due waits so long."""
    return now - oldest > WAITS_TOO_LONG


class Recipient(StrEnum):
    """Whom a stream leads to; its id follows in the stream's name."""

    SELLER = "person"  # or any other person, in private
    THREAD = "dialog"  # a dialog's thread
    HOOK = "hook"  # other systems, what they hear of a dialog
    CARD = "card"  # a dialog's card: people's messages never wait for it
    STARS = "stars"  # buttons of a dialog's earlier answers, at its seller: nobody waits for them either


def recipient_of(stream: str) -> tuple[Recipient, int]:
    kind, _, number = stream.partition(":")
    return Recipient(kind), int(number)


def seller_stream(seller_id: int) -> str:
    return f"{Recipient.SELLER}:{seller_id}"


def dialog_stream(number: int) -> str:
    return f"{Recipient.THREAD}:{number}"


def hook_stream(number: int) -> str:
    return f"{Recipient.HOOK}:{number}"


def card_stream(number: int) -> str:
    return f"{Recipient.CARD}:{number}"


def person_notice(person_id: int, what: str, now: int, dialog: int | None = None, priority: Priority = Priority.PEOPLE,
         **values: Any) -> Notice:  # fmt: skip
    """One sentence, `notice-<what>` of the locales, to one person."""
    return Notice(
        stream=seller_stream(person_id),
        kind=NoticeKind.TELL,
        dialog=dialog,
        values={"what": what, **values},
        due_at=now,
        priority=priority,
    )


def thread_notice(number: int, what: str, now: int, **values: Any) -> Notice:
    """One sentence, `line-<what>` of the locales, to the agents of a dialog."""
    return Notice(
        stream=dialog_stream(number),
        kind=NoticeKind.LINE,
        dialog=number,
        values={"what": what, **values},
        due_at=now,
    )


def card_notice(number: int, due_at: int) -> Notice:
    """In a stream of its own: people's messages never wait for it."""
    return Notice(
        stream=card_stream(number), kind=NoticeKind.CARD, dialog=number, due_at=due_at, priority=Priority.CARDS
    )


def stars_notice(number: int, first: int, due_at: int) -> Notice:
    """One waiting is enough: the answers that come meanwhile are looked at with it."""
    return Notice(
        stream=f"{Recipient.STARS}:{number}", kind=NoticeKind.STARS, dialog=number, message=first, due_at=due_at,
        priority=Priority.CARDS,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class NoticeQueued(Change):
    notice: Notice
    at: int


@dataclass(frozen=True, slots=True)
class AlbumGrew(Change):
    """Another item came: the album's waiting notices leave no earlier than `due_at`."""

    album: str
    due_at: int


@dataclass(frozen=True, slots=True)
class SentAgain(Change):
    """What could not reach the person of this stream waits once more, before all that came after it."""

    stream: str
    at: int


@dataclass(frozen=True, slots=True)
class HeldSent(Change):
    """What waited when a backup was made, and was held when it was put back, leaves after all."""

    at: int


@dataclass(frozen=True, slots=True)
class HeldDropped(Change):
    """What was held has left before, or is of no use any more."""


@dataclass(frozen=True, slots=True)
class Delivered(Change):
    """A notice was carried out; `placed` are the messages that came of it."""

    notice_id: int
    at: int
    placed: tuple[tuple[MessageRef, int | None], ...] = ()  # (where, message of the history)
    dialog: int | None = None
    first_answer: bool = False


@dataclass(frozen=True, slots=True)
class Undeliverable(Change):
    """A notice was given up; `dialog` and `message` where a person's words were lost with it."""

    notice_id: int
    at: int
    error: str
    dialog: int | None = None
    message: int | None = None


@dataclass(frozen=True, slots=True)
class PendingNotice:
    """A notice that is not delivered yet, as the outbox keeps it."""

    id: int
    stream: str
    kind: NoticeKind
    dialog: int | None
    message: int | None
    values: dict[str, Any]
    album: str | None
    priority: Priority
    due_at: int
    created_at: int


@dataclass(frozen=True, slots=True)
class StreamHead:
    """A stream that has something waiting; what it is exactly is read when it goes."""

    stream: str
    first: int  # ids of its oldest and its newest notice
    newest: int
    priority: int
    due_at: int
    chat: int  # that it leads to
    rests_until: int = 0  # after a failure, say

    @property
    def goes_at(self) -> int:
        return max(self.due_at, self.rests_until)

    def with_more(self, other: "StreamHead") -> "StreamHead":
        """Of the same stream, read at another time."""
        return replace(
            self,
            first=min(self.first, other.first),
            newest=max(self.newest, other.newest),
            priority=min(self.priority, other.priority),
            due_at=min(self.due_at, other.due_at),
            rests_until=max(self.rests_until, other.rests_until),
        )


@dataclass(frozen=True, slots=True)
class EndedAnswer:
    """An answer that waits no more."""

    values: dict[str, Any]  # of its notice
    delivered: bool
    reaction: str | None = None  # of the seller


@dataclass(frozen=True, slots=True)
class DeliveryContext:
    """What a delivery needs to know of a notice's dialog."""

    dialog: Dialog
    seller: Person
    thread: Thread | None
    message: Message | None


class OutboxReads(Protocol):
    async def waiting_album(self, stream: str, album: str) -> list[PendingNotice]: ...
    async def waiting(self, after: int, limit: int) -> list[PendingNotice]:
        """Notices not delivered yet, with ids above `after`, in the order they were told."""

    async def stream_heads(self, after: int) -> list[StreamHead]:
        """The streams in which something with an id above `after` waits."""

    async def late_answers(self, due_before: int, limit: int) -> list[PendingNotice]:
        """Answers that wait for longer than they should, newest first; none that may still be taken back."""

    async def count_held(self) -> int:
        """Notices of a backup that was put back, which wait for an admin's decision."""

    async def first_waiting(self, stream: str) -> PendingNotice | None:
        """What must leave the stream next: what is most urgent, and of that the oldest."""

    async def first_due(self, stream: str, now: int) -> PendingNotice | None:
        """The same of those that are due, and come after nothing of their dialog that is not."""

    async def delivered_in_groups(self, since: int) -> list[tuple[int, NoticeKind, int]]:
        """What was delivered to agents' groups since then: the group, what it was, when. Oldest first."""

    async def last_answers(self) -> list[EndedAnswer]:
        """Those that ended last: their marks may not be set yet."""

    async def delivery_context(self, dialog: int, message: int | None) -> DeliveryContext | None: ...
    async def oldest_waiting(self, now: int) -> tuple[int | None, int]:
        """When the oldest notice that is due was written, and how many are due."""
