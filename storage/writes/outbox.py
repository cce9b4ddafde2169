"""What was received, and what must be told."""

from collections.abc import Iterator
from typing import Any

from core.inbox import UpdateSeen, UpdateSetAside, UpdateTakenUp
from core.outbox import AlbumGrew, Delivered, Notice, NoticeKind, NoticeQueued, SentAgain, Undeliverable
from core.unit_of_work import Duplicate
from storage.statements import Statement, statements, to_json
from storage.writes.message_refs import placed


@statements.register
def _(record: UpdateSeen) -> Iterator[Statement]:
    yield Statement("update_seen", {"update_id": record.update_id, "at": record.at}, guard=Duplicate)


@statements.register
def _(record: UpdateSetAside) -> Iterator[Statement]:
    yield Statement(
        "update_set_aside",
        {"update_id": record.update_id, "body": record.body, "error": record.error, "at": record.at},
    )


@statements.register
def _(record: UpdateTakenUp) -> Iterator[Statement]:
    yield Statement("update_taken_up", {"update_id": record.update_id}, guard=Duplicate)


@statements.register
def _(record: NoticeQueued) -> Iterator[Statement]:
    notice = record.notice
    if notice.kind is NoticeKind.CARD:
        yield Statement(
            "card_told",
            {
                "stream": notice.stream,
                "dialog": notice.dialog,
                "priority": int(notice.priority),
                "due_at": notice.due_at,
                "created_at": record.at,
            },
        )
        return
    yield Statement("told", _notice_values(notice, record.at))


def _notice_values(notice: Notice, at: int) -> dict[str, Any]:
    return {
        "stream": notice.stream,
        "kind": notice.kind.value,
        "dialog": notice.dialog,
        "message": notice.message,
        "details": to_json(notice.values),
        "album": notice.album,
        "priority": int(notice.priority),
        "due_at": notice.due_at,
        "created_at": at,
    }


@statements.register
def _(record: AlbumGrew) -> Iterator[Statement]:
    yield Statement("album_grew", {"album": record.album, "due_at": record.due_at})


@statements.register
def _(record: Delivered) -> Iterator[Statement]:
    yield Statement("delivered", {"id": record.notice_id, "at": record.at})
    for ref, message in record.placed:
        assert record.dialog is not None
        yield placed(ref, message, record.dialog, source=False)
        if message is not None:
            yield Statement("message_delivered", {"id": message, "at": record.at})
            yield Statement("turn_answered", {"dialog": record.dialog, "message": message, "at": record.at})
    if record.first_answer:
        yield Statement("first_answer", {"number": record.dialog, "at": record.at})


@statements.register
def _(record: Undeliverable) -> Iterator[Statement]:
    yield Statement("undeliverable", {"id": record.notice_id, "at": record.at, "error": record.error})
    yield Statement("message_failed", {"notice": record.notice_id, "error": record.error})


@statements.register
def _(record: SentAgain) -> Iterator[Statement]:
    yield Statement("send_again", {"stream": record.stream, "at": record.at})
    yield Statement("told_again", {"stream": record.stream, "at": record.at})
