"""Search: does a seller find the topic, and how fast."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter_ns
from zlib import crc32

from bench.queries import (
    IN_CATALOGUE_WORDS,
    IN_SELLERS_WORDS,
    Kind,
    Quality,
    held_back,
    load_queries,
    of_kind,
    quality,
    unseen,
)
from core.catalogue import Catalogue, Topic, parse
from core.search import SearchIndex

CATALOGUE = Path(__file__).parents[1] / "bot" / "catalogue.yaml"
MANY = 2_000
HELD_OUT = 3  # every third query was never looked at while keywords and weights were chosen


@dataclass(frozen=True, slots=True)
class Latency:
    topics: int
    build: float  # ms
    p50: float  # ms
    p99: float  # ms


@dataclass(frozen=True, slots=True)
class Measured:
    quality: Mapping[str, Quality]  # by the name of the set, or of a part of it
    held_back: Mapping[str, float]  # of the questions without a topic and with one
    latency: Sequence[Latency]

    @property
    def shares(self) -> list[tuple[str, ...]]:
        return [(name, f"{of.queries}", *(f"{share:.1%}" for share in of.shares)) for name, of in self.quality.items()]

    @property
    def figures(self) -> list[tuple[str, str]]:
        return [
            *((f"nothing sure said to {name}", f"{share:.1%}") for name, share in self.held_back.items()),
            *(
                (f"{latency.topics} topics: build, p50, p99",
                 f"{latency.build:.0f}, {latency.p50:.2f}, {latency.p99:.2f} ms")
                for latency in self.latency
            ),
        ]  # fmt: skip


def measure() -> Measured:
    catalogue = parse(CATALOGUE.read_text(encoding="utf-8"))
    index = SearchIndex(catalogue)
    known, upset = load_queries(IN_CATALOGUE_WORDS), load_queries(IN_SELLERS_WORDS)
    sets = {
        "in the catalogue's words": known,
        "  every third, never tuned for": known[::HELD_OUT],
        "in sellers' words": upset,
        "  every other, never tuned for": unseen(upset),
        **{f"  {kind}": of_kind(upset, kind) for kind in Kind if kind is not Kind.no_topic},
    }
    without = of_kind(upset, Kind.no_topic)
    texts = [query.words for query in (*known, *upset)]
    return Measured(
        quality={name: quality(index, queries) for name, queries in sets.items()},
        held_back={
            f"{len(without)} questions without a topic": held_back(index, without),
            f"{len(upset) - len(without)} questions with one": held_back(index, [one for one in upset if one.topics]),
        },
        latency=[latency(catalogue, texts), latency(many_topics(catalogue, MANY), texts)],
    )


def latency(catalogue: Catalogue, queries: Sequence[str], rounds: int = 5) -> Latency:
    """Each query at its best of some rounds, so that what else the machine does is left out."""
    start = perf_counter_ns()
    index = SearchIndex(catalogue)
    build = perf_counter_ns() - start
    times = sorted(min(_time(index, query) for _ in range(rounds)) for query in queries)
    return Latency(
        topics=len(catalogue.every_topic),
        build=build / 1e6,
        p50=times[len(times) // 2] / 1e6,
        p99=times[len(times) * 99 // 100] / 1e6,
    )


def _time(index: SearchIndex, query: str) -> int:
    start = perf_counter_ns()
    index.find(query, "ru")
    return perf_counter_ns() - start


# ---- a catalogue of any size


def many_topics(catalogue: Catalogue, count: int) -> Catalogue:
    """Copies of the topics. In each copy about half of the words are made up, so that the vocabulary grows too."""
    topics = catalogue.every_topic
    copies = [_copy(topics[number % len(topics)], number // len(topics)) for number in range(len(topics), count)]
    return replace(catalogue, every_topic=(*topics[:count], *copies))


def _copy(topic: Topic, number: int) -> Topic:
    def texts(of: Mapping[str, str]) -> dict[str, str]:
        return {locale: _made_up(text, number) for locale, text in of.items()}

    return replace(
        topic,
        key=f"{topic.key}-{number}",
        titles=texts(topic.titles),
        hints=texts(topic.hints),
        keywords={locale: tuple(_made_up(word, number) for word in words) for locale, words in topic.keywords.items()},
    )


def _made_up(text: str, number: int) -> str:
    return " ".join(
        _turned(word, number) if len(word) > 4 and crc32(f"{word}{number}".encode()) % 2 else word
        for word in text.split()
    )


def _turned(word: str, number: int) -> str:
    """Its letters in another order: looks like a word, is none."""
    cut = 1 + number % (len(word) - 1)
    return word[cut:] + word[:cut]
