"""Search: does a seller find the topic, and how fast. `python -m bench.search` prints it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter_ns
from zlib import crc32

from core.catalogue import Catalogue, Topic, parse
from core.search import SearchIndex

QUERIES = Path(__file__).with_name("queries.tsv")
CATALOGUE = Path(__file__).parents[1] / "bot" / "catalogue.yaml"
MANY = 2_000
HELD_OUT = 3  # every third query was never looked at while keywords and weights were chosen


@dataclass(frozen=True, slots=True)
class Quality:
    queries: int
    first: float  # share of queries whose topic came first
    among_three: float


@dataclass(frozen=True, slots=True)
class Latency:
    topics: int
    build: float  # ms
    p50: float  # ms
    p99: float  # ms


@dataclass(frozen=True, slots=True)
class Measured:
    every: Quality
    held_out: Quality
    shipped: Latency
    many: Latency

    def rows(self) -> list[tuple[str, str]]:
        return [
            (f"search, {self.every.queries} queries: first / among three", _shares(self.every)),
            (f"  of these {self.held_out.queries} held out: first / among three", _shares(self.held_out)),
            *(
                (f"search in {latency.topics} topics: build, p50, p99",
                 f"{latency.build:.0f}, {latency.p50:.2f}, {latency.p99:.2f} ms")
                for latency in (self.shipped, self.many)
            ),
        ]  # fmt: skip


def measure() -> Measured:
    catalogue = parse(CATALOGUE.read_text(encoding="utf-8"))
    queries = load_queries()
    index = SearchIndex(catalogue)
    texts = [query for query, _ in queries]
    return Measured(
        every=quality(index, queries),
        held_out=quality(index, queries[::HELD_OUT]),
        shipped=latency(catalogue, texts),
        many=latency(many_topics(catalogue, MANY), texts),
    )


def load_queries() -> list[tuple[str, str]]:
    """What a seller writes, and the key of the topic that is meant."""
    lines = QUERIES.read_text(encoding="utf-8").splitlines()
    return [(query, topic) for query, topic in (line.split("\t") for line in lines)]


def quality(index: SearchIndex, queries: Sequence[tuple[str, str]]) -> Quality:
    found = [([topic.key for topic in index.find(query, "ru", 3)], wanted) for query, wanted in queries]
    return Quality(
        queries=len(queries),
        first=sum(keys[:1] == [wanted] for keys, wanted in found) / len(queries),
        among_three=sum(wanted in keys for keys, wanted in found) / len(queries),
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


def _shares(quality: Quality) -> str:
    return f"{quality.first:.1%} / {quality.among_three:.1%}"


if __name__ == "__main__":
    for name, value in measure().rows():
        print(f"{name:60} {value}")
