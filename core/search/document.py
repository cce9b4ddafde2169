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
        self.idf = idf
        self.whole = [sum(idf[stem] for stem in phrase) for phrase in phrases]
        having: dict[str, list[int]] = defaultdict(list)
        for number, phrase in enumerate(phrases):
            for stem in phrase:
                having[stem].append(number)
        self.having = {stem: tuple(numbers) for stem, numbers in having.items()}  # stem -> which phrases have it


Frequency = Mapping[str, float]  # of stems, a place in the title counting for several


@dataclass(frozen=True, slots=True)
class Document:
    frequency: Mapping[str, Frequency]  # by locale: what is said in one language makes no word of the other rarer
    phrases: tuple[Phrase, ...]
    category: Phrase  # the stems of its category's titles


def read(topic: Topic, category: Category | None, stems: Stems) -> Document:
    locales = dict.fromkeys((*topic.titles, *topic.keywords, *topic.hints))
    said = {locale: _said(topic, locale, stems) for locale in locales}
    phrases = (phrase for titles, keywords, _ in said.values() for phrase in (*titles, *keywords))
    of_category = _phrases(category.titles.values() if category else (), stems)
    return Document(
        {locale: _frequency(*in_locale) for locale, in_locale in said.items()},
        tuple(dict.fromkeys(phrases)),
        frozenset().union(*of_category),
    )


def _said(topic: Topic, locale: str, stems: Stems) -> tuple[list[Phrase], list[Phrase], list[Phrase]]:
    """Titles, keywords and hints."""
    titles, hints = topic.titles.get(locale, ""), topic.hints.get(locale, "")
    return _phrases([titles], stems), _phrases(topic.keywords.get(locale, ()), stems), _phrases([hints], stems)


def _frequency(titles: list[Phrase], keywords: list[Phrase], hints: list[Phrase]) -> Frequency:
    frequency: dict[str, float] = defaultdict(float)
    for weight, phrases in ((TITLE, titles), (KEYWORD, keywords), (HINT, hints)):
        for stem in (stem for phrase in phrases for stem in phrase):
            frequency[stem] += weight
    return frequency


def _phrases(texts: Iterable[str], stems: Stems) -> list[Phrase]:
    return [frozenset(stems.all(text)) for text in texts]


def synonyms(groups: Iterable[tuple[str, ...]], stems: Stems) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for group in groups:
        alike = {stem for word in group for stem in stems.all(word)}
        for stem in alike:
            found[stem] |= alike - {stem}
    return {stem: frozenset(others) for stem, others in found.items()}
