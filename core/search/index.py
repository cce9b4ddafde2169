"""Topics by the words that sellers use: in any form, with typos, with the keyboard in the other language.

Each topic is a bag of stems, weighted by where they stand. Which topics share the rare stems of the question
decides who is looked at closer; how much of a title or a keyword the question covers decides who comes first.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import nlargest
from math import log

from core.catalogue import Catalogue, Topic
from core.search.vocabulary import Meant, Vocabulary
from core.search.words import Stems

LONGEST_QUESTION = 300
LOOKED_AT_CLOSER = 30
WEAKEST = 0.3  # of the best result's score; the rest would only be in the way

TITLE, KEYWORD, CATEGORY, HINT = 3.0, 2.0, 1.2, 0.4
CLOSENESS = 2.0

Phrase = frozenset[str]  # the stems of a title or a keyword


@dataclass(frozen=True, slots=True)
class Asked:
    """A word of the question: what it may mean, where that stands (topic -> weight), how much it tells."""

    meant: Meant
    places: dict[int, float]
    rarity: float


class SearchIndex:
    """Built once from a catalogue and never changed, so any number of readers may use it at once."""

    def __init__(self, catalogue: Catalogue) -> None:
        stems = Stems()
        self.topics = [topic for topic in catalogue.every_topic if catalogue.is_open(topic)]
        self.phrases = [_phrases(topic, stems) for topic in self.topics]
        self.weights: dict[str, dict[int, float]] = defaultdict(dict)  # stem -> topic -> weight
        for place, topic in enumerate(self.topics):
            for weight, texts in _fields(topic, catalogue):
                for stem in (stem for text in texts for stem in stems.all(text)):
                    self.weights[stem].setdefault(place, weight)
        self.rarity = {stem: self._rarity(len(places)) for stem, places in self.weights.items()}
        self.vocabulary = Vocabulary(self.weights, _synonyms(catalogue.synonyms, stems))

    def find(self, words: str, locale: str, limit: int = 8) -> list[Topic]:
        """Best first. The words may be of any language of the catalogue; `locale` only settles a draw."""
        question = self._weigh(self.vocabulary.understand(words[:LONGEST_QUESTION]))
        scores = self._closer(question, self._likely(question))
        enough = max(scores.values(), default=0.0) * WEAKEST
        found = sorted(
            (-score, self.topics[place].title(locale), place) for place, score in scores.items() if score >= enough
        )
        return [self.topics[place] for _, _, place in found[:limit]]

    def _weigh(self, question: Iterable[Meant]) -> list[Asked]:
        """A word tells as much as the topics that have it, in any of its meanings, are few."""
        asked = []
        for meant in question:
            places: dict[int, float] = {}
            for stem, sure in meant.items():
                for place, weight in self.weights.get(stem, {}).items():
                    if weight * sure > places.get(place, 0.0):
                        places[place] = weight * sure
            if places:
                asked.append(Asked(meant, places, self._rarity(len(places))))
        return asked

    def _likely(self, question: Iterable[Asked]) -> dict[int, float]:
        scores: dict[int, float] = defaultdict(float)
        for asked in question:
            for place, weight in asked.places.items():
                scores[place] += weight * asked.rarity
        return dict(nlargest(LOOKED_AT_CLOSER, scores.items(), key=lambda item: item[1]))

    def _closer(self, question: Sequence[Asked], likely: dict[int, float]) -> dict[int, float]:
        """Raises the topics that have a phrase which the question covers, and which covers the question."""
        told: dict[str, tuple[float, float]] = {}  # stem -> what the question tells of it, and could at most
        for asked in question:
            for stem, sure in asked.meant.items():
                told[stem] = max(told.get(stem, (0.0, 0.0)), (asked.rarity * sure, asked.rarity))
        whole = sum(asked.rarity for asked in question)
        return {
            place: score * (1 + CLOSENESS * max(self._overlap(phrase, told, whole) for phrase in self.phrases[place]))
            for place, score in likely.items()
        }

    def _overlap(self, phrase: Phrase, told: dict[str, tuple[float, float]], whole_question: float) -> float:
        """What the phrase and the question share, by rarity: 0 for nothing, 1 for all of both."""
        shared = whole = 0.0
        for stem in phrase:
            if stem in told:
                shared += told[stem][0]
                whole += told[stem][1]
            else:
                whole += self.rarity[stem]
        return 2 * shared / (whole + whole_question) if shared else 0.0

    def _rarity(self, places: int) -> float:
        return log(1 + len(self.topics) / places)


def _fields(topic: Topic, catalogue: Catalogue) -> list[tuple[float, Iterable[str]]]:
    """The texts of a topic by their weight, heaviest first."""
    category = catalogue.category(topic.category)
    return [
        (TITLE, topic.titles.values()),
        (KEYWORD, [word for words in topic.keywords.values() for word in words]),
        (CATEGORY, category.titles.values() if category else ()),
        (HINT, topic.hints.values()),
    ]


def _phrases(topic: Topic, stems: Stems) -> list[Phrase]:
    texts = (*topic.titles.values(), *(word for words in topic.keywords.values() for word in words))
    return list(dict.fromkeys(frozenset(stems.all(text)) for text in texts))


def _synonyms(groups: Iterable[tuple[str, ...]], stems: Stems) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for group in groups:
        alike = {stem for word in group for stem in stems.all(word)}
        for stem in alike:
            found[stem] |= alike - {stem}
    return {stem: frozenset(others) for stem, others in found.items()}
