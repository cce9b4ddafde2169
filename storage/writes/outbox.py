"""What must be told, and what became of it."""

from collections.abc import Iterator

from core.events import EventsReplayed
from core.outbox import (
    UNREACHABLE,
    AlbumGrew,
    Delivered,
    HeldDropped,
    HeldSent,
    NoticeKind,
    NoticeQueued,
    SentAgain,
    Undeliverable,
)
from core.unit_of_work import Conflict
from storage.statements import Statement, statements, to_json
from storage.writes.message_refs import message_ref_saved

# Of these one that waits is enough.
QUEUED = {NoticeKind.CARD: "card_queued", NoticeKind.STARS: "stars_queued"}


@statements.register
def _(change: NoticeQueued) -> Iterator[Statement]:
    notice = change.notice
    yield Statement(
        QUEUED.get(notice.kind, "notice_queued"),
        {
            "stream": notice.stream,
            "kind": notice.kind.value,
            "dialog": notice.dialog,
            "message": notice.message,
            "details": to_json(notice.values),
            "album": notice.album,
            "priority": int(notice.priority),
            "due_at": notice.due_at,
            "created_at": change.at,
        },
    )


@statements.register
def _(change: AlbumGrew) -> Iterator[Statement]:
    yield Statement("album_grew", {"album": change.album, "due_at": change.due_at})


@statements.register
def _(change: Delivered) -> Iterator[Statement]:
    yield Statement("delivered", {"id": change.notice_id, "at": change.at})
    for ref, message in change.placed:
        assert change.dialog is not None
        yield message_ref_saved(ref, message, change.dialog)
        if message is not None:
            yield Statement("message_delivered", {"id": message, "at": change.at})
            yield Statement("turn_answered", {"dialog": change.dialog, "message": message, "at": change.at})
    if change.first_answer:
        message = next((message for _, message in change.placed if message is not None), None)
        yield Statement("first_answer", {"number": change.dialog, "at": change.at, "message": message})


@statements.register
def _(change: Undeliverable) -> Iterator[Statement]:
    yield Statement("undeliverable", {"id": change.notice_id, "at": change.at, "error": change.error})
    yield Statement("message_failed", {"notice": change.notice_id, "error": change.error})


@statements.register
def _(change: SentAgain) -> Iterator[Statement]:
    reasons = f",{','.join(sorted(UNREACHABLE))},"
    yield Statement("send_again", {"stream": change.stream, "at": change.at, "reasons": reasons})
    yield Statement("again_queued", {"stream": change.stream, "at": change.at})


@statements.register
def _(change: EventsReplayed) -> Iterator[Statement]:
    yield Statement("events_switched_on", {})
    yield Statement("events_replayed", {"since": change.since, "at": change.at})


@statements.register
def _(change: HeldSent) -> Iterator[Statement]:
    yield Statement("held_queued", {"at": change.at})
    yield Statement("held_dropped", {})


@statements.register
def _(change: HeldDropped) -> Iterator[Statement]:
    yield Statement("held_dropped", {}, guard=Conflict)
