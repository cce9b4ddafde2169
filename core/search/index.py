"""Topics by the words that sellers use: in any form, with typos, with the keyboard in the other language.

Each topic is a bag of stems, weighted by where they stand. Which topics share the rare stems of the question
decides who is looked at closer; how much of a title or a keyword the question covers decides who comes first.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from heapq import nlargest
from math import log

from core.catalogue import Catalogue, Topic
from core.search.vocabulary import Meant, Vocabulary
from core.search.words import STOP_WORDS, Stems, in_cyrillic, other_layout, tokens

LONGEST_QUESTION = 300
MOST_WORDS = 40
MOST_GUESSED = 8  # words of one question that are looked up by their likeness
LOOKED_AT_CLOSER = 40
WEAKEST = 0.3  # of the best result's score; the rest would only be in the way

TITLE, KEYWORD, CATEGORY, HINT = 3.0, 2.0, 1.2, 0.4
CLOSENESS = 2.0


@dataclass(frozen=True, slots=True)
class Indexed:
    topic: Topic
    phrases: tuple[frozenset[str], ...]  # titles and keywords, as stems


class SearchIndex:
    def __init__(self, catalogue: Catalogue) -> None:
        stems = Stems()
        self.entries: list[Indexed] = []
        self.weights: dict[str, dict[int, float]] = defaultdict(dict)  # stem -> entry -> weight
        for topic in filter(catalogue.is_open, catalogue.every_topic):
            self._add(topic, catalogue, stems)
        self.rarity = {stem: log(1 + len(self.entries) / len(entries)) for stem, entries in self.weights.items()}
        self.vocabulary = Vocabulary(self.weights, _synonyms(catalogue.synonyms, stems))

    def find(self, words: str, locale: str, limit: int = 8) -> list[Topic]:
        """Best first. The words may be of any language of the catalogue; `locale` only settles a draw."""
        question = self._understand(words[:LONGEST_QUESTION])
        likely = self._likely(question)
        scores = {
            entry: score * (1 + CLOSENESS * self._closeness(question, entry))
            for entry, score in nlargest(LOOKED_AT_CLOSER, likely.items(), key=lambda item: item[1])
        }
        best = max(scores.values(), default=0.0)
        found = [entry for entry, score in scores.items() if score >= best * WEAKEST]
        found.sort(key=lambda entry: (-scores[entry], self.entries[entry].topic.title(locale)))
        return [self.entries[entry].topic for entry in found[:limit]]

    # ---- the question

    def _understand(self, words: str) -> list[Meant]:
        """For each word of the question, the stems it may mean."""
        stems = Stems()
        question: list[Meant] = []
        for chunk in words.split()[:MOST_WORDS]:
            question += self._readings(chunk, stems)
        return [meant for meant in question if meant]

    def _readings(self, chunk: str, stems: Stems) -> list[Meant]:
        """As it was typed; or with the other layout, or by its sound, where that is known better."""
        typed = tokens(chunk)
        if all(word in STOP_WORDS for word in typed) and typed:
            return []
        readings = [typed, tokens(other_layout(chunk)), [in_cyrillic(word) for word in typed]]
        for look_up in (self.vocabulary.exact, self.vocabulary.begun, self.vocabulary.misspelt):
            for reading in readings:
                meant = [look_up(word, stems(word)) for word in reading if word not in STOP_WORDS]
                if any(meant):
                    return meant
        return []

    # ---- the topics

    def _likely(self, question: list[Meant]) -> dict[int, float]:
        scores: dict[int, float] = defaultdict(float)
        for meant in question:
            best: dict[int, float] = {}
            for stem, sure in meant.items():
                worth = sure * self.rarity.get(stem, 0.0)
                for entry, weight in self.weights.get(stem, {}).items():
                    score = worth * weight
                    if score > best.get(entry, 0.0):
                        best[entry] = score
            for entry, score in best.items():
                scores[entry] += score
        return scores

    def _closeness(self, question: list[Meant], entry: int) -> float:
        """How well one of the topic's phrases and the question cover each other, 0..1."""
        sure: Meant = {}
        asked = 0.0
        for meant in question:
            asked += max(value * self.rarity.get(stem, 0.0) for stem, value in meant.items())
            for stem, value in meant.items():
                sure[stem] = max(sure.get(stem, 0.0), value)
        best = 0.0
        for phrase in self.entries[entry].phrases:
            shared = sum(sure[stem] * self.rarity[stem] for stem in phrase if stem in sure)
            if shared:
                whole = sum(self.rarity[stem] for stem in phrase)
                best = max(best, 2 * shared / (whole + asked))
        return best

    # ---- building

    def _add(self, topic: Topic, catalogue: Catalogue, stems: Stems) -> None:
        category = catalogue.category(topic.category)
        titles = list(topic.titles.values())
        keywords = [word for words in topic.keywords.values() for word in words]
        fields = (
            (TITLE, titles),
            (KEYWORD, keywords),
            (CATEGORY, category.titles.values() if category else ()),
            (HINT, topic.hints.values()),
        )
        entry = len(self.entries)
        for weight, texts in fields:
            for stem in {stem for text in texts for stem in stems.all(text)}:
                self.weights[stem].setdefault(entry, weight)
        phrases = dict.fromkeys(frozenset(stems.all(text)) for text in (*titles, *keywords))
        self.entries.append(Indexed(topic, tuple(phrase for phrase in phrases if phrase)))


def _synonyms(groups: Iterable[tuple[str, ...]], stems: Stems) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for group in groups:
        alike = {stem for word in group for stem in stems.all(word)}
        for stem in alike:
            found[stem] |= alike - {stem}
    return {stem: frozenset(others) for stem, others in found.items()}
