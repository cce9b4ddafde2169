"""Dialogs, and whose turn it is in them."""

from collections.abc import Iterator
from typing import Any

from core.dialog import Dialog, DialogChanged, DialogOpened, TopicTaken
from core.unit_of_work import Conflict
from storage.statements import Statement, statements, to_json


@statements.register
def _(change: TopicTaken) -> Iterator[Statement]:
    yield Statement(
        "take_topic",
        {
            "seller_id": change.seller_id,
            "topic": change.topic,
            "number": change.number,
            "at": change.at,
            "free_before": change.free_before,
        },
        guard=Conflict,
    )


@statements.register
def _(change: DialogOpened) -> Iterator[Statement]:
    dialog = change.dialog
    values = _dialog_values(dialog)
    names = ("number", "seller_id", "category", "topic", "titles", "fields", "group_id", "status", "created_at",
             "waiting_since", "due_at", "warn_at", "seller_said_at", "has_files", "agent_id", "agent_name")  # fmt: skip
    yield Statement("dialog_opened", {name: values[name] for name in names})
    yield from _turn(dialog)


@statements.register
def _(change: DialogChanged) -> Iterator[Statement]:
    values = _dialog_values(change.dialog)
    for name in ("seller_id", "fields", "created_at", "first_answer_at"):
        del values[name]
    yield Statement("dialog_changed", values, guard=Conflict)
    yield from _turn(change.dialog)


def _turn(dialog: Dialog) -> Iterator[Statement]:
    """The seller's turn begins with the first word that is unanswered."""
    if dialog.waiting_since is not None:
        yield Statement(
            "turn_began", {"dialog": dialog.number, "asked_at": dialog.waiting_since, "due_at": dialog.due_at}
        )


def _dialog_values(dialog: Dialog) -> dict[str, Any]:
    values = {name: getattr(dialog, name) for name in Dialog.__slots__}
    return values | {
        "titles": to_json([dialog.titles.category, dialog.titles.topic]),
        "fields": to_json([[field.titles, field.value] for field in dialog.fields]),
        "status": dialog.status.value,
        "ending": dialog.ending.value if dialog.ending else None,
        "has_files": int(dialog.has_files),
        "snooze_told": int(dialog.snooze_told),
    }
