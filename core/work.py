"""The unit of work: all that one update changes, kept at once or not at all.

Rules read what is kept, decide, and put records here; storage writes the records in one transaction.
Where somebody else changed the same dialog meanwhile, storage raises Conflict, nothing is written,
and the caller decides again from fresh reads.
"""

from dataclasses import dataclass, field, replace
from typing import Any

from core.content import Content
from core.dialog import Dialog
from core.draft import MessageRef
from core.message import Message
from core.notices import Notice


class Conflict(Exception):
    """What was read is no longer so: read and decide again."""


class Duplicate(Exception):
    """This very update or message was kept before."""


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

    def seen_as(self, now: "Person") -> "Person":
        """The same person under the name and language that the messenger tells now."""
        return replace(self, name=now.name, username=now.username, language=now.language)


@dataclass(frozen=True, slots=True)
class UpdateSeen:
    update_id: int
    at: int


@dataclass(frozen=True, slots=True)
class UpdateSetAside:
    """An update that keeps failing: kept with its error for an admin, so that it blocks nobody."""

    update_id: int
    body: str
    error: str
    at: int


@dataclass(frozen=True, slots=True)
class UpdateTakenUp:
    """One that was set aside succeeds after all: what it failed for is mended."""

    update_id: int


@dataclass(frozen=True, slots=True)
class PersonSeen:
    person: Person
    at: int


@dataclass(frozen=True, slots=True)
class PersonChanged:
    """`changes`: columns of Person and their new values."""

    person_id: int
    changes: dict[str, Any]


@dataclass(frozen=True, slots=True)
class DialogOpened:
    dialog: Dialog


@dataclass(frozen=True, slots=True)
class TopicTaken:
    """The seller opens a dialog on this topic; a Conflict where one was opened after `free_before`."""

    seller_id: int
    topic: str
    number: int
    at: int
    free_before: int


@dataclass(frozen=True, slots=True)
class DialogChanged:
    """`dialog.version` is the version that was read."""

    dialog: Dialog


@dataclass(frozen=True, slots=True)
class MessageAdded:
    message: Message
    source: MessageRef | None


@dataclass(frozen=True, slots=True)
class MessageEdited:
    message_id: int
    content: Content
    at: int


@dataclass(frozen=True, slots=True)
class Withheld:
    """A message that has not left stays as a note; a Conflict where it has left."""

    message_id: int


@dataclass(frozen=True, slots=True)
class Told:
    notice: Notice
    at: int


@dataclass(frozen=True, slots=True)
class AlbumGrew:
    """Another item came: the album's waiting notices leave no earlier than `due_at`."""

    album: str
    due_at: int


@dataclass(frozen=True, slots=True)
class TopicClosed:
    """Somebody closed the dialog's topic in the group by hand, or opened it again."""

    dialog: int
    thread_id: int
    closed: bool


@dataclass(frozen=True, slots=True)
class SentAgain:
    """What could not reach the person of this lane waits once more, before all that came after it."""

    lane: str
    at: int


@dataclass(frozen=True, slots=True)
class WrittenTo:
    """Support wrote to the seller: free text goes to that dialog, unless several are open and another was chosen."""

    seller_id: int
    number: int


@dataclass(frozen=True, slots=True)
class ConversationKept:
    """Where a person is in the conversation with the bot. `state` None and no data: forgotten."""

    key: str
    state: str | None
    data: dict[str, Any]
    at: int


@dataclass(frozen=True, slots=True)
class CatalogueReplaced:
    text: str
    at: int
    by: int


@dataclass(frozen=True, slots=True)
class Noted:
    """A line of the audit: who did what."""

    by: int
    deed: str
    at: int
    values: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Delivered:
    """A notice was carried out; `placed` are the messages that came of it."""

    notice_id: int
    at: int
    placed: tuple[tuple[MessageRef, int | None], ...] = ()  # (where, message of the history)
    dialog: int | None = None
    first_answer: bool = False


@dataclass(frozen=True, slots=True)
class Undeliverable:
    notice_id: int
    at: int
    error: str


@dataclass(frozen=True, slots=True)
class PlaceKept:
    """Where a dialog stands in the agents' group: its topic, its card, and how the topic is called now."""

    dialog: int
    chat_id: int
    thread_id: int | None
    card_id: int | None
    name: str | None
    closed: bool = False


@dataclass(frozen=True, slots=True)
class PostPlaced:
    """A post of the bot that is no message of the history, such as a card: a reply to it belongs to the dialog."""

    dialog: int
    ref: MessageRef


@dataclass(frozen=True, slots=True)
class GroupMoved:
    """A group became a supergroup: its dialogs stand there from now on, their messages under new ids."""

    old: int
    new: int


@dataclass(slots=True)
class Work:
    now: int  # UTC ms
    records: list[Any] = field(default_factory=list)

    def put(self, *records: Any) -> None:
        self.records += records

    def tell(self, *notices: Notice) -> None:
        self.records += [Told(notice, self.now) for notice in notices]

    @property
    def tells(self) -> bool:
        return any(isinstance(record, Told | AlbumGrew | SentAgain) for record in self.records)
