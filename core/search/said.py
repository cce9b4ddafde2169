"""What a topic says about itself: its stems by weight, and its titles and keywords as phrases."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log

from core.catalogue import Category, Topic
from core.search.words import Stems

TITLE, KEYWORD, CATEGORY, HINT = 3.5, 2.0, 0.9, 0.6
OFTEN = 0.3

Phrase = frozenset[str]  # the stems of a title or a keyword


@dataclass(frozen=True, slots=True)
class Said:
    weights: Mapping[str, float]  # stem -> by its heaviest place, and by how many phrases have it
    phrases: tuple[Phrase, ...]


def said(topic: Topic, category: Category | None, stems: Stems) -> Said:
    keywords = [word for words in topic.keywords.values() for word in words]
    phrases = tuple(dict.fromkeys(frozenset(stems.all(text)) for text in (*topic.titles.values(), *keywords)))
    weights: dict[str, float] = {}
    for weight, texts in (
        (TITLE, topic.titles.values()),
        (KEYWORD, keywords),
        (CATEGORY, category.titles.values() if category else ()),
        (HINT, topic.hints.values()),
    ):
        for stem in (stem for text in texts for stem in stems.all(text)):
            weights.setdefault(stem, weight)
    for stem, count in Counter(stem for phrase in phrases for stem in phrase).items():
        weights[stem] *= 1 + OFTEN * log(count)
    return Said(weights, phrases)


def is_rest(topic: Topic) -> bool:
    """For what no other topic of the category fits; such a one is offered, not found."""
    return (topic.key == "other" or topic.key.endswith("-other")) and not any(topic.keywords.values())


def synonyms(groups: Iterable[tuple[str, ...]], stems: Stems) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for group in groups:
        alike = {stem for word in group for stem in stems.all(word)}
        for stem in alike:
            found[stem] |= alike - {stem}
    return {stem: frozenset(others) for stem, others in found.items()}
