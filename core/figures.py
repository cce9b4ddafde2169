"""The desk's figures, each defined once.

A report is of the dialogs that were opened in its period, as they are now, of the turns that sellers took in it, and of
the messages that were accepted in it.

First response    opening -> first answer of a person that was delivered
Next response     each turn of the seller -> an answer that was delivered
Resolution        opening -> finished, where it was rated or closed by support
CSAT              ratings of 4 and 5 / all ratings; its response rate: dialogs answered and rated / dialogs answered
Promises          turns that were answered within the time that their topic promises / those that promised one and were
                  answered or are late; of the late ones, how much working time
Delivery          messages confirmed by the messenger / messages accepted

Dialogs that closed by themselves and those that the seller cancelled are counted apart. One that became part of another
is counted with it, and a word in between is no answer. A dialog is of the agent who gave its first answer, a turn of
the agent who answered it: whoever is in charge later.
"""

from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from functools import cache, cached_property
from typing import NamedTuple, Protocol, TypeVar

from core.dialog import Ending, Status, Titles
from core.durations import Spread
from core.hours import Hours, WorkingTime
from core.person import Agent
from core.tally import Tally
from core.units import MINUTE, SECOND

Key = TypeVar("Key")

QUARTER = 15 * MINUTE
RESOLUTIONS = frozenset({Ending.RATED, Ending.CLOSED})


class Place(NamedTuple):
    category: str
    topic: str


class FirstAnswer(NamedTuple):
    asked_at: int
    answered_at: int
    group_id: int


class NotKept(NamedTuple):
    """A turn whose answer came late, or has not come."""

    due_at: int
    waited_until: int | None  # None: the seller waits still
    group_id: int


class GroupDialogs(NamedTuple):
    """How many of an agents' group are in a status."""

    group_id: int
    status: Status
    dialogs: int


def is_resolution(ending: Ending | None) -> bool:
    """Somebody found the question answered: the dialog did not just fall silent, and was not taken back."""
    return ending in RESOLUTIONS


@dataclass(frozen=True, slots=True)
class Promises:
    kept: int
    late: Spread  # of the others, by how much

    @property
    def made(self) -> int:
        return self.kept + self.late.count

    @property
    def share(self) -> float | None:
        return self.kept / self.made if self.made else None


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


@dataclass
class Report:
    """What is counted for one dialog is counted where it stands and for its agent; all sums are of these."""

    since: int
    until: int  # exclusive
    by_status: Mapping[Status, int]
    by_place: Mapping[Place, Tally]
    by_agent: Mapping[int, Tally]
    agents: Mapping[int, str]  # id -> name
    opened: Mapping[int, int]  # quarter of an hour -> dialogs: no day begins within one
    deliveries: Deliveries
    promises: Promises
    first_response_at_work: Spread | None = None  # in working hours only; None: somebody is there always
    zone: tzinfo = UTC

    @cached_property
    def total(self) -> Tally:
        return _summed((None, tally) for tally in self.by_place.values())[None]

    @cached_property
    def by_category(self) -> dict[str, Tally]:
        return _summed((place.category, tally) for place, tally in self.by_place.items())

    @cached_property
    def by_topic(self) -> dict[str, Tally]:
        return _summed((place.topic, tally) for place, tally in self.by_place.items())

    @cached_property
    def by_day(self) -> Counter[date]:
        """Dialogs opened."""
        days: Counter[date] = Counter()
        for quarter, count in self.opened.items():
            days[datetime.fromtimestamp(quarter * QUARTER / SECOND, self.zone).date()] += count
        return days


def _summed(tallies: Iterable[tuple[Key, Tally]]) -> dict[Key, Tally]:
    sums: dict[Key, Tally] = defaultdict(Tally)
    for key, tally in tallies:
        sums[key].join(tally)
    return sums


