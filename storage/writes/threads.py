"""Where dialogs stand in the agents' groups."""

from collections.abc import Iterator

from core.threads import GroupMoved, PostRecorded, ThreadClosed, ThreadSaved
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
        },
    )


@statements.register
def _(change: ThreadClosed) -> Iterator[Statement]:
    yield Statement(
        "thread_closed", {"dialog": change.dialog, "thread_id": change.thread_id, "closed": int(change.closed)}
    )


@statements.register
def _(change: GroupMoved) -> Iterator[Statement]:
    both = {"old": change.old, "new": change.new}
    yield Statement("group_moved", both)
    yield Statement("dialogs_moved", both)
    yield Statement("threads_moved", both)


@statements.register
def _(change: PostRecorded) -> Iterator[Statement]:
    yield message_ref_saved(change.ref, None, change.dialog, source=False)
