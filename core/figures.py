"""The desk's figures, each defined once.

A report is of the dialogs that were opened in its period, as they are now, of the turns that sellers took in it, and of
the messages that were accepted in it.

First response    opening -> first answer of a person that was delivered
Next response     each turn of the seller -> an answer that was delivered
Resolution        opening -> finished, where it was rated or closed by support
CSAT              ratings of 4 and 5 / all ratings; its response rate: ratings / dialogs answered
Delivery          messages confirmed by the messenger / messages accepted

Dialogs that closed by themselves and those that the seller cancelled are counted apart.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from itertools import accumulate
from typing import Protocol

from core.dialog import Ending, Status, Titles
from core.hours import Hours

SATISFIED = 4  # stars, and more
EXACT = 10_000  # seconds; longer durations are kept to four digits


@dataclass(frozen=True, slots=True)
class DialogFact:
    category: str
    topic: str
    group_id: int
    agent_id: int | None  # in charge
    agent_name: str | None
    status: Status
    ending: Ending | None
    created_at: int
    first_answer_at: int | None
    ended_at: int | None
    rating: int | None


@dataclass(frozen=True, slots=True)
class TurnFact:
    category: str
    topic: str
    agent_id: int | None  # who answered
    agent_name: str | None
    asked_at: int
    answered_at: int


class Spread:
    """Durations, as counts: any number of them in little memory, true to a thousandth."""

    def __init__(self) -> None:
        self._counts: dict[int, int] = {}  # seconds -> how many
        self.count = 0

    def add(self, ms: int) -> None:
        self.add_rounded(rounded(ms))

    def add_rounded(self, seconds: int) -> None:
        self._counts[seconds] = self._counts.get(seconds, 0) + 1
        self.count += 1

    @property
    def median(self) -> int | None:
        return self._quantile(0.5)

    @property
    def p90(self) -> int | None:
        return self._quantile(0.9)

    def _quantile(self, share: float) -> int | None:
        """Milliseconds, interpolated between the two nearest durations."""
        if not self.count:
            return None
        values = sorted(self._counts)
        up_to = list(accumulate(self._counts[value] for value in values))
        place = share * (self.count - 1)
        below = values[bisect_right(up_to, int(place))]
        above = values[bisect_right(up_to, min(int(place) + 1, self.count - 1))]
        return int((below + (above - below) * (place - int(place))) * 1_000)


def rounded(ms: int) -> int:
    """Seconds, as a spread keeps them."""
    seconds = max(ms, 0) // 1_000
    if seconds < EXACT:
        return seconds
    step = int(10 ** (len(str(seconds)) - 4))
    return (seconds + step // 2) // step * step


@dataclass(frozen=True, slots=True)
class Durations:
    """Of one dialog, in seconds as a spread keeps them: rounded once, and counted in several tallies."""

    first_response: int | None
    first_response_at_work: int | None
    resolution: int | None

    @classmethod
    def of(cls, fact: DialogFact, hours: Hours) -> "Durations":
        first, at_work, resolution = None, None, None
        if fact.first_answer_at is not None:
            first = rounded(fact.first_answer_at - fact.created_at)
            at_work = rounded(hours.between(fact.created_at, fact.first_answer_at))
        if fact.ended_at is not None and fact.ending not in (Ending.EXPIRED, Ending.CANCELLED):
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
        return self.ratings / self.answered if self.answered else None

    @property
    def share_expired(self) -> float | None:
        return self.expired / self.finished if self.finished else None

    def add(self, fact: DialogFact, durations: Durations) -> None:
        self.dialogs += 1
        if durations.first_response is not None and durations.first_response_at_work is not None:
            self.answered += 1
            self.first_response.add_rounded(durations.first_response)
            self.first_response_at_work.add_rounded(durations.first_response_at_work)
        if fact.rating is not None:
            self.ratings += 1
            self.satisfied += fact.rating >= SATISFIED
        if fact.status is Status.FINISHED:
            self.finished += 1
            self.expired += fact.ending is Ending.EXPIRED
            self.cancelled += fact.ending is Ending.CANCELLED
        if durations.resolution is not None:
            self.resolution.add_rounded(durations.resolution)


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


@dataclass(slots=True)
class Report:
    since: int
    until: int  # exclusive
    total: Tally = field(default_factory=Tally)
    by_category: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    by_topic: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    by_agent: dict[int, Tally] = field(default_factory=lambda: defaultdict(Tally))
    agents: dict[int, str] = field(default_factory=dict)  # id -> name
    by_status: Counter[Status] = field(default_factory=Counter)
    by_day: Counter[date] = field(default_factory=Counter)  # dialogs opened
    deliveries: Deliveries = field(default_factory=lambda: Deliveries(0, 0, {}))

    def add_dialog(self, fact: DialogFact, hours: Hours, zone: tzinfo) -> None:
        self.by_status[fact.status] += 1
        self.by_day[datetime.fromtimestamp(fact.created_at / 1_000, zone).date()] += 1
        durations = Durations.of(fact, hours)
        for tally in self._tallies(fact):
            tally.add(fact, durations)

    def add_turn(self, fact: TurnFact) -> None:
        took = rounded(fact.answered_at - fact.asked_at)
        for tally in self._tallies(fact):
            tally.next_response.add_rounded(took)

    def _tallies(self, fact: DialogFact | TurnFact) -> list[Tally]:
        tallies = [self.total, self.by_category[fact.category], self.by_topic[fact.topic]]
        if fact.agent_id is not None:
            self.agents[fact.agent_id] = fact.agent_name or ""
            tallies.append(self.by_agent[fact.agent_id])
        return tallies


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
    made = Report(since, until)
    async for dialog in store.dialog_facts(since, until):
        made.add_dialog(dialog, hours_of(dialog.group_id), zone)
    async for turn in store.turn_facts(since, until):
        made.add_turn(turn)
    made.deliveries = await store.deliveries(since, until)
    return made
