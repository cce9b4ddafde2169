"""Answers that helped before, found again by the telling words of the questions that they answered."""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Protocol, TypeVar

from core.canned import CannedAnswer
from core.change import Change
from core.content import is_blank
from core.dialog import Dialog
from core.message import Message, Side
from core.person import Person
from core.search import learnable_stems
from core.small_talk import is_thanks
from core.units import DAY

REMEMBERED_FOR = 365 * DAY
MOST_OF_TOPIC = 500  # answers; then the oldest are forgotten
MOST_STEMS = 16  # of a question; the longest, which tell most

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class HelpfulAnswer:
    dialog: int
    topic: str
    message: int
    at: int  # the dialog's end; UTC ms
    stems: frozenset[str]  # of the question


@dataclass(frozen=True, slots=True)
class AnswerRemembered(Change):
    answer: HelpfulAnswer


@dataclass(frozen=True, slots=True)
class OldestAnswersForgotten(Change):
    """Of a topic that has more than are kept."""

    topic: str


@dataclass(frozen=True, slots=True)
class AnswersReadUntil(Change):
    """Dialogs that ended until then have been looked through."""

    until: int


@dataclass(frozen=True, slots=True)
class SharedStem:
    """An earlier dialog whose question has the stem too."""

    stem: str
    dialog: int
    at: int


@dataclass(frozen=True, slots=True)
class EarlierAnswer:
    """With all by which its seller could be known."""

    dialog: Dialog
    seller: Person
    message: Message
    names: frozenset[str] = frozenset()  # of all who wrote there, as they were called then
    parts: tuple[Dialog, ...] = ()  # dialogs that became part of it


class SimilarReads(Protocol):
    async def answers_read_until(self) -> int: ...
    async def helped_dialogs(self, after: int, until: int, limit: int) -> list[Dialog]:
        """Rated 4 or 5, or ended without a rating after an answer; the first to end first."""

    async def shared_stems(self, topic: str, stems: Collection[str]) -> list[SharedStem]: ...
    async def earlier_answer(self, number: int) -> EarlierAnswer | None:
        """The one that helped in this dialog; None where there is none, or its seller came to think otherwise."""


def question_of(history: Sequence[Message]) -> str:
    """What the seller wrote before anybody answered; of `history` from its beginning."""
    first = next((place for place, message in enumerate(history) if _replies(message)), len(history))
    return _words(history[:first])


def open_question_of(history: Sequence[Message]) -> str:
    """What waits for an answer, and behind it how the dialog began."""
    last = max((place for place, message in enumerate(history) if _replies(message)), default=-1)
    waiting = _words(history[last + 1 :])
    return waiting if last < 0 else f"{waiting}\n{question_of(history)}"


def _replies(message: Message) -> bool:
    """A word in between is no answer."""
    return message.side is Side.AGENT and not message.holds


def _words(messages: Iterable[Message]) -> str:
    return "\n".join(message.content.text for message in messages if message.side is Side.SELLER)


def telling_stems(words: str) -> frozenset[str]:
    found = learnable_stems(words)
    return frozenset(sorted(found, key=lambda stem: (-len(stem), stem))[:MOST_STEMS])


def helpful_answer(dialog: Dialog, history: Sequence[Message]) -> HelpfulAnswer | None:
    """The fullest answer of a dialog that ended well; None where the seller went on asking."""
    answers = [one for one in history if _replies(one) and not one.asks and not is_blank(one.content.text)]
    stems = telling_stems(question_of(history))
    if not answers or not stems or (dialog.rating is None and _asked_again(history)):
        return None
    fullest = max(answers, key=lambda answer: len(answer.content.text))
    return HelpfulAnswer(dialog.number, dialog.topic, fullest.id, dialog.ended_at or 0, stems)


def _asked_again(history: Sequence[Message]) -> bool:
    """The last word was not an answer; thanks are none."""
    said = [one for one in history if _replies(one) or (one.side is Side.SELLER and not is_thanks(one.content.text))]
    return not said or not _replies(said[-1]) or said[-1].asks


def alike(having: Mapping[str, Collection[Key]]) -> dict[Key, float]:
    """How much each has in common with a question, by its stems: the rarer one is, the more it says."""
    scores: dict[Key, float] = defaultdict(float)
    for stem in sorted(having):
        weight = log(1 + MOST_OF_TOPIC / len(having[stem])) if having[stem] else 0.0
        for key in having[stem]:
            scores[key] += weight
    return scores


def similar_dialogs(shared: Iterable[SharedStem]) -> list[int]:
    """The most alike first, among equals the newest."""
    having: dict[str, list[int]] = defaultdict(list)
    ended_at: dict[int, int] = {}
    for one in shared:
        having[one.stem].append(one.dialog)
        ended_at[one.dialog] = one.at
    scores = alike(having)
    return sorted(scores, key=lambda number: (-scores[number], -ended_at[number]))


def similar_canned(canned_answers: Iterable[CannedAnswer], stems: frozenset[str]) -> list[CannedAnswer]:
    """Those that share telling words with a question, by title, section and text."""
    by_id = {one.id: one for one in canned_answers}
    having: dict[str, list[int | None]] = defaultdict(list)
    for canned_id, one in by_id.items():
        known = learnable_stems(f"{one.category} {one.title}").union(*map(learnable_stems, one.texts))
        for stem in stems & known:
            having[stem].append(canned_id)
    scores = alike(having)
    return [by_id[canned_id] for canned_id in sorted(scores, key=lambda canned_id: -scores[canned_id])]
