"""What the rules and the screens ask of what is kept. Reads only: writes go through Work and `commit`."""

from dataclasses import dataclass
from typing import Any, Protocol

from core.administration import AdministrationReads
from core.content import Content
from core.dialog import Dialog, Status
from core.draft import MessageRef
from core.export import ExportReads
from core.figures import FigureReads
from core.finding import FindReads
from core.message import Message
from core.notices import NoticeKind, Priority
from core.work import Person, UpdateSetAside, Work

Stand = tuple[str | None, dict[str, Any]]  # state and data of a conversation


class Unavailable(Exception):
    """The store can't be asked or can't keep anything now: locked, read-only, full, or its server is gone."""


@dataclass(frozen=True, slots=True)
class DialogFilter:
    """Which of a seller's dialogs to list. Times are UTC ms, `until` exclusive."""

    since: int | None = None
    until: int | None = None
    status: Status | None = None
    topic: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a dialog stands in the agents' group."""

    chat_id: int
    thread_id: int | None = None
    card_id: int | None = None
    name: str | None = None  # the topic's name as it was last set
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """A dialog, and where it stands."""

    dialog: Dialog
    place: Place | None


@dataclass(frozen=True, slots=True)
class Known:
    """A message of the history, found by where it stands."""

    message: Message | None  # None: a card, a header or another post of the bot itself
    dialog: Dialog


@dataclass(frozen=True, slots=True)
class Past:
    """What a seller did before: dialogs in all, the last ratings (newest first)."""

    dialogs: int
    ratings: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Waiting:
    """A notice that is not delivered yet, as the outbox keeps it."""

    id: int
    lane: str
    kind: NoticeKind
    dialog: int | None
    message: int | None
    values: dict[str, Any]
    album: str | None
    priority: Priority
    due_at: int
    created_at: int


@dataclass(frozen=True, slots=True)
class Parcel:
    """What a delivery needs to know of a notice's dialog."""

    dialog: Dialog
    seller: Person
    place: Place | None
    message: Message | None


@dataclass(frozen=True, slots=True)
class Health:
    """What an admin wants to know of the database."""

    make: str  # SQLite or PostgreSQL
    size: int  # bytes
    waiting: int  # notices that are due and not delivered
    oldest_waiting: int | None  # when the oldest of them was written
    failures: dict[str, int]  # reason -> how many could not be delivered
    set_aside: int  # updates that kept failing
    last_error: str | None  # of the newest of them


