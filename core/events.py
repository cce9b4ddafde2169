"""What other systems hear of: each change that they may want to know becomes a notice in the outbox, beside it.

A notice holds what the dialog was at that moment, where that is known; the words of people stay in the history alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from core.change import Change
from core.dialog import Dialog, DialogChanged, DialogOpened, Ending, Status
from core.message import Message, MessageAdded, MessageEdited, MessageRecalled, Side
from core.outbox import Notice, NoticeKind, NoticeQueued, Priority, Undeliverable, hook_stream
from core.reaction import ReactionChanged
from core.withdrawal import WordsWithdrawn


class EventType(StrEnum):
    DIALOG_OPENED = "dialog.opened"
    MESSAGE_ADDED = "message.added"
    MESSAGE_EDITED = "message.edited"
    MESSAGE_REACTED = "message.reacted"
    MESSAGE_FAILED = "message.failed"
    MESSAGE_REMOVED = "message.removed"
    DIALOG_CHANGED = "dialog.changed"
    DIALOG_RATED = "dialog.rated"
    DIALOG_CLOSED = "dialog.closed"


OF_DIALOGS = (DialogOpened, DialogChanged)
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

    def told(self, changes: Sequence[Change], now: int) -> Iterator[NoticeQueued]:
        dialogs = {change.dialog.number: change.dialog for change in changes if isinstance(change, OF_DIALOGS)}
        for change in changes:
            for notice in self._events_of(change, now):
                yield NoticeQueued(_with_its_dialog(notice, dialogs), now)

    def tells_of(self, message: Message) -> bool:
        return self.notes or message.side is not Side.NOTE

    def _events_of(self, change: Change, now: int) -> Iterator[Notice]:
        match change:
            case DialogOpened():
                yield _notice(EventType.DIALOG_OPENED, change.dialog.number, now)
            case DialogChanged():
                yield from _changed(change.dialog, now)
            case WordsWithdrawn():
                yield from (_removed(change.dialog, message, now) for message in change.messages)
            case MessageRecalled() if not self.notes:
                yield _removed(change.message.dialog, change.message.id, now)
            case MessageAdded() | MessageEdited() | MessageRecalled() if self.tells_of(change.message):
                type_ = EventType.MESSAGE_ADDED if isinstance(change, MessageAdded) else EventType.MESSAGE_EDITED
                yield _notice(type_, change.message.dialog, now, message=change.message.id)
            case ReactionChanged():
                said = {"reaction": change.reaction.emoji}
                yield _notice(EventType.MESSAGE_REACTED, change.dialog, now, said, change.reaction.message)
            case Undeliverable(dialog=int() as dialog):
                yield _notice(EventType.MESSAGE_FAILED, dialog, now, message=change.message)


def _with_its_dialog(notice: Notice, dialogs: Mapping[int, Dialog]) -> Notice:
    """As it becomes with what happens now."""
    dialog = dialogs.get(notice.dialog or 0)
    if dialog is None:
        return notice
    then = {name: getattr(dialog, name) for name in SNAPSHOT}
    return replace(notice, values=notice.values | {"dialog": then})


def _removed(dialog: int, message: int, now: int) -> Notice:
    """Whoever kept a copy of it may take it out, too."""
    return _notice(EventType.MESSAGE_REMOVED, dialog, now, {"message_id": str(message)})


def _changed(dialog: Dialog, now: int) -> Iterator[Notice]:
    """The end and the rating have events of their own; a reminder changes nothing that others see."""
    if dialog.rated_at == now:
        yield _notice(EventType.DIALOG_RATED, dialog.number, now)
    if dialog.ended_at == now:
        yield _notice(EventType.DIALOG_CLOSED, dialog.number, now)
    elif now not in (dialog.rated_at, dialog.reminded_at, dialog.nudged_at, dialog.escalated_at):
        yield _notice(EventType.DIALOG_CHANGED, dialog.number, now)


def _notice(
    type_: EventType, number: int, now: int, values: dict[str, Any] | None = None, message: int | None = None
) -> Notice:
    return Notice(
        stream=hook_stream(number),
        kind=NoticeKind.EVENT,
        dialog=number,
        message=message,
        values={"type": type_} | (values or {}),
        due_at=now,
        priority=Priority.EVENTS,
    )


def as_it_was(dialog: Dialog, values: dict[str, Any]) -> Dialog:
    """The dialog as it was when the event with these values happened."""
    then = values["dialog"]
    ending = Ending(then["ending"]) if then["ending"] else None
    return replace(dialog, **then | {"status": Status(then["status"]), "ending": ending})
