"""Where a message stands in the messenger, as it was written there or delivered."""

from core.message import MessageRef
from core.unit_of_work import Duplicate
from storage.statements import Statement


def message_ref_saved(ref: MessageRef, message: int | None, dialog: int, *, source: bool) -> Statement:
    return Statement(
        "message_ref_saved",
        {
            "chat_id": ref.chat_id,
            "post_id": ref.message_id,
            "message": message,
            "dialog": dialog,
            "source": int(source),
        },
        guard=Duplicate if source else None,
    )
