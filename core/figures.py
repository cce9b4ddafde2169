"""The desk's figures, each defined once.

A report is of the dialogs that were opened in its period, as they are now, of the turns that sellers took in it, and of
the messages that were accepted in it.

First response    opening -> first answer of a person that was delivered
Next response     each turn of the seller -> an answer that was delivered
Resolution        opening -> finished, where it was rated or closed by support
CSAT              ratings of 4 and 5 / all ratings; its response rate: dialogs answered and rated / dialogs answered
Delivery          messages confirmed by the messenger / messages accepted

Dialogs that closed by themselves and those that the seller cancelled are counted apart. A dialog is of the agent who
gave its first answer, a turn of the agent who answered it: whoever is in charge later.
"""

from asyncio import gather
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field, fields
from datetime import UTC, date, datetime, tzinfo
from functools import cache, cached_property
from typing import NamedTuple, Protocol, TypeVar

from core.dialog import Ending, Status, Titles
from core.durations import Spread, rounded
from core.hours import Hours, WorkingTime
from core.units import MINUTE

Key = TypeVar("Key")

QUARTER = 15 * MINUTE
SETTLED_AFTER = 100_000  # dialogs
SATISFIED = 4  # stars, and more


class DialogFact(NamedTuple):
    category: str
    topic: str
    group_id: int
    agent_id: int | None  # who gave the first answer
    agent_name: str | None
    status: Status
    ending: Ending | None
    created_at: int
    first_answer_at: int | None
    ended_at: int | None
    rating: int | None


class TurnFact(NamedTuple):
    category: str
    topic: str
    agent_id: int | None  # who answered
    agent_name: str | None
    asked_at: int
    answered_at: int


def is_resolution(ending: Ending | None) -> bool:
    """Somebody found the question answered: the dialog did not just fall silent, and was not taken back."""
    return ending in (Ending.RATED, Ending.CLOSED)


class Durations(NamedTuple):
    """Of one dialog, in seconds as a spread keeps them: rounded once, and counted in several tallies."""

    first_response: int | None
    first_response_at_work: int | None
    resolution: int | None

    @classmethod
    def of(cls, fact: DialogFact, hours: WorkingTime) -> "Durations":
        first, at_work, resolution = None, None, None
        if fact.first_answer_at is not None:
            first = rounded(fact.first_answer_at - fact.created_at)
            at_work = rounded(hours.between(fact.created_at, fact.first_answer_at))
        if fact.ended_at is not None and is_resolution(fact.ending):
            resolution = rounded(fact.ended_at - fact.created_at)
        return cls(first, at_work, resolution)


@dataclass(slots=True)
class Tally:
    """The figures of some dialogs: all of them, or those of a category, a topic or an agent."""

    dialogs: int = 0
    answered: int = 0
    finished: int = 0
    expired: int = 0  # closed by themselves
    cancelled: int = 0
    ratings: int = 0
    ratings_of_answered: int = 0
    satisfied: int = 0
    first_response: Spread = field(default_factory=Spread)
    first_response_at_work: Spread = field(default_factory=Spread)  # in working hours only
    next_response: Spread = field(default_factory=Spread)
    resolution: Spread = field(default_factory=Spread)

    @property
    def csat(self) -> float | None:
        return self.satisfied / self.ratings if self.ratings else None

    @property
    def response_rate(self) -> float | None:
        return self.ratings_of_answered / self.answered if self.answered else None

    @property
    def share_expired(self) -> float | None:
        return self.expired / self.finished if self.finished else None

    def add(self, fact: DialogFact, durations: Durations) -> None:
        self.dialogs += 1
        if durations.first_response is not None and durations.first_response_at_work is not None:
            self.answered += 1
            self.first_response.keep(durations.first_response)
            self.first_response_at_work.keep(durations.first_response_at_work)
        if fact.rating is not None:
            self.ratings += 1
            self.ratings_of_answered += fact.first_answer_at is not None
            self.satisfied += fact.rating >= SATISFIED
        if fact.status is Status.FINISHED:
            self.finished += 1
            self.expired += fact.ending is Ending.EXPIRED
            self.cancelled += fact.ending is Ending.CANCELLED
        if durations.resolution is not None:
            self.resolution.keep(durations.resolution)

    @property
    def spreads(self) -> tuple[Spread, ...]:
        return self.first_response, self.first_response_at_work, self.next_response, self.resolution

    def join(self, other: "Tally") -> None:
        for each in fields(self):
            mine, theirs = getattr(self, each.name), getattr(other, each.name)
            if isinstance(mine, Spread):
                mine.join(theirs)
            else:
                setattr(self, each.name, mine + theirs)


