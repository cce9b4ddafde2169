"""Topics by the words that sellers use: in any form, with typos, with the keyboard in the other language.

A topic has each stem by how often it mentions it, as BM25 weighs it. Which topics share the telling stems of the
question decides, helped by what their category shares, who is looked at closer; how much of a title and of keywords
the question covers decides who comes first. What the desk's dialogs taught adds to that, within bounds.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from math import log, sqrt
from operator import itemgetter

from core.catalogue import Catalogue, Category, Topic
from core.search.document import Document, Frequency, Phrases, read, synonyms
from core.search.learned import Learned
from core.search.question import Asked, Question
from core.search.vocabulary import EXACT, Meant, Vocabulary, is_ordinary
from core.search.words import LONGEST_QUESTION, Stems

LOOKED_AT_CLOSER = 40
WEAKEST = 0.15  # of the best result's score; the rest would only be in the way
SURE = 0.8  # of the idf of a word of one topic: less may be a chance likeness

SATURATION, LENGTH_MATTERS = 2.0, 0.6  # the k and the b of BM25
ONE_MENTION = 1 / (1 + SATURATION)  # of what very many are worth
IN_CATEGORY = 0.2
OF_CATEGORY = 0.3  # of what its topics share with the question is evidence for each of them
CLOSENESS = 0.6
ORDINARY = 0.5  # of the idf of another word as rare

LEARNED = 1.0  # a word that dialogs speak for
LEARNED_AT_MOST = 0.5  # of the best score without it,
LEARNED_AT_LEAST = 1.0  # or this, where little was found


@dataclass(frozen=True, slots=True)
class Found:
    """What a question leads to. The category may be known where no topic is."""

    topics: list[Topic]  # best first
    category: Category | None
    sure: bool  # whether the first may well be what was meant


class SearchIndex:
    """Built once from a catalogue and never changed, so any number of readers may use it at once."""

    def __init__(self, catalogue: Catalogue) -> None:
        stems = Stems(shared=True)
        self.catalogue = catalogue
        self.topics = [topic for topic in catalogue.every_topic if catalogue.is_open(topic) and not topic.is_rest]
        self.places = {topic.key: place for place, topic in enumerate(self.topics)}
        self.categories = [topic.category for topic in self.topics]
        self.sizes = Counter(self.categories)
        documents = [read(topic, catalogue.category(topic.category), stems) for topic in self.topics]
        self.said = [document.phrases for document in documents]
        self.weights = _weights(documents)
        idf = {stem: self._idf(stem, places) for stem, places in self.weights.items()}
        self.phrases = [Phrases(phrases, idf) for phrases in self.said]
        self.vocabulary = Vocabulary(self.weights, synonyms(catalogue.synonyms, stems))

    def find(self, words: str, locale: str, limit: int = 8, learned: Learned | None = None) -> list[Topic]:
        """Best first. The words may be of any language of the catalogue; `locale` only settles a draw."""
        return self.look_up(words, locale, limit, learned).topics

    def look_up(self, words: str, locale: str, limit: int = 8, learned: Learned | None = None) -> Found:
        question = self._understand(words)
        likely = self._likely(question)
        scores = self._closer(question, likely)
        if learned:
            self._taught(scores, learned.topics(words))
        best = max(scores.values(), default=0.0)
        found = sorted(
            (-round(score, 6), self.topics[place].title(locale), place)
            for place, score in scores.items()
            if score >= best * WEAKEST
        )
        topics = [self.topics[place] for _, _, place in found[:limit]]
        nearest = topics[0] if topics else self.topics[max(likely, key=likely.__getitem__)] if likely else None
        return Found(
            topics=topics,
            category=self.catalogue.category(nearest.category) if nearest else None,
            sure=best >= SURE * log(1 + len(self.topics)),
        )

    def _understand(self, words: str) -> Question:
        meanings = self.vocabulary.understand(words[:LONGEST_QUESTION])
        asked = [self._asked(meant) for meant in meanings if meant]
        return Question(asked, unknown=len(meanings) - len(asked))

    def _asked(self, meant: Meant) -> Asked:
        (nearest, sure), *others = meant.items()
        weights = self.weights.get(nearest, {})
        places = dict(weights) if sure == EXACT else {place: weight * sure for place, weight in weights.items()}
        for stem, sure in others:
            for place, weight in self.weights.get(stem, {}).items():
                if weight * sure > places.get(place, 0.0):
                    places[place] = weight * sure
        return Asked(meant, places, self._idf(nearest, places), is_ordinary(nearest))

    def _likely(self, question: Question) -> dict[int, float]:
        """What each topic shares with the question, and a part of what its category does."""
        scores: dict[int, float] = defaultdict(float)
        of_category: dict[str, float] = defaultdict(float)
        for asked in question.asked:
            idf = asked.idf
            for place, weight in asked.places.items():
                scores[place] += weight * idf
        for place, score in scores.items():
            of_category[self.categories[place]] += score
        for category in of_category:
            of_category[category] *= OF_CATEGORY / sqrt(self.sizes[category])
        return {place: score + of_category[self.categories[place]] for place, score in scores.items()}

    def _closer(self, question: Question, likely: Mapping[int, float]) -> dict[int, float]:
        nearest = nlargest(LOOKED_AT_CLOSER, likely.items(), key=itemgetter(1))
        return {
            place: score + CLOSENESS * question.closeness(self.phrases[place])
            for place, score in nearest
            if not question.is_small_talk or question.is_mostly(self.said[place])
        }

    def _taught(self, scores: dict[int, float], spoken_for: Mapping[str, float]) -> None:
        """Adds what dialogs speak for. Topics that are no longer there, or not open, have no place."""
        at_most = max(LEARNED_AT_LEAST, LEARNED_AT_MOST * max(scores.values(), default=0.0))
        for topic, words in spoken_for.items():
            if (place := self.places.get(topic)) is not None:
                scores[place] = scores.get(place, 0.0) + min(at_most, LEARNED * words)

    def _idf(self, stem: str, places: Mapping[int, float]) -> float:
        """The higher, the fewer topics have it, in any of its meanings; a mention in a hint is not a whole one."""
        spread = sum([weight if weight < ONE_MENTION else ONE_MENTION for weight in places.values()]) / ONE_MENTION
        return log(1 + len(self.topics) / max(spread, 0.5)) * (ORDINARY if is_ordinary(stem) else 1.0)


def _weights(documents: Sequence[Document]) -> dict[str, dict[int, float]]:
    """Stem -> topic -> weight, as BM25 has it: each mention adds less than the one before, and less in a long text."""
    weights: dict[str, dict[int, float]] = defaultdict(dict)
    for locale in dict.fromkeys(locale for document in documents for locale in document.frequency):
        _add_weights(weights, [document.frequency.get(locale, {}) for document in documents])
    for place, document in enumerate(documents):
        for stem in document.category:
            weights[stem][place] = max(weights[stem].get(place, 0.0), IN_CATEGORY)
    return weights


def _add_weights(weights: dict[str, dict[int, float]], frequencies: Sequence[Frequency]) -> None:
    """Of one language. A word that stands in both has the better of its weights."""
    lengths = [sum(frequency.values()) for frequency in frequencies]
    usual = sum(lengths) / max(1, len(lengths))
    for place, (frequency, length) in enumerate(zip(frequencies, lengths, strict=True)):
        half = SATURATION * (1 - LENGTH_MATTERS + LENGTH_MATTERS * length / usual) if length else 1.0
        for stem, mentions in frequency.items():
            weights[stem][place] = max(weights[stem].get(place, 0.0), mentions / (mentions + half))
