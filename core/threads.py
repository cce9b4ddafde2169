"""Where a dialog stands in the agents' group: its thread and its card. Ids are opaque here: kept and handed back."""

from dataclasses import dataclass
from typing import Any, Protocol

from core.change import Change
from core.dialog import Dialog
from core.message import MessageRef


@dataclass(frozen=True, slots=True)
class Thread:
    """A forum topic, or in a group without topics the group itself; with the dialog's card in it."""

    chat_id: int
    thread_id: int | None = None
    card_id: int | None = None
    name: str | None = None  # as it was last set
    closed: bool = False

    def to_data(self) -> list[int | None]:
        """Where it is, without what it looks like."""
        return [self.chat_id, self.thread_id, self.card_id]

    @classmethod
    def from_data(cls, data: list[Any]) -> "Thread":
        return cls(*data)


@dataclass(frozen=True, slots=True)
class DialogInThread:
    """A dialog, and where it stands; None where it has no thread yet."""

    dialog: Dialog
    thread: Thread | None
    seller: str | None = None  # by name, where a list is of several sellers


@dataclass(frozen=True, slots=True)
class ThreadClosed(Change):
    """Somebody closed the thread by hand, or opened it again."""

    dialog: int
    thread_id: int
    closed: bool


@dataclass(frozen=True, slots=True)
class ThreadSaved(Change):
    """The dialog stands there now; with `instead_of` only where it still stands where it was read to be."""

    dialog: int
    chat_id: int
    thread_id: int | None
    card_id: int | None
    name: str | None  # as the forum topic is called now
    closed: bool = False
    instead_of: Thread | None = None


@dataclass(frozen=True, slots=True)
class CardPosted(Change):
    """The card of a dialog that still stands in this thread."""

    dialog: int
    thread: Thread
    card_id: int


@dataclass(frozen=True, slots=True)
class ThreadNamed(Change):
    """What the forum topic is called now, of a dialog that still stands in this thread."""

    dialog: int
    thread: Thread
    name: str | None


@dataclass(frozen=True, slots=True)
class PostRecorded(Change):
    """A post of the bot that is no message of the history, such as a card: a reply to it belongs to the dialog."""

    dialog: int
    ref: MessageRef


@dataclass(frozen=True, slots=True)
class GroupMoved(Change):
    """A group became a supergroup: its dialogs stand there from now on, and open ones are shown there anew."""

    old: int
    new: int
    at: int


@dataclass(frozen=True, slots=True)
class GroupAbilityChanged(Change):
    """Whether the bot can do its work in an agents' group."""

    group: int
    able: bool


@dataclass(frozen=True, slots=True)
class DialogsRerouted(Change):
    """The open dialogs of a category that stand in one group stand in another from now on, and are shown there."""

    group: int
    category: str
    to: int
    at: int


class ThreadReads(Protocol):
    async def thread(self, number: int) -> Thread | None:
        """Where the dialog stands."""

    async def dialog_at(self, chat_id: int, thread_id: int) -> Dialog | None:
        """The dialog that stands there."""

    async def queue(self, group: int, limit: int, offset: int) -> list[DialogInThread]:
        """Where the group owes an answer, whoever waits longest first."""

    async def count_snoozed(self, group: int) -> int: ...
    async def count_queue(self, group: int) -> int: ...
    async def assigned_to(self, agent_id: int, limit: int, offset: int) -> list[DialogInThread]:
        """An agent's open dialogs, those that wait for an answer first."""

    async def count_assigned_to(self, agent_id: int) -> int: ...
    async def past_dialogs(self, seller_id: int, limit: int, offset: int) -> list[DialogInThread]:
        """All of a seller's, newest first."""

    async def colleagues(self, group: int, limit: int) -> list[tuple[int, str]]:
        """Ids and names of the agents who had the group's last dialogs."""

    async def groups_moved(self) -> dict[int, int]:
        """Groups that became supergroups: the old id and the new one."""

    async def is_able_in(self, group: int) -> bool | None:
        """Whether the bot can do its work there; None where it never could."""

    async def groups_answering(self) -> list[int]:
        """Groups that open dialogs were routed to."""

    async def open_by_category(self, group: int) -> dict[str, int]:
        """How many open dialogs stand in a group."""