class FigureReads(Protocol):
    """Of the dialogs that were opened in the period, and the turns that were taken in it and answered."""

    async def dialogs_by_place(self, since: int, until: int) -> dict[Place, Tally]: ...
    async def dialogs_by_agent(self, since: int, until: int) -> dict[Agent, Tally]:
        """By who gave the first answer."""

    async def turns_by_place(self, since: int, until: int) -> dict[Place, Spread]: ...
    async def turns_by_agent(self, since: int, until: int) -> dict[Agent, Spread]:
        """By who answered."""

    async def dialogs_by_group(self, since: int, until: int) -> list[GroupDialogs]: ...
    async def dialogs_by_quarter(self, since: int, until: int) -> dict[int, int]:
        """By the quarter of an hour in which they were opened."""

    def first_answers(self, since: int, until: int) -> AsyncIterator[list[FirstAnswer]]:
        """In batches."""

    async def promises_kept(self, since: int, until: int) -> int: ...
    def promises_not_kept(self, since: int, until: int) -> AsyncIterator[list[NotKept]]:
        """In batches; some of those who wait are not late yet."""

    async def deliveries(self, since: int, until: int) -> Deliveries:
        """Of the messages of both sides that were accepted in the period."""

    async def titles(self, topic: str) -> Titles | None:
        """As the topic was called last; also where the catalogue knows it no more."""


async def report(
    store: FigureReads, since: int, until: int, zone: tzinfo, hours_of: Callable[[int], Hours], now: int
) -> Report:
    """`hours_of`: an agents' group -> its working hours. One by one: it may keep one reader busy, not all."""
    by_place = await store.dialogs_by_place(since, until)
    _add_turns(by_place, await store.turns_by_place(since, until))
    of_agents, turns_of_agents = await store.dialogs_by_agent(since, until), await store.turns_by_agent(since, until)
    by_agent = {agent.id: tally for agent, tally in of_agents.items()}
    _add_turns(by_agent, {agent.id: spread for agent, spread in turns_of_agents.items()})
    opened = await store.dialogs_by_group(since, until)
    return Report(
        since=since,
        until=until,
        by_status=_by_status(opened),
        by_place=by_place,
        by_agent=by_agent,
        agents={agent.id: agent.name for agent in (*of_agents, *turns_of_agents)},
        opened=await store.dialogs_by_quarter(since, until),
        deliveries=await store.deliveries(since, until),
        promises=Promises(await store.promises_kept(since, until), await _late(store, since, until, hours_of, now)),
        first_response_at_work=await _at_work(store, since, until, {group: hours_of(group) for group, *_ in opened}),
        zone=zone,
    )


def _add_turns(tallies: dict[Key, Tally], turns: Mapping[Key, Spread]) -> None:
    for key, spread in turns.items():
        tallies.setdefault(key, Tally()).next_response = spread


def _by_status(opened: Iterable[GroupDialogs]) -> Counter[Status]:
    counts: Counter[Status] = Counter()
    for one in opened:
        counts[one.status] += one.dialogs
    return counts


async def _at_work(store: FigureReads, since: int, until: int, hours: Mapping[int, Hours]) -> Spread | None:
    if not any(each.spans for each in hours.values()):
        return None
    between = {group: WorkingTime(each).between for group, each in hours.items()}
    seconds: list[int] = []
    async for batch in store.first_answers(since, until):
        seconds += [between[group](asked_at, answered_at) // SECOND for asked_at, answered_at, group in batch]
    return Spread(seconds)


async def _late(store: FigureReads, since: int, until: int, hours_of: Callable[[int], Hours], now: int) -> Spread:
    between = cache(lambda group: WorkingTime(hours_of(group)).between)
    seconds: list[int] = []
    async for batch in store.promises_not_kept(since, until):
        for due_at, waited_until, group in batch:
            waited = now if waited_until is None else waited_until
            if waited > due_at:
                seconds.append(between(group)(due_at, waited) // SECOND)
    return Spread(seconds)


async def total_of(store: FigureReads, since: int, until: int) -> Tally:
    """Of the dialogs, to be compared with; without the turns."""
    found = await store.dialogs_by_place(since, until)
    return _summed((None, tally) for tally in found.values())[None]
