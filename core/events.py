"""What other systems hear of: each change that they may want to know becomes a notice in the outbox, beside it.

A notice holds what the dialog was at that moment; the words of people stay in the history alone.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from core.change import Change
from core.dialog import Dialog, DialogChanged, DialogOpened, Ending, Status
from core.message import MessageAdded, Side
from core.outbox import Notice, NoticeKind, NoticeQueued, Priority, hook_stream
from core.withdrawal import WordsWithdrawn


class EventType(StrEnum):
    DIALOG_OPENED = "dialog.opened"
    MESSAGE_ADDED = "message.added"
    MESSAGE_REMOVED = "message.removed"
    DIALOG_CHANGED = "dialog.changed"
    DIALOG_RATED = "dialog.rated"
    DIALOG_CLOSED = "dialog.closed"


# What an event keeps of its moment: the rest of a dialog does not change.
SNAPSHOT = ("status", "ending", "category", "topic", "agent_id", "agent_name", "waiting_since", "due_at",
            "snoozed_until", "ended_at", "rating", "rating_comment", "merged_into")  # fmt: skip


@dataclass(frozen=True, slots=True)
class EventsReplayed(Change):
    """Events since then that were carried out, or given up, wait once more."""

    since: int
    at: int


@dataclass(frozen=True, slots=True)
class EventRules:
    """Which changes are told."""

    notes: bool = False  # internal notes too

    def told(self, changes: Iterable[Change], now: int) -> Iterator[NoticeQueued]:
        for change in changes:
            for notice in self._events_of(change, now):
                yield NoticeQueued(notice, now)

    def _events_of(self, change: Change, now: int) -> Iterator[Notice]:
        match change:
            case DialogOpened():
                yield _event(EventType.DIALOG_OPENED, change.dialog, now)
            case DialogChanged():
                yield from _changed(change.dialog, now)
            case WordsWithdrawn():
                yield from _removed(change, now)
            case MessageAdded() if self.notes or change.message.side is not Side.NOTE:
                yield _notice(change.message.dialog, now, {"type": EventType.MESSAGE_ADDED}, change.message.id)


def _removed(change: WordsWithdrawn, now: int) -> Iterator[Notice]:
    """Whoever kept a copy of them may take it out, too."""
    for message in change.messages:
        yield _notice(change.dialog, now, {"type": EventType.MESSAGE_REMOVED, "message_id": str(message)})


def _changed(dialog: Dialog, now: int) -> Iterator[Notice]:
    """The end and the rating have events of their own; a reminder changes nothing that others see."""
    if dialog.rated_at == now:
        yield _event(EventType.DIALOG_RATED, dialog, now)
    if dialog.ended_at == now:
        yield _event(EventType.DIALOG_CLOSED, dialog, now)
    elif now not in (dialog.rated_at, dialog.reminded_at, dialog.nudged_at, dialog.escalated_at):
        yield _event(EventType.DIALOG_CHANGED, dialog, now)


def _event(type_: EventType, dialog: Dialog, now: int) -> Notice:
    return _notice(dialog.number, now, {"type": type_, "dialog": {name: getattr(dialog, name) for name in SNAPSHOT}})


def _notice(number: int, now: int, values: dict[str, Any], message: int | None = None) -> Notice:
    return Notice(
        stream=hook_stream(number),
        kind=NoticeKind.EVENT,
        dialog=number,
        message=message,
        values=values,
        due_at=now,
        priority=Priority.EVENTS,
    )


def as_it_was(dialog: Dialog, values: dict[str, Any]) -> Dialog:
    """The dialog as it was when the event with these values happened."""
    then = values["dialog"]
    ending = Ending(then["ending"]) if then["ending"] else None
    return replace(dialog, **then | {"status": Status(then["status"]), "ending": ending})
