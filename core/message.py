"""A message of a dialog's history."""

from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import count
from random import randrange
from typing import Protocol

from core.change import Change
from core.content import Content, is_blank
from core.dialog import Dialog
from core.units import SECOND

_MILLISECOND_BITS = 20
_LATEST = (1 << 43) - 1
_counter = count(randrange(1 << 19))  # so that two processes do not give the same number in one millisecond


@dataclass(frozen=True, slots=True)
class MessageRef:
    """Where a message stands in the messenger. Opaque here: kept, compared, handed back."""

    chat_id: int
    message_id: int

    def to_data(self) -> list[int]:
        return [self.chat_id, self.message_id]

    @classmethod
    def from_data(cls, data: list[int]) -> "MessageRef":
        return cls(*data)


ELSEWHERE = MessageRef(0, 0)  # of what was written outside of the messenger


class Side(StrEnum):
    SELLER = "seller"
    AGENT = "agent"
    NOTE = "note"  # internal: never leaves the agents' group


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    id: int
    dialog: int
    side: Side
    author_id: int
    author_name: str = ""
    content: Content
    created_at: int  # when it was said; UTC ms
    edited_at: int | None = None
    asks: bool = False  # support asks for a clarification
    holds: bool = False  # support asks for patience: no answer
    album: str | None = None  # messages of one album share it
    merged_from: int | None = None  # the dialog that it was said in, where that became part of this one
    merged_at: int | None = None


def new_id(now: int) -> int:
    """A number that grows with time, made before the row is written: 43 bits of ms, 20 bits of a counter."""
    return (now << _MILLISECOND_BITS) | (next(_counter) & ((1 << _MILLISECOND_BITS) - 1))


def first_id(at: int) -> int:
    """Below every id that is made at this time or later, and above every earlier one."""
    return min(at, _LATEST) << _MILLISECOND_BITS


@dataclass(frozen=True, slots=True)
class IncomingMessage:
    """A message as it came: what, where from, part of which album, in reply to which message of the history."""

    content: Content
    ref: MessageRef
    album: str | None = None
    reply_to: int | None = None
    second: int | None = None  # in which it was written, by the messenger's clock; UTC ms

    def said_at(self, now: int) -> int:
        """As near as is known: a messenger tells whole seconds, and what comes in at once was written just now."""
        return now if self.second is None else min(max(now, self.second), self.second + SECOND - 1)

    @property
    def words(self) -> "IncomingMessage | None":
        """What is left of it where its file can't be kept: the caption."""
        return None if is_blank(self.content.text) else replace(self, content=self.content.as_text, album=None)


@dataclass(frozen=True, slots=True)
class MessageAdded(Change):
    message: Message
    source: MessageRef | None


@dataclass(frozen=True, slots=True)
class WordsPosted(Change):
    """Words that stand beside the message that they belong to: those too long for a caption, or its heading."""

    dialog: int
    message: int
    ref: MessageRef


@dataclass(frozen=True, slots=True)
class MessageEdited(Change):
    message: Message  # as it was
    content: Content
    at: int


@dataclass(frozen=True, slots=True)
class MessageRecalled(Change):
    """A message that has not left stays as a note; a Conflict where it has left."""

    message: Message


@dataclass(frozen=True, slots=True)
class MessageState:
    """What became of a message on the other side: with the seller, or in the agents' group."""

    delivered_at: int | None = None  # UTC ms
    failure: str | None = None  # why it could not be delivered
    reaction: str | None = None  # of whoever reads it there


@dataclass(frozen=True, slots=True)
class WrittenAnswer:
    """An agent's words, seen from where they were written."""

    is_note: bool
    waits: bool
    failed: bool
    reaction: str | None = None  # of the seller


@dataclass(frozen=True, slots=True)
class ReferencedMessage:
    """What a MessageRef refers to."""

    message: Message | None  # None: a card, a header or another post of the bot itself
    dialog: Dialog


class MessageReads(Protocol):
    async def message_at(self, ref: MessageRef) -> ReferencedMessage | None: ...
    async def message(self, message_id: int) -> Message | None: ...
    async def versions(self, message_id: int) -> list[tuple[Content, int]]:
        """What an edited message was before, and until when; oldest first."""

    async def history(self, number: int, limit: int, offset: int) -> list[Message]:
        """Oldest first, without internal notes."""

    async def failed_messages(self, number: int) -> set[int]:
        """Those that could not be delivered."""

    async def count_history(self, number: int) -> int: ...
    async def files(self, number: int) -> list[Content]: ...
    async def count_files(self, number: int) -> int: ...
    async def album(self, album: str) -> list[Message]:
        """The items that were kept so far."""

    async def album_size(self, album: str) -> int:
        """Bytes of the album's files that are kept already."""

    async def message_page(self, number: int, after: int, limit: int) -> list[Message]:
        """Those of a dialog that came after one, internal notes among them; oldest first."""

    async def message_states(self, number: int, first: int, last: int) -> dict[int, MessageState]:
        """Of those of a dialog between these two, by their ids."""

    async def answer_at(self, ref: MessageRef) -> WrittenAnswer | None:
        """None where no agent has written."""

    async def merged_messages(self, number: int, at: int, limit: int) -> list[Message]:
        """The last of those that came at a merge, internal notes among them; oldest first."""

    async def last_messages(self, number: int, limit: int) -> list[Message]: ...
    async def answers_since(self, number: int, first: int, limit: int) -> list[Message]:
        """From the message `first` on, newest first."""

    async def last_answer(self, number: int) -> int | None:
        """The id of support's newest; words in between are none."""

    async def message_refs(self, message_id: int) -> list[tuple[MessageRef, bool]]:
        """Where a message stands, and whether it was written there (or else delivered)."""

    async def copies(self, message_id: int) -> list[MessageRef]:
        """All that the messenger shows of it on the other side, with the words that stand below their file."""

    async def due_at(self, message_id: int) -> int | None:
        """When the message leaves; None where it has left, or never will."""
