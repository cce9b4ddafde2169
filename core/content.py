"""What a person can send, and what of it may be attached to a dialog."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from core.errors import CommentEmpty, FileTooLarge, KindUnsupported, TotalTooLarge
from core.units import MEGABYTE


class Kind(StrEnum):
    TEXT = "text"
    PHOTO = "photo"
    DOCUMENT = "document"
    VIDEO = "video"
    ANIMATION = "animation"
    AUDIO = "audio"
    VOICE = "voice"
    VIDEO_NOTE = "video_note"
    STICKER = "sticker"
    CONTACT = "contact"
    LOCATION = "location"
    VENUE = "venue"


ATTACHABLE = frozenset({Kind.PHOTO, Kind.DOCUMENT, Kind.VIDEO, Kind.ANIMATION, Kind.AUDIO, Kind.VOICE, Kind.VIDEO_NOTE})
FROM_SELLER = ATTACHABLE | {Kind.TEXT}


@dataclass(frozen=True, slots=True)
class File:
    id: str
    unique_id: str
    name: str | None = None
    size: int = 0  # bytes; 0 where it is unknown
    mime: str | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """One message, whole: enough to send it again without its source."""

    kind: Kind
    text: str = ""  # the text, or the caption
    entities: tuple[dict[str, Any], ...] = ()  # formatting; offsets in UTF-16 units
    file: File | None = None
    details: dict[str, Any] = field(default_factory=dict)  # a contact's or a place's fields, spoiler flags

    @property
    def size(self) -> int:
        return self.file.size if self.file else 0

    @property
    def as_text(self) -> "Content":
        """What is left where a file can't be kept: its caption."""
        return Content(kind=Kind.TEXT, text=self.text, entities=self.entities)

    def to_data(self) -> dict[str, Any]:
        data: dict[str, Any] = {"kind": self.kind.value}
        if self.text:
            data["text"] = self.text
        if self.entities:
            data["entities"] = list(self.entities)
        if self.file:
            data["file"] = {
                name: value
                for name in ("id", "unique_id", "name", "size", "mime")
                if (value := getattr(self.file, name))
            }
        if self.details:
            data["details"] = self.details
        return data

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> "Content":
        file = data.get("file")
        return cls(
            kind=Kind(data["kind"]),
            text=data.get("text", ""),
            entities=tuple(data.get("entities", ())),
            file=File(**file) if file else None,
            details=data.get("details", {}),
        )


@dataclass(frozen=True, slots=True)
class Limits:
    max_file: int = 10 * MEGABYTE  # bytes, inclusive
    max_total: int = 50 * MEGABYTE  # bytes of one submission, inclusive

    def check(self, content: Content, total_before: int) -> None:
        if content.file is None:
            return
        name = content.file.name or ""
        if content.size > self.max_file:
            raise FileTooLarge(name=name, kind=content.kind.value, size=content.size, limit=self.max_file)
        if total_before + content.size > self.max_total:
            raise TotalTooLarge(
                name=name, kind=content.kind.value, size=content.size, room=self.max_total - total_before,
                limit=self.max_total,
            )  # fmt: skip


def must_be_kept(content: Content) -> None:
    """What a seller may send: files that can be attached, and words that a reader would see."""
    if content.kind not in FROM_SELLER:
        raise KindUnsupported(kind=content.kind.value)
    if content.file is None and is_blank(content.text):
        raise CommentEmpty()


def is_blank(text: str) -> bool:
    """Nothing that a reader would see: spaces, zero-width and direction marks only."""
    return not any(
        character.isprintable() and not character.isspace() and character not in _INVISIBLE for character in text
    )


_INVISIBLE = frozenset("\u00ad\u115f\u1160\u2800\u3164\ufe0e\ufe0f\uffa0")
