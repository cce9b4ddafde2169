"""The history, and where its messages stand."""

from collections.abc import Iterator

from core.message import MessageAdded, MessageEdited, MessageRecalled, WordsPosted
from core.unit_of_work import Conflict
from storage import search_words as words
from storage.statements import Statement, statements, to_json
from storage.writes.message_refs import Place, message_ref_saved


@statements.register
def _(change: MessageAdded) -> Iterator[Statement]:
    message = change.message
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
            "holds": int(message.holds),
            "album": message.album,
        },
        guard=Conflict,  # two processes may give one number in one millisecond: it is decided again, under another
    )
    if change.source:
        yield message_ref_saved(change.source, message.id, message.dialog, Place.WRITTEN)


@statements.register
def _(change: WordsPosted) -> Iterator[Statement]:
    yield message_ref_saved(change.ref, change.message, change.dialog, Place.WORDS)


@statements.register
def _(change: MessageEdited) -> Iterator[Statement]:
    yield Statement("version_kept", {"id": change.message.id, "at": change.at})
    yield Statement(
        "message_edited",
        {
            "id": change.message.id,
            "kind": change.content.kind.value,
            "content": to_json(change.content.to_data()),
            "size": change.content.size,
            "words": words.of_content(change.content),
            "at": change.at,
        },
    )


@statements.register
def _(change: MessageRecalled) -> Iterator[Statement]:
    yield Statement("relay_recalled", {"message": change.message.id}, guard=Conflict)
    yield Statement("message_recalled", {"message": change.message.id})
