"""Questions of sellers with the topic that each means, and how well the search answers them.

Two sets: in the catalogue's own words, and as upset sellers write. Of the second every other question was looked
at while the ranking was tuned; the others say how it does with questions that nobody has seen.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from core.catalogue import Topic
from core.search import Learned, SearchIndex

IN_CATALOGUE_WORDS = Path(__file__).with_name("queries-catalogue.tsv")
IN_SELLERS_WORDS = Path(__file__).with_name("queries-sellers.tsv")
NO_TOPIC = "-"
SHORT = 4  # words
CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)


class Kind(StrEnum):
    short = "short"
    situation = "situation"
    english = "English"
    no_topic = "no topic"


@dataclass(frozen=True, slots=True)
class Query:
    words: str
    topics: frozenset[str]  # any of these keys is right; none: nothing in the catalogue fits

    @property
    def kind(self) -> Kind:
        if not self.topics:
            return Kind.no_topic
        if len(self.words.split()) <= SHORT:
            return Kind.short
        return Kind.situation if CYRILLIC.search(self.words) else Kind.english


@dataclass(frozen=True, slots=True)
class Quality:
    """Shares of the queries, 0..1."""

    queries: int
    first: float  # the topic came first
    among_three: float
    among_eight: float
    category: float  # one of the first three is of its category

    @property
    def shares(self) -> tuple[float, ...]:
        return self.first, self.among_three, self.among_eight, self.category


def load_queries(path: Path) -> list[Query]:
    """A line has the words and, behind a tab, the topic's key: one, several as `a|b`, or `-` for none."""
    lines = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return [
        Query(words, frozenset() if topics == NO_TOPIC else frozenset(topics.split("|"))) for words, topics in lines
    ]


def of_kind(queries: Sequence[Query], kind: Kind) -> list[Query]:
    return [query for query in queries if query.kind is kind]


def unseen(queries: Sequence[Query]) -> Sequence[Query]:
    """The half that was not looked at."""
    return queries[1::2]


def quality(index: SearchIndex, queries: Sequence[Query], learned: Learned | None = None) -> Quality:
    """Of the queries that mean a topic."""
    answered = [(index.find(query.words, "ru", learned=learned), query.topics) for query in queries if query.topics]
    category_of = {topic.key: topic.category for topic in index.topics}

    def share(is_right: Callable[[list[Topic], frozenset[str]], bool]) -> float:
        return sum(is_right(found, wanted) for found, wanted in answered) / max(1, len(answered))

    def among(first: int) -> float:
        return share(lambda found, wanted: any(topic.key in wanted for topic in found[:first]))

    return Quality(
        queries=len(answered),
        first=among(1),
        among_three=among(3),
        among_eight=among(8),
        category=share(
            lambda found, wanted: any(topic.category in {category_of.get(key) for key in wanted} for topic in found[:3])
        ),
    )


def held_back(index: SearchIndex, queries: Sequence[Query]) -> float:
    """The share of the queries for which the search says that it found nothing, or nothing sure."""
    return sum(not index.look_up(query.words, "ru").sure for query in queries) / max(1, len(queries))