class Store(AdministrationReads, FindReads, FigureReads, ExportReads, Protocol):
    async def commit(self, work: Work) -> None:
        """All of `work` or nothing; Conflict or Duplicate where it can't be."""

    async def next_number(self) -> int: ...
    async def leads(self) -> int:
        """Whether this process, of all that serve the database, delivers the outbox and runs the jobs now: 0, or
        another number each time that it begins to.

        Asked again and again: another process takes over where the leader, or its way to the database, has died.
        """

    async def sweep(self, now: int) -> None:
        """Forgets what is kept for a while only: updates seen, notices carried out, drafts that were left."""

    # people and conversations
    async def person(self, person_id: int) -> Person | None: ...
    async def conversation(self, key: str) -> Stand: ...
    async def person_and_conversation(self, person_id: int, key: str) -> tuple[Person | None, Stand]: ...

    # dialogs
    async def dialog(self, number: int) -> Dialog | None: ...
    async def dialog_at(self, chat_id: int, thread_id: int) -> Dialog | None: ...
    async def place(self, number: int) -> Place | None: ...
    async def open_dialogs(self, seller_id: int) -> list[Dialog]: ...
    async def dialogs(self, seller_id: int, which: DialogFilter, limit: int, offset: int) -> list[Dialog]: ...
    async def count_dialogs(self, seller_id: int, which: DialogFilter) -> int: ...
    async def topics_used(self, seller_id: int) -> list[Dialog]:
        """The newest dialog of each topic that the seller ever used."""

    async def topic_taken(self, seller_id: int, topic: str) -> tuple[int, int] | None:
        """When the seller last opened a dialog on the topic, and its number."""

    async def past(self, seller_id: int, before: int) -> Past: ...
    async def usual_answer(self, topic: str, since: int) -> int | None:
        """Median of first responses on a topic in ms; None where there are fewer than five."""

    async def to_remind(self, silent_since: int, limit: int) -> list[Dialog]: ...
    async def to_expire(self, silent_since: int, limit: int) -> list[Dialog]: ...

    # for agents
    async def queue(self, group: int, limit: int, offset: int) -> list[Standing]:
        """Where the group owes an answer, whoever waits longest first."""

    async def count_queue(self, group: int) -> int: ...
    async def in_charge(self, agent_id: int, limit: int, offset: int) -> list[Standing]:
        """An agent's open dialogs, those that wait for an answer first."""

    async def count_in_charge(self, agent_id: int) -> int: ...
    async def past_dialogs(self, seller_id: int, limit: int, offset: int) -> list[Standing]:
        """Newest first."""

    async def waiting_dialogs(self, until: int, after: Dialog | None, limit: int) -> list[Dialog]:
        """Those that wait for an answer since `until` or longer, page after page."""

    async def colleagues(self, group: int, limit: int) -> list[tuple[int, str]]:
        """Ids and names of the agents who had the group's last dialogs."""

    async def person_called(self, username: str) -> Person | None: ...
    async def due_at(self, message_id: int) -> int | None:
        """When the message leaves; None where it has left, or never will."""

    # messages
    async def known(self, ref: MessageRef) -> Known | None: ...
    async def message(self, message_id: int) -> Message | None: ...
    async def versions(self, message_id: int) -> list[tuple[Content, int]]:
        """What an edited message was before, and until when; oldest first."""

    async def history(self, number: int, limit: int, offset: int) -> list[Message]:
        """Oldest first, without internal notes."""

    async def count_history(self, number: int) -> int: ...
    async def files(self, number: int) -> list[Content]: ...
    async def count_files(self, number: int) -> int: ...
    async def album(self, album: str) -> list[Message]:
        """The items that were kept so far."""

    async def album_size(self, album: str) -> int:
        """Bytes of the album's files that are kept already."""

    async def groups_moved(self) -> dict[int, int]:
        """Groups that became supergroups: the old id and the new one."""

    async def groups_answering(self) -> list[int]:
        """Groups that open dialogs were routed to."""

    # the outbox
    async def waiting_album(self, lane: str, album: str) -> list[Waiting]: ...
    async def waiting(self, after: int, limit: int) -> list[Waiting]:
        """Notices not delivered yet, in the order they were told; `after`: the highest id that was read, 0 anew.

        Where several processes write, a notice may appear below one that was read already: it comes with a later
        call, once. So a batch may begin below `after`, and the reader goes on from the highest id it ever saw.
        """

    async def first_waiting(self, lane: str) -> Waiting | None:
        """What must leave the lane next, whatever a process has in memory."""

    async def lately_in_groups(self, since: int) -> list[tuple[int, NoticeKind, int]]:
        """What was delivered to agents' groups since then: the group, what it was, when. Oldest first."""

    async def last_answers(self) -> list[tuple[dict[str, Any], bool]]:
        """Values of the answers that ended last, and whether they were delivered: their marks may not be set yet."""

    async def parcel(self, dialog: int, message: int | None) -> Parcel | None: ...
    async def last_messages(self, number: int, limit: int) -> list[Message]: ...
    async def placed(self, message_id: int) -> list[tuple[MessageRef, bool]]:
        """Where a message stands, and whether it was written there (or else delivered)."""

    async def oldest_waiting(self, now: int) -> tuple[int | None, int]:
        """When the oldest notice that is due was written, and how many are due."""

    async def set_aside(self, limit: int) -> list[UpdateSetAside]:
        """Updates that kept failing, newest first."""

    async def count_set_aside(self) -> int: ...
    async def health(self, now: int, since: int) -> Health:
        """`failures` of the time from `since` on."""
