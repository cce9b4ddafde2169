"""Records of a Work as named statements: one function a record."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import singledispatch
from typing import Any

from core.dialog import Dialog
from core.draft import MessageRef
from core.notices import Notice, NoticeKind
from core.work import (
    AlbumGrew,
    CatalogueReplaced,
    Conflict,
    ConversationKept,
    Delivered,
    DialogChanged,
    DialogOpened,
    Duplicate,
    GroupMoved,
    MessageAdded,
    MessageEdited,
    Noted,
    PersonChanged,
    PersonSeen,
    PlaceKept,
    PostPlaced,
    Told,
    TopicTaken,
    Undeliverable,
    UpdateSeen,
    UpdateSetAside,
    Withheld,
    WrittenTo,
)


@dataclass(frozen=True, slots=True)
class Statement:
    """A named query of `sql/`. `guard`: what is raised where it changes no row."""

    name: str
    values: dict[str, Any]
    guard: type[Exception] | None = None


def to_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@singledispatch
def statements(record: Any) -> Iterator[Statement]:
    raise TypeError(f"no statement keeps a {type(record).__name__}")


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
def _(record: PersonSeen) -> Iterator[Statement]:
    person = record.person
    yield Statement(
        "person_seen",
        {
            "id": person.id,
            "name": person.name,
            "username": person.username,
            "language": person.language,
            "at": record.at,
        },
    )


@statements.register
def _(record: PersonChanged) -> Iterator[Statement]:
    for column, value in record.changes.items():
        yield Statement(f"person_{column}", {"id": record.person_id, "value": value})


@statements.register
def _(record: WrittenTo) -> Iterator[Statement]:
    yield Statement("person_written_to", {"id": record.seller_id, "number": record.number})


@statements.register
def _(record: ConversationKept) -> Iterator[Statement]:
    if record.state is None and not record.data:
        yield Statement("conversation_forgotten", {"key": record.key})
    else:
        yield Statement(
            "conversation_kept",
            {"key": record.key, "state": record.state, "data": to_json(record.data), "at": record.at},
        )


@statements.register
def _(record: TopicTaken) -> Iterator[Statement]:
    yield Statement(
        "take_topic",
        {
            "seller_id": record.seller_id,
            "topic": record.topic,
            "number": record.number,
            "at": record.at,
            "free_before": record.free_before,
        },
        guard=Conflict,
    )


@statements.register
def _(record: DialogOpened) -> Iterator[Statement]:
    dialog = record.dialog
    values = _dialog_values(dialog)
    names = ("number", "seller_id", "category", "topic", "titles", "group_id", "status", "created_at",
             "waiting_since", "has_files")  # fmt: skip
    yield Statement("dialog_opened", {name: values[name] for name in names})


@statements.register
def _(record: DialogChanged) -> Iterator[Statement]:
    values = _dialog_values(record.dialog)
    for name in ("seller_id", "created_at", "first_answer_at"):
        del values[name]
    yield Statement("dialog_changed", values, guard=Conflict)


def _dialog_values(dialog: Dialog) -> dict[str, Any]:
    values = {name: getattr(dialog, name) for name in Dialog.__slots__}
    return values | {
        "titles": to_json([dialog.titles.category, dialog.titles.topic]),
        "status": dialog.status.value,
        "ending": dialog.ending.value if dialog.ending else None,
        "has_files": int(dialog.has_files),
    }


@statements.register
def _(record: MessageAdded) -> Iterator[Statement]:
    message = record.message
    yield Statement(
        "message_added",
        {
            "id": message.id,
            "dialog": message.dialog,
            "side": message.side.value,
            "author_id": message.author_id,
            "author_name": message.author_name,
            "kind": message.content.kind.value,
            "content": to_json(message.content.to_data()),
            "size": message.content.size,
            "created_at": message.created_at,
            "asks": int(message.asks),
            "album": message.album,
        },
    )
    if record.source:
        yield _placed(record.source, message.id, message.dialog, source=True)


def _placed(ref: MessageRef, message: int | None, dialog: int, *, source: bool) -> Statement:
    return Statement(
        "placed",
        {
            "chat_id": ref.chat_id,
            "post_id": ref.message_id,
            "message": message,
            "dialog": dialog,
            "source": int(source),
        },
        guard=Duplicate if source else None,
    )


@statements.register
def _(record: MessageEdited) -> Iterator[Statement]:
    yield Statement("version_kept", {"id": record.message_id, "at": record.at})
    yield Statement(
        "message_edited",
        {
            "id": record.message_id,
            "kind": record.content.kind.value,
            "content": to_json(record.content.to_data()),
            "size": record.content.size,
            "at": record.at,
        },
    )


@statements.register
def _(record: Withheld) -> Iterator[Statement]:
    yield Statement("relay_withheld", {"message": record.message_id}, guard=Conflict)
    yield Statement("message_withheld", {"message": record.message_id})


@statements.register
def _(record: Told) -> Iterator[Statement]:
    notice = record.notice
    if notice.kind is NoticeKind.CARD:
        yield Statement(
            "card_told",
            {
                "lane": notice.lane,
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
        "lane": notice.lane,
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
def _(record: CatalogueReplaced) -> Iterator[Statement]:
    yield Statement("catalogue_replaced", {"text": record.text, "at": record.at, "by": record.by})


@statements.register
def _(record: Noted) -> Iterator[Statement]:
    yield Statement(
        "noted",
        {"by": record.by, "deed": record.deed, "details": to_json(record.values), "at": record.at},
    )


@statements.register
def _(record: Delivered) -> Iterator[Statement]:
    yield Statement("delivered", {"id": record.notice_id, "at": record.at})
    for ref, message in record.placed:
        assert record.dialog is not None
        yield _placed(ref, message, record.dialog, source=False)
    if record.first_answer:
        yield Statement("first_answer", {"number": record.dialog, "at": record.at})


@statements.register
def _(record: Undeliverable) -> Iterator[Statement]:
    yield Statement("undeliverable", {"id": record.notice_id, "at": record.at, "error": record.error})


@statements.register
def _(record: PlaceKept) -> Iterator[Statement]:
    yield Statement(
        "place_kept",
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
def _(record: PostPlaced) -> Iterator[Statement]:
    yield _placed(record.ref, None, record.dialog, source=False)


@statements.register
def _(record: GroupMoved) -> Iterator[Statement]:
    both = {"old": record.old, "new": record.new}
    yield Statement("group_moved", both)
    yield Statement("dialogs_moved", both)
    yield Statement("places_moved", both)
