"""The history, and where its messages stand."""

from collections.abc import Iterator

from core.message import MessageAdded, MessageEdited, MessageRecalled
from core.unit_of_work import Conflict
from storage import words
from storage.statements import Statement, statements, to_json
from storage.writes.message_refs import placed


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
            "words": words.of_content(message.content),
            "created_at": message.created_at,
            "asks": int(message.asks),
            "album": message.album,
        },
    )
    if record.source:
        yield placed(record.source, message.id, message.dialog, source=True)


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
            "words": words.of_content(record.content),
            "at": record.at,
        },
    )


@statements.register
def _(record: MessageRecalled) -> Iterator[Statement]:
    yield Statement("relay_recalled", {"message": record.message_id}, guard=Conflict)
    yield Statement("message_recalled", {"message": record.message_id})