@dataclass(frozen=True, slots=True)
class Deliveries:
    accepted: int
    delivered: int
    failures: dict[str, int]  # reason -> how many

    @property
    def share(self) -> float | None:
        return self.delivered / self.accepted if self.accepted else None

    @property
    def waiting(self) -> int:
        return self.accepted - self.delivered - sum(self.failures.values())


class Report:
    """What is counted for one dialog is counted where it stands and for its agent; all sums are of these."""

    def __init__(self, since: int, until: int, zone: tzinfo = UTC) -> None:
        self.since, self.until = since, until  # exclusive
        self.by_agent: dict[int, Tally] = defaultdict(Tally)
        self.agents: dict[int, str] = {}  # id -> name
        self.by_status: Counter[Status] = Counter()
        self.deliveries = Deliveries(0, 0, {})
        self._zone = zone
        self._by_place: dict[tuple[str, str], Tally] = defaultdict(Tally)  # category and topic
        self._opened: Counter[int] = Counter()  # quarters of an hour: no day begins within one

    def add_dialog(self, fact: DialogFact, hours: WorkingTime) -> None:
        self.by_status[fact.status] += 1
        self._opened[fact.created_at // QUARTER] += 1
        durations = Durations.of(fact, hours)
        for tally in self._tallies(fact):
            tally.add(fact, durations)

    def add_turn(self, fact: TurnFact) -> None:
        took = rounded(fact.answered_at - fact.asked_at)
        for tally in self._tallies(fact):
            tally.next_response.keep(took)

    def settle(self) -> None:
        """Counts what was kept, so that a million dialogs need no more memory than a thousand."""
        for tally in (*self._by_place.values(), *self.by_agent.values()):
            for spread in tally.spreads:
                _ = spread.counts

    def _tallies(self, fact: DialogFact | TurnFact) -> tuple[Tally, ...]:
        place = self._by_place[fact.category, fact.topic]
        if fact.agent_id is None:
            return (place,)
        self.agents[fact.agent_id] = fact.agent_name or ""
        return place, self.by_agent[fact.agent_id]

    @cached_property
    def total(self) -> Tally:
        return self._summed(lambda category, topic: None)[None]

    @cached_property
    def by_category(self) -> dict[str, Tally]:
        return self._summed(lambda category, topic: category)

    @cached_property
    def by_topic(self) -> dict[str, Tally]:
        return self._summed(lambda category, topic: topic)

    def _summed(self, key_of: "Callable[[str, str], Key]") -> "dict[Key, Tally]":
        sums: dict[Key, Tally] = defaultdict(Tally)
        for place, tally in self._by_place.items():
            sums[key_of(*place)].join(tally)
        return sums

    @cached_property
    def by_day(self) -> Counter[date]:
        """Dialogs opened."""
        days: Counter[date] = Counter()
        for quarter, count in self._opened.items():
            days[datetime.fromtimestamp(quarter * QUARTER / 1_000, self._zone).date()] += count
        return days


class FigureReads(Protocol):
    def dialog_facts(self, since: int, until: int) -> AsyncIterator[DialogFact]:
        """Of the dialogs that were opened in the period."""

    def turn_facts(self, since: int, until: int) -> AsyncIterator[TurnFact]:
        """Of the turns that were taken in the period and answered."""

    async def deliveries(self, since: int, until: int) -> Deliveries:
        """Of the messages of both sides that were accepted in the period."""

    async def titles(self, topic: str) -> Titles | None:
        """As the topic was called last; also where the catalogue knows it no more."""


async def report(store: FigureReads, since: int, until: int, zone: tzinfo, hours_of: Callable[[int], Hours]) -> Report:
    """`hours_of`: an agents' group -> its working hours."""
    made = Report(since, until, zone)
    laid_out = cache(lambda group: WorkingTime(hours_of(group)))

    async def count_dialogs() -> None:
        number = 0
        async for fact in store.dialog_facts(since, until):
            made.add_dialog(fact, laid_out(fact.group_id))
            number += 1
            if number % SETTLED_AFTER == 0:
                made.settle()

    async def count_turns() -> None:
        async for fact in store.turn_facts(since, until):
            made.add_turn(fact)

    _, _, made.deliveries = await gather(count_dialogs(), count_turns(), store.deliveries(since, until))
    return made
