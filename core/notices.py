"""What must be told, as data. A notice is written with the change that causes it, and delivered after it.

A lane is the order in which notices leave: everything for one seller, everything for one dialog's place
in the agents' group. What each kind looks like is the messenger's matter.
"""

from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import Any


class NoticeKind(StrEnum):
    RELAY = "relay"  # a message to the other side
    CORRECT = "correct"  # an edit of a message that was relayed
    TELL = "tell"  # a sentence to one person
    OPEN = "open"  # the dialog's place in the agents' group
    CARD = "card"  # card and topic show the dialog as it is now
    MOVE = "move"  # the dialog's place is in another group from now on
    LINE = "line"  # a sentence to the agents, at the dialog's place
    AGAIN = "again"  # earlier notices of the lane, which could not be delivered, wait once more


class Priority(IntEnum):
    PEOPLE = 0
    CARDS = 1
    REMINDERS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    lane: str
    kind: NoticeKind
    dialog: int | None = None
    message: int | None = None
    values: dict[str, Any] = field(default_factory=dict)
    album: str | None = None
    due_at: int  # UTC ms; not before
    priority: Priority = Priority.PEOPLE


def seller_lane(seller_id: int) -> str:
    return f"person:{seller_id}"


def dialog_lane(number: int) -> str:
    return f"dialog:{number}"


def card_lane(number: int) -> str:
    return f"card:{number}"


def tell(person_id: int, what: str, now: int, dialog: int | None = None, priority: Priority = Priority.PEOPLE,
         **values: Any) -> Notice:  # fmt: skip
    """One sentence, `notice-<what>` of the locales, to one person."""
    return Notice(
        lane=seller_lane(person_id),
        kind=NoticeKind.TELL,
        dialog=dialog,
        values={"what": what, **values},
        due_at=now,
        priority=priority,
    )


def line(number: int, what: str, now: int, **values: Any) -> Notice:
    """One sentence, `line-<what>` of the locales, to the agents of a dialog."""
    return Notice(
        lane=dialog_lane(number),
        kind=NoticeKind.LINE,
        dialog=number,
        values={"what": what, **values},
        due_at=now,
    )


def card(number: int, due_at: int) -> Notice:
    """In a lane of its own: people's messages never wait for it."""
    return Notice(lane=card_lane(number), kind=NoticeKind.CARD, dialog=number, due_at=due_at, priority=Priority.CARDS)
