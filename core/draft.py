"""A dialog that is being written: a topic, a comment and files, in any order and in several messages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from core.catalogue.topic_field import TopicField
from core.content import Content, Limits, is_blank, must_be_kept
from core.errors import DraftIncomplete, TooManyParts
from core.message import IncomingMessage, MessageRef

MOST_PARTS = 60
IN_ONE_GO = 2  # seconds from one message to the next


@dataclass(frozen=True, slots=True)
class Draft:
    topic: str = ""  # empty until it is chosen
    parts: tuple[IncomingMessage, ...] = ()
    refused: int = 0  # files that were sent and not kept; the receipt says so
    searched: tuple[MessageRef, ...] = ()  # parts that were words of a search first
    follows: int | None = None  # a dialog that was rated badly: this one goes on with its question
    answers: Mapping[str, str] = field(default_factory=dict)  # to fields of topics, by key; empty where it was skipped
    changing: str = ""  # the field whose answer is to be another one
    rewriting: bool = False  # the next words take the comment's place

    @property
    def comment(self) -> str:
        return "\n".join(part.content.text for part in self.parts if not is_blank(part.content.text))

    @property
    def files(self) -> tuple[IncomingMessage, ...]:
        return tuple(part for part in self.parts if part.content.file)

    @property
    def size(self) -> int:
        return sum(part.content.size for part in self.parts)

    @property
    def written_at(self) -> int | None:
        """Its last words, by the messenger's clock."""
        return max((part.second for part in self.parts if part.second is not None), default=None)

    @property
    def is_complete(self) -> bool:
        return bool(self.topic and self.comment)

    @property
    def is_empty(self) -> bool:
        return not self.parts

    @property
    def is_blank(self) -> bool:
        """Nothing was written and no field answered."""
        return self.is_empty and not any(self.answers.values())

    @property
    def is_begun(self) -> bool:
        """There is more to it than the words of a search."""
        return bool(self.topic and not self.is_blank) or any(part.ref not in self.searched for part in self.parts)

    @property
    def asks_two(self) -> bool:
        """Its last words came when there was a comment already, and not in one go with it."""
        words = [part for part in self.parts if part.ref not in self.searched and not is_blank(part.content.text)]
        if len(words) < 2 or words[-1] is not self.parts[-1] or words[-1].content.file:
            return False
        before, after = words[-2].second, words[-1].second
        return before is None or after is None or after - before >= IN_ONE_GO

    def is_first_of(self, album: str | None) -> bool:
        """Whether a message of this album would be the first of it here."""
        return album is None or all(part.album != album for part in self.parts)

    def must_be_ready(self, fields: Iterable[TopicField] = ()) -> None:
        if not self.is_ready(fields):
            raise DraftIncomplete()

    def with_topic(self, topic: str) -> "Draft":
        return replace(self, topic=topic, follows=self.follows if topic == self.topic else None)

    def following(self, topic: str, number: int) -> "Draft":
        return replace(self, topic=topic, follows=number)

    def asks(self, fields: Iterable[TopicField]) -> TopicField | None:
        """The field that is to be answered next."""
        if self.rewriting:
            return None
        open_ones = [one for one in fields if one.key == self.changing or one.key not in self.answers]
        return next((one for one in open_ones if one.key == self.changing), open_ones[0] if open_ones else None)

    def with_answer(self, key: str, value: str) -> "Draft":
        """Nothing: the field is skipped."""
        return replace(self, answers={**self.answers, key: value}, changing="")

    def with_changing(self, key: str) -> "Draft":
        return replace(self, changing=key, rewriting=False)

    def is_ready(self, fields: Iterable[TopicField]) -> bool:
        """Whether everything marked * is filled."""
        return self.is_complete and all(self.answers.get(one.key) for one in fields if one.required)

    def with_refused(self) -> "Draft":
        return replace(self, refused=self.refused + 1)

    def with_part(self, part: IncomingMessage, limits: Limits) -> "Draft":
        must_be_kept(part.content)
        if len(self.parts) >= MOST_PARTS:
            raise TooManyParts(most=MOST_PARTS)
        limits.check(part.content, self.size)
        before = self.without_comment() if self.rewriting and not is_blank(part.content.text) else self
        return replace(before, parts=(*before.parts, part))

    def with_search(self, part: IncomingMessage, limits: Limits) -> "Draft":
        """Words by which a topic is looked for are the comment too, unless one is written already."""
        if any(part.content.text and part.ref not in self.searched for part in self.parts):
            return self
        return replace(self.with_part(part, limits), searched=(*self.searched, part.ref))

    def without_search(self) -> "Draft":
        kept = tuple(part for part in self.parts if part.ref not in self.searched)
        return replace(self, parts=kept, searched=())

    def search_says_only(self, titles: Iterable[str]) -> bool:
        """The words of the search tell support nothing that the topic does not."""
        said = _words(part.content.text for part in self.parts if part.ref in self.searched)
        return bool(said) and said <= _words(titles)

    def edited(self, ref: MessageRef, content: Content, limits: Limits) -> "Draft":
        """The seller corrected a message that is part of the draft."""
        must_be_kept(content)
        others = self.size - sum(part.content.size for part in self.parts if part.ref == ref)
        limits.check(content, others)
        return replace(
            self,
            parts=tuple(replace(part, content=content) if part.ref == ref else part for part in self.parts),
        )

    def has(self, ref: MessageRef) -> bool:
        return any(part.ref == ref for part in self.parts)

    def without_last(self) -> "Draft":
        return replace(self, parts=self.parts[:-1])

    def without_files(self) -> "Draft":
        """Files go; a caption that was part of the comment stays as text."""
        kept = (
            part if part.content.file is None else replace(part, content=part.content.as_text, album=None)
            for part in self.parts
        )
        return replace(self, parts=tuple(part for part in kept if part.content.text), refused=0)

    def without_file(self, ref: MessageRef) -> "Draft":
        kept = (
            replace(part, content=part.content.as_text, album=None) if part.ref == ref else part for part in self.parts
        )
        return replace(self, parts=tuple(part for part in kept if part.content.text or part.content.file))

    def with_rewriting(self, rewriting: bool) -> "Draft":
        return replace(self, rewriting=rewriting)

    def without_comment(self) -> "Draft":
        return replace(
            self,
            searched=(),
            rewriting=False,
            parts=tuple(
                replace(part, content=replace(part.content, text="", entities=()))
                for part in self.parts
                if part.content.file
            ),
        )

    def to_data(self) -> dict[str, Any]:
        return {
            "topic": self.topic,
            "refused": self.refused,
            "searched": [ref.to_data() for ref in self.searched],
            "rewriting": self.rewriting,
            "follows": self.follows,
            "answers": dict(self.answers),
            "changing": self.changing,
            "parts": [
                {
                    "content": part.content.to_data(),
                    "ref": part.ref.to_data(),
                    "album": part.album,
                    "second": part.second,
                }
                for part in self.parts
            ],
        }

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> "Draft":
        return cls(
            topic=data["topic"],
            refused=data.get("refused", 0),
            searched=tuple(MessageRef.from_data(ref) for ref in data.get("searched", ())),
            rewriting=data.get("rewriting", False),
            follows=data.get("follows"),
            answers=data.get("answers", {}),
            changing=data.get("changing", ""),
            parts=tuple(
                IncomingMessage(
                    Content.from_data(part["content"]),
                    MessageRef.from_data(part["ref"]),
                    part.get("album"),
                    second=part.get("second"),
                )
                for part in data["parts"]
            ),
        )


def _words(texts: Iterable[str]) -> frozenset[str]:
    letters = " ".join(texts).casefold().replace("ё", "е")
    return frozenset("".join(letter if letter.isalnum() else " " for letter in letters).split())
