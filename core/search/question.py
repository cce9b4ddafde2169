"""A question as the index understands it, and how close a title or a keyword comes to it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from core.search.document import Phrase, Phrases
from core.search.vocabulary import Meant

FEW = 3  # words
OTHER_PHRASES = 0.5  # what the other phrases of a topic add to the closest one


@dataclass(frozen=True, slots=True)
class Asked:
    """A word of the question: what it may mean, where that stands (topic -> weight), how rare that is."""

    meant: Meant
    places: Mapping[int, float]
    idf: float
    is_ordinary: bool


class Told(NamedTuple):
    """What the question tells of a stem."""

    sure: float  # by how sure the word means it
    at_most: float
    word: int  # which word of the question it was


class Question:
    def __init__(self, asked: Sequence[Asked], unknown: int) -> None:
        self.asked = asked
        self.words = len(asked) + unknown
        self.whole = sum(word.idf for word in asked)
        self.is_small_talk = self.words <= FEW and all(word.is_ordinary for word in asked)
        self.told: dict[str, Told] = {}
        for number, word in enumerate(asked):
            for stem, sure in word.meant.items():
                told = Told(word.idf * sure, word.idf, number)
                self.told[stem] = max(told, self.told.get(stem, told))

    def closeness(self, phrases: Phrases) -> float:
        """By the closest phrase, and by each word's own closest: a long question is of several phrases."""
        stems = sorted(phrases.having.keys() & self.told.keys())
        hits = [(self.told[stem], phrases.idf[stem], phrases.having[stem]) for stem in stems]
        common: dict[int, float] = defaultdict(float)
        whole: dict[int, float] = {}
        for told, idf, having in hits:
            for phrase in having:
                common[phrase] += told.sure
                whole[phrase] = whole.get(phrase, phrases.whole[phrase]) + told.at_most - idf
        words: dict[int, float] = defaultdict(float)
        for told, _, having in hits:
            words[told.word] = max(
                words[told.word], told.sure * max(common[phrase] / whole[phrase] for phrase in having)
            )
        closest = max((2 * shared**2 / (whole[phrase] + self.whole) for phrase, shared in common.items()), default=0.0)
        return closest + OTHER_PHRASES * sum(words.values())

    def is_mostly(self, phrases: Iterable[Phrase]) -> bool:
        """Whether it has all words of one of the phrases, and few others."""
        return any(phrase <= self.told.keys() and 2 * len(phrase) > self.words for phrase in phrases if phrase)
