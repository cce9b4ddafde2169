"""What must be told, and what became of it."""

from collections.abc import Iterator
from typing import Any

from core.outbox import AlbumGrew, Delivered, Notice, NoticeKind, NoticeQueued, SentAgain, Undeliverable
from storage.statements import Statement, statements, to_json
from storage.writes.message_refs import placed


@statements.register
def _(record: NoticeQueued) -> Iterator[Statement]:
    notice = record.notice
    if notice.kind is NoticeKind.CARD:
        yield Statement(
            "card_queued",
            {
                "stream": notice.stream,
                "dialog": notice.dialog,
                "priority": int(notice.priority),
                "due_at": notice.due_at,
                "created_at": record.at,
            },
        )
        return
    yield Statement("notice_queued", _notice_values(notice, record.at))


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
    yield Statement("again_queued", {"stream": record.stream, "at": record.at})
