"""Where a message stands in the messenger, as it was written there or delivered."""

from enum import IntEnum

from core.message import MessageRef
from core.unit_of_work import Duplicate
from storage.statements import Statement


class Place(IntEnum):
    DELIVERED = 0
    WRITTEN = 1
    WORDS = 2  # beside it: the rest of its caption, or its heading


def message_ref_saved(ref: MessageRef, message: int | None, dialog: int, place: Place = Place.DELIVERED) -> Statement:
    return Statement(
        "message_ref_saved",
        {
            "chat_id": ref.chat_id,
            "post_id": ref.message_id,
            "message": message,
            "dialog": dialog,
            "source": int(place),
        },
        guard=Duplicate if place is Place.WRITTEN else None,
    )
