"""Rows as what core knows them by."""

from typing import Any

import orjson

from core.content import Content
from core.dialog import Dialog, Ending, FieldValue, Status, Titles
from core.fsm import FsmState
from core.message import Message, Side
from core.person import Person
from core.threads import Thread
from storage.database import Row

PLAIN = (
    "number", "seller_id", "category", "topic", "group_id", "created_at", "waiting_since", "due_at", "warn_at",
    "snoozed_until", "woken_at", "woken_from", "seller_said_at",
    "support_said_at", "reminded_at", "answered_at", "first_answer_at", "ended_at", "rating", "rating_comment",
    "rated_at", "agent_id", "agent_name", "version", "nudged_at", "escalated_at", "merged_into",
)  # fmt: skip


def dialog(row: Row) -> Dialog:
    ending = row["ending"]
    return Dialog(
        titles=titles(row["titles"]),
        fields=tuple(FieldValue(*value) for value in orjson.loads(row["fields"])),
        status=Status(row["status"]),
        ending=Ending(ending) if ending else None,
        has_files=bool(row["has_files"]),
        snooze_told=bool(row["snooze_told"]),
        support_wrote_at=row["support_wrote_at"],
        **{name: row[name] for name in PLAIN},
    )


def titles(text: str) -> Titles:
    category, topic = orjson.loads(text)
    return Titles(category=category, topic=topic)


def message(row: Row, number: int | None = None) -> Message:
    """A row of `message`, or (with the dialog's `number`) of a query that joins it under other names."""
    joined = number is not None
    return Message(
        id=row["message_id" if joined else "id"],
        dialog=row["dialog"] if number is None else number,
        side=Side(row["side"]),
        author_id=row["author_id"],
        author_name=row["author_name"],
        content=Content.from_data(orjson.loads(row["content"])),
        created_at=row["message_at" if joined else "created_at"],
        edited_at=row["edited_at"],
        asks=bool(row["asks"]),
        holds=bool(row["holds"]),
        album=row["message_album" if joined else "album"],
        merged_from=row["merged_from"],
        merged_at=row["merged_at"],
    )


def person(row: Row) -> Person:
    return Person(**{name: row[name] for name in Person.__slots__})


def fsm_state(row: Row) -> FsmState:
    return FsmState(row["state"], data(row["data"]) if row["data"] else {}, row["version"] or 0)


def thread(row: Row) -> Thread:
    return Thread(
        chat_id=row["chat_id"],
        thread_id=row["thread_id"],
        card_id=row["card_id"],
        name=row["name"],
        closed=bool(row["closed"]),
    )


def joined_thread(row: Row) -> Thread | None:
    """Of a query that joins the thread of a dialog under other names."""
    if row["thread_chat"] is None:
        return None
    return Thread(
        chat_id=row["thread_chat"],
        thread_id=row["thread_id"],
        card_id=row["card_id"],
        name=row["thread_name"],
        closed=bool(row["thread_closed"]),
    )


def data(text: str) -> dict[str, Any]:
    loaded = orjson.loads(text)
    assert isinstance(loaded, dict)
    return loaded
