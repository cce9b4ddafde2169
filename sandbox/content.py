"""What a message carries: the fields of the Bot API's Message for each kind of content."""

import secrets
from typing import Any

from sandbox.files import File
from sandbox.refusals import Json

CONTENT = (
    "text", "entities", "link_preview_options", "caption", "caption_entities", "show_caption_above_media",
    "has_media_spoiler", "animation", "audio", "document", "photo", "sticker", "video", "video_note", "voice",
    "contact", "dice", "poll", "venue", "location", "forward_origin",
)  # fmt: skip
FILE_KINDS = frozenset({"animation", "audio", "document", "photo", "sticker", "video", "video_note", "voice"})
CAPTIONED = frozenset({"animation", "audio", "document", "photo", "video", "voice"})


def content_of(message: Json) -> Json:
    """What a copy of it says."""
    return {name: message[name] for name in CONTENT if name in message and name != "forward_origin"}


def origin_of(message: Json) -> Json:
    """Bot API MessageOrigin, for a forward of it."""
    if "forward_origin" in message:
        return dict(message["forward_origin"])
    if "sender_chat" in message:
        return {"type": "chat", "sender_chat": message["sender_chat"], "date": message["date"]}
    return {"type": "user", "sender_user": message["from"], "date": message["date"]}


def media(file: File, **more: Any) -> Json:
    """`{kind: …}` of a file; an animation is told as a document, too."""
    known: Json = {"file_id": file.id, "file_unique_id": file.unique_id, "file_size": file.size}
    named = {"file_name": file.name, "mime_type": file.mime}
    framed = {"width": file.width, "height": file.height}
    match file.kind:
        case "photo":
            return {"photo": [known | framed]}
        case "document":
            return {"document": known | named}
        case "video":
            return {"video": known | named | framed | {"duration": 12} | more}
        case "animation":
            return {"animation": known | named | framed | {"duration": 3} | more, "document": known | named}
        case "audio":
            return {"audio": known | named | {"duration": 180} | more}
        case "voice":
            return {"voice": known | {"mime_type": file.mime, "duration": 5} | more}
        case "video_note":
            return {"video_note": known | {"length": 240, "duration": 8} | more}
    shape = {
        "type": "regular",
        "width": 512,
        "height": 512,
        "is_animated": False,
        "is_video": False,
        "emoji": "🙂",
    }
    return {"sticker": known | shape | more}


def file_id_of(message: Json) -> str | None:
    """Of the file that a message carries."""
    for kind in ("animation", *sorted(FILE_KINDS)):
        if kind in message:
            found = message[kind][-1] if kind == "photo" else message[kind]
            return str(found["file_id"])
    return None


def poll(question: str, options: list[str]) -> Json:
    return {
        "poll": {
            "id": str(secrets.randbits(62)),
            "question": question,
            "options": [
                {"persistent_id": str(n), "text": text, "voter_count": 0} for n, text in enumerate(options)
            ],
            "total_voter_count": 0, "is_closed": False, "is_anonymous": True, "type": "regular",
            "allows_multiple_answers": False, "allows_revoting": True, "members_only": False,
        }
    }  # fmt: skip


def dice(emoji: str = "🎲") -> Json:
    return {"dice": {"emoji": emoji, "value": secrets.randbelow(6) + 1}}
