"""A topic as the index reads it: how often it has which stem, and its titles and keywords as phrases."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from core.catalogue import Category, Topic
from core.search.words import Stems

TITLE, KEYWORD, HINT = 3.0, 1.0, 0.3

Phrase = frozenset[str]  # the stems of a title or a keyword


class Phrases:
    """A topic's phrases by their stems, with the idf of each phrase in all."""

    def __init__(self, phrases: Sequence[Phrase], idf: Mapping[str, float]) -> None:
        self.whole = [sum(idf[stem] for stem in phrase) for phrase in phrases]
        self.having: dict[str, tuple[float, list[int]]] = {}  # stem -> its idf, which phrases have it
        for number, phrase in enumerate(phrases):
            for stem in phrase:
                self.having.setdefault(stem, (idf[stem], []))[1].append(number)


@dataclass(frozen=True, slots=True)
class Document:
    frequency: Mapping[str, float]  # of stems, a place in the title counting for several
    phrases: tuple[Phrase, ...]
    category: Phrase  # the stems of its category's titles

    @property
    def length(self) -> float:
        return sum(self.frequency.values())


def read(topic: Topic, category: Category | None, stems: Stems) -> Document:
    titles = _phrases(topic.titles.values(), stems)
    keywords = _phrases((word for words in topic.keywords.values() for word in words), stems)
    frequency: dict[str, float] = defaultdict(float)
    for weight, phrases in (
        (TITLE, titles),
        (KEYWORD, keywords),
        (HINT, _phrases(topic.hints.values(), stems)),
    ):
        for stem in (stem for phrase in phrases for stem in phrase):
            frequency[stem] += weight
    of_category = _phrases(category.titles.values() if category else (), stems)
    return Document(frequency, tuple(dict.fromkeys((*titles, *keywords))), frozenset().union(*of_category))


def _phrases(texts: Iterable[str], stems: Stems) -> list[Phrase]:
    return [frozenset(stems.all(text)) for text in texts]


def synonyms(groups: Iterable[tuple[str, ...]], stems: Stems) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for group in groups:
        alike = {stem for word in group for stem in stems.all(word)}
        for stem in alike:
            found[stem] |= alike - {stem}
    return {stem: frozenset(others) for stem, others in found.items()}
