"""Where dialogs stand in the agents' groups."""

from collections.abc import Iterator
from typing import Any

from core.threads import (
    CardPosted,
    DialogsRerouted,
    GroupAbilityChanged,
    GroupMoved,
    PostRecorded,
    Thread,
    ThreadClosed,
    ThreadNamed,
    ThreadSaved,
)
from storage.statements import Statement, statements
from storage.writes.message_refs import message_ref_saved


@statements.register
def _(change: ThreadSaved) -> Iterator[Statement]:
    yield Statement(
        "thread_saved",
        {
            "dialog": change.dialog,
            "chat_id": change.chat_id,
            "thread_id": change.thread_id,
            "card_id": change.card_id,
            "name": change.name,
            "closed": int(change.closed),
            "chat_before": change.instead_of.chat_id if change.instead_of else 0,
            "thread_before": (change.instead_of.thread_id or 0) if change.instead_of else 0,
        },
    )


@statements.register
def _(change: CardPosted) -> Iterator[Statement]:
    yield Statement("card_posted", {"card_id": change.card_id, **_standing(change.dialog, change.thread)})


@statements.register
def _(change: ThreadNamed) -> Iterator[Statement]:
    yield Statement("thread_named", {"name": change.name, **_standing(change.dialog, change.thread)})


def _standing(dialog: int, thread: Thread) -> dict[str, Any]:
    return {"dialog": dialog, "chat_id": thread.chat_id, "thread_id": thread.thread_id or 0}


@statements.register
def _(change: ThreadClosed) -> Iterator[Statement]:
    yield Statement(
        "thread_closed", {"dialog": change.dialog, "thread_id": change.thread_id, "closed": int(change.closed)}
    )


@statements.register
def _(change: GroupMoved) -> Iterator[Statement]:
    both = {"old": change.old, "new": change.new}
    yield Statement("group_moved", both)
    yield Statement("open_dialogs_shown", {"old": change.old, "at": change.at})
    yield Statement("dialogs_moved", both)
    yield Statement("threads_moved", both)
    yield Statement("shifts_moved", both)
    yield Statement("group_ability_moved", both)


@statements.register
def _(change: GroupAbilityChanged) -> Iterator[Statement]:
    yield Statement("group_ability_changed", {"chat_id": change.group, "able": int(change.able)})


@statements.register
def _(change: DialogsRerouted) -> Iterator[Statement]:
    values = {"group_id": change.group, "category": change.category}
    yield Statement("rerouted_shown", {**values, "at": change.at})
    yield Statement("dialogs_rerouted", {**values, "to": change.to})


@statements.register
def _(change: PostRecorded) -> Iterator[Statement]:
    yield message_ref_saved(change.ref, None, change.dialog)
