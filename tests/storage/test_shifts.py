"""Shifts: who is there, who gets the next dialog, and that two processes never give one turn twice."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from core.catalogue import Catalogue
from core.desk import Desk, ShiftActions
from core.desk.shifts import OnShift
from core.dialog import DialogChanged, DialogOpened
from core.person import Agent, PersonSeen
from core.rules import Rules
from core.search import SearchIndex
from core.shift import AgentWrote, Assignment, Shift, ShiftBegan, ShiftEnded, day_began
from core.threads import GroupMoved
from core.unit_of_work import Conflict, UnitOfWork
from core.units import DAY, HOUR, SECOND
from storage.connect import connect
from storage.store import SqlStore
from tests.factories import GROUP, NOW, SELLER, dialog, opening, work

OLEG, VERA = Agent(501, "Олег"), Agent(502, "Вера")
TODAY = day_began(NOW, Rules().zone)


@pytest.fixture
async def other(url: str) -> AsyncIterator[SqlStore]:
    """Another process on the same database; an SQLite file has one that serves, and commands beside it."""
    database = await connect(url, serves=not url.startswith("sqlite"))
    yield SqlStore(database)
    await database.close()


def desk_of(store: SqlStore, how: Assignment = Assignment.IN_TURN) -> Desk:
    return Desk(store, Rules(home_group=GROUP, assignment={GROUP: how}), SearchIndex(Catalogue()))


async def shift_of(store: SqlStore, agent: Agent) -> Shift:
    return next(shift for shift in await store.shifts(GROUP) if shift.agent.id == agent.id)


async def begin(store: SqlStore, *agents: Agent) -> None:
    await store.commit(work(*(ShiftBegan(GROUP, agent, NOW) for agent in agents)))


async def give(store: SqlStore, number: int, how: Assignment = Assignment.IN_TURN, tries: int = 20) -> int:
    """Opens a dialog, as a process does: decided again where somebody was quicker; in how many rounds."""
    for round_ in range(1, tries):
        opened = work(PersonSeen(SELLER, NOW), now=NOW + number)
        on_shift = await OnShift.read(desk_of(store, how), GROUP, opened.now)
        opened.add(DialogOpened(on_shift.give(opened, dialog(number))))
        try:
            await store.commit(opened)
        except Conflict:
            continue
        return round_
    raise AssertionError("it kept changing")


async def in_charge_of(store: SqlStore, *numbers: int) -> list[int | None]:
    found = [await store.dialog(number) for number in numbers]
    return [each.agent_id if each else None for each in found]


async def test_whoever_comes_is_there_until_they_go(store: SqlStore) -> None:
    await begin(store, OLEG, VERA)
    assert {shift.agent.name: shift.lasts(NOW, Rules().zone) for shift in await store.shifts(GROUP)} == {
        "Олег": True,
        "Вера": True,
    }

    await store.commit(work(ShiftEnded(await shift_of(store, OLEG), NOW + SECOND)))

    assert not (await shift_of(store, OLEG)).lasts(NOW + SECOND, Rules().zone)
    assert not (await shift_of(store, VERA)).lasts(NOW + 2 * DAY, Rules().zone)
    assert await store.shifts(GROUP - 1) == []


async def test_a_word_begins_a_shift_but_for_who_went_today(store: SqlStore) -> None:
    await store.commit(work(AgentWrote(GROUP, OLEG, NOW, TODAY)))
    assert (await shift_of(store, OLEG)).is_on

    await store.commit(work(ShiftEnded(await shift_of(store, OLEG), NOW + SECOND)))
    await store.commit(work(AgentWrote(GROUP, OLEG, NOW + 2 * SECOND, TODAY)))
    assert not (await shift_of(store, OLEG)).is_on

    await store.commit(work(AgentWrote(GROUP, OLEG, NOW + DAY, TODAY + DAY)))
    assert (await shift_of(store, OLEG)).lasts(NOW + DAY, Rules().zone)


def test_a_shift_goes_on_over_midnight() -> None:
    shift = Shift(group=GROUP, agent=OLEG, is_on=True, seen_at=TODAY - HOUR)

    assert shift.lasts(TODAY + HOUR, Rules().zone)
    assert not shift.lasts(TODAY + 4 * HOUR, Rules().zone)


@pytest.mark.parametrize("how", [Assignment.IN_TURN, Assignment.LEAST_OPEN])
async def test_dialogs_are_given_evenly(store: SqlStore, how: Assignment) -> None:
    await begin(store, OLEG, VERA)
    for number in range(1, 7):
        await give(store, number, how)

    assert await in_charge_of(store, *range(1, 7)) == [OLEG.id, VERA.id] * 3
    assert [shift.open for shift in await store.shifts(GROUP)] == [3, 3]


@pytest.mark.parametrize("how", [Assignment.IN_TURN, Assignment.LEAST_OPEN])
async def test_two_processes_give_no_turn_twice(store: SqlStore, other: SqlStore, how: Assignment) -> None:
    await begin(store, OLEG, VERA)

    await asyncio.gather(*(give(each, number, how) for number, each in enumerate([store, other] * 5, 1)))

    got = await in_charge_of(store, *range(1, 11))
    assert (got.count(OLEG.id), got.count(VERA.id)) == (5, 5)
    assert sum(shift.version for shift in await store.shifts(GROUP)) == 10


async def test_nothing_is_given_to_who_goes_at_that_moment(store: SqlStore, other: SqlStore) -> None:
    await store.commit(opening(dialog(1)))
    for number in range(2, 12):
        await store.commit(opening(dialog(number)))
        await begin(store, OLEG)
        giving, known = UnitOfWork(now=NOW + number), await store.dialog(number)
        assert known
        given = (await OnShift.read(desk_of(other), GROUP, giving.now)).give(giving, known)
        giving.add(DialogChanged(given))
        going = UnitOfWork(now=NOW + number)
        await ShiftActions(desk_of(store)).end(going, GROUP, OLEG)

        done = await asyncio.gather(other.commit(giving), store.commit(going), return_exceptions=True)

        assert sorted(map(type, done), key=str) == sorted([type(None), Conflict], key=str)
        if done[1] is not None:  # what came first is seen by who decides again
            going = UnitOfWork(now=NOW + number)
            await ShiftActions(desk_of(store)).end(going, GROUP, OLEG)
            await store.commit(going)
        assert await in_charge_of(store, number) == [None]


async def test_whoever_goes_hands_on_what_is_open_here_and_nothing_else(store: SqlStore) -> None:
    elsewhere = dialog(3, group_id=GROUP - 1, agent_id=OLEG.id, agent_name=OLEG.name)
    await begin(store, OLEG, VERA)
    await give(store, 1)
    await give(store, 2)
    await store.commit(opening(elsewhere))

    going = UnitOfWork(now=NOW + HOUR)
    handed_on = await ShiftActions(desk_of(store)).end(going, GROUP, OLEG)
    await store.commit(going)

    assert (handed_on.given, handed_on.freed) == (1, 0)
    assert await in_charge_of(store, 1, 2, 3) == [VERA.id, VERA.id, OLEG.id]


async def test_shifts_go_on_where_a_group_became_a_supergroup(store: SqlStore) -> None:
    await begin(store, OLEG)

    await store.commit(work(GroupMoved(GROUP, GROUP - 5, at=NOW)))

    assert [shift.agent for shift in await store.shifts(GROUP - 5)] == [OLEG]
    assert await store.shifts(GROUP) == []
