"""How the search does on this desk, and what it learns from it: counts, no texts."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from core.change import Change
from core.search import Evidence
from core.units import DAY

IN_SIGHT = 3  # results that are seen before anybody scrolls


class SearchEvent(StrEnum):
    ASKED = "asked"
    NOTHING = "nothing"  # nothing was found
    FIRST = "first"  # the first result was chosen
    IN_SIGHT = "in-sight"  # the second or the third
    BELOW = "below"
    ELSEWHERE = "elsewhere"  # a topic that was not among the results
    SOLVED = "solved"  # «Вопрос решён»: no dialog was needed
    MOVED = "moved"  # by an agent, later, to another topic


def chosen_at(place: int) -> SearchEvent:
    """`place`: from 0."""
    if place == 0:
        return SearchEvent.FIRST
    return SearchEvent.IN_SIGHT if place < IN_SIGHT else SearchEvent.BELOW


@dataclass(frozen=True, slots=True)
class SearchCounted(Change):
    what: SearchEvent
    at: int

    @property
    def day(self) -> int:
        return self.at // DAY


@dataclass(frozen=True, slots=True)
class WordMissed(Change):
    """A word by which `topic` was not found; no topic where none was chosen."""

    word: str
    topic: str
    at: int


@dataclass(frozen=True, slots=True)
class WordLearned(Change):
    """An admin added it to a topic: it is missed no more."""

    word: str


@dataclass(frozen=True, slots=True)
class EvidenceKept(Change):
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class EvidenceForgotten(Change):
    stem: str
    topic: str


@dataclass(frozen=True, slots=True)
class SearchTaught(Change):
    """Dialogs that ended until then have been learned from."""

    until: int


@dataclass(frozen=True, slots=True)
class EndedQuestion:
    """The first message of a dialog, and the topic under which it was answered."""

    words: str
    topic: str
    ended_at: int


@dataclass(frozen=True, slots=True)
class Missed:
    word: str
    topic: str
    count: int


class SearchReads(Protocol):
    async def evidence(self) -> list[Evidence]: ...
    async def taught_until(self) -> int: ...
    async def ended_questions(self, after: int, until: int, limit: int) -> list[EndedQuestion]:
        """Of dialogs that were answered and have ended, oldest first."""

    async def search_figures(self, since: int, until: int) -> dict[str, int]: ...
    async def missed_words(self, limit: int) -> list[Missed]:
        """The most frequent first."""
