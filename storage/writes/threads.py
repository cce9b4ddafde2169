"""Where dialogs stand in the agents' groups."""

from collections.abc import Iterator

from core.threads import GroupMoved, PostRecorded, ThreadClosed, ThreadSaved
from storage.statements import Statement, statements
from storage.writes.message_refs import placed


@statements.register
def _(record: ThreadSaved) -> Iterator[Statement]:
    yield Statement(
        "thread_saved",
        {
            "dialog": record.dialog,
            "chat_id": record.chat_id,
            "thread_id": record.thread_id,
            "card_id": record.card_id,
            "name": record.name,
            "closed": int(record.closed),
        },
    )


@statements.register
def _(record: ThreadClosed) -> Iterator[Statement]:
    yield Statement(
        "thread_closed", {"dialog": record.dialog, "thread_id": record.thread_id, "closed": int(record.closed)}
    )


@statements.register
def _(record: GroupMoved) -> Iterator[Statement]:
    both = {"old": record.old, "new": record.new}
    yield Statement("group_moved", both)
    yield Statement("dialogs_moved", both)
    yield Statement("threads_moved", both)


@statements.register
def _(record: PostRecorded) -> Iterator[Statement]:
    yield placed(record.ref, None, record.dialog, source=False)
