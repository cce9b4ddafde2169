"""Two dialogs become one: nothing is lost on the way, whoever does what at the same moment."""

import asyncio
from dataclasses import replace
from datetime import UTC
from typing import Any

import pytest

from core.catalogue import Catalogue
from core.desk import AgentActions, Desk, MergeActions
from core.dialog import DialogChanged, Ending, Event, Status
from core.erasure import DialogErased
from core.errors import (
    DialogMerged,
    DialogUnknown,
    MergeIntoItself,
    MergeOfAnother,
    MergeSettled,
    MergeUndoneAlready,
    OtherSellersDialog,
)
from core.figures import report
from core.hours import ALWAYS
from core.merge import MAY_BE_UNDONE_FOR, OF_SURVIVOR, as_before, gone_into, joined, snapshot
from core.message import IncomingMessage, MessageAdded, Side
from core.outbox import Delivered, NoticeQueued, seller_stream
from core.person import Agent
from core.rules import Rules
from core.search import SearchIndex
from core.tally import Tally
from core.threads import ThreadSaved
from core.unit_of_work import Conflict
from core.units import DAY, HOUR, MINUTE
from storage.store import SqlStore
from tests.factories import (
    GROUP,
    NOW,
    OTHER_SELLER,
    SELLER,
    added,
    answered,
    dialog,
    finished,
    message,
    opening,
    photo,
    ref,
    relay,
    text,
    work,
)
from tests.storage.tables import dump

OLEG = Agent(501, "Олег")
YANA = Agent(502, "Яна")
LATER = NOW + 3 * HOUR


def actions(store: SqlStore) -> MergeActions:
    return MergeActions(Desk(store, Rules(), SearchIndex(Catalogue())))


async def merge(store: SqlStore, number: int, survivor: int, at: int = LATER, by: Agent = OLEG) -> None:
    stays = await store.dialog(survivor)
    assert stays
    merging = work(now=at)
    await actions(store).merge(merging, by, stays, number)
    await store.commit(merging)


async def undo(store: SqlStore, number: int, at: int = LATER + 30_000, by: Agent = OLEG) -> None:
    undoing = work(now=at)
    await actions(store).undo(undoing, by, number)
    await store.commit(undoing)


async def said(store: SqlStore, number: int) -> list[str]:
    return [one.content.text for one in await store.message_page(number, 0, 100)]


async def two(store: SqlStore) -> None:
    """The first was answered after the second was asked, which still waits; both have a note or a file."""
    await store.commit(opening(dialog(1, support_said_at=None), dialog(2, created_at=NOW + HOUR)))
    await store.commit(
        added(
            message(1, text("первый")),
            message(2, text("второй"), created_at=NOW + HOUR),
            message(2, photo("снимок"), created_at=NOW + HOUR + 1),
            message(2, text("заметка"), Side.NOTE, created_at=NOW + HOUR + 2),
            message(1, text("ответ"), Side.AGENT, created_at=NOW + 2 * HOUR),
        )
    )
    await store.commit(work(DialogChanged(answered(1, NOW + 2 * HOUR))))
    second = await store.dialog(2)
    assert second
    await store.commit(work(DialogChanged(replace(second, has_files=True, agent_id=502, agent_name="Яна"))))


async def figures(store: SqlStore) -> Tally:
    return (await report(store, 0, NOW + DAY, UTC, lambda group: ALWAYS, NOW + DAY)).total


async def test_messages_files_and_notes_of_both_stand_in_order_in_one(store: SqlStore) -> None:
    await two(store)

    await merge(store, 2, into := 1)

    assert await said(store, into) == ["первый", "второй", "снимок", "заметка", "ответ"]
    assert await said(store, 2) == []
    assert [one.text for one in await store.files(into)] == ["снимок"]
    survivor, merged = await store.dialog(into), await store.dialog(2)
    assert survivor
    assert merged
    assert (survivor.status, survivor.waiting_since, survivor.has_files) == (Status.CREATED, NOW + HOUR, True)
    assert (merged.status, merged.ending, merged.merged_into) == (Status.FINISHED, Ending.CLOSED, into)


async def test_the_number_leads_to_the_one_that_stays(store: SqlStore) -> None:
    await two(store)
    place = ref(GROUP)
    await store.commit(work(ThreadSaved(2, GROUP, 7, 8, "№2"), MessageAdded(message(2), place)))

    await merge(store, 2, 1)

    assert (await store.surviving_dialog(2)) == (await store.dialog(1))
    assert (at := await store.dialog_at(GROUP, 7))
    assert at.number == 1
    assert (known := await store.message_at(place))
    assert known.message
    assert (known.dialog.number, known.message.dialog) == (1, 1)
    assert [found.dialog.number for found in await store.find("2", 10, 0)] == [1]
    assert [found.dialog.number for found in await store.find("второй", 10, 0)] == [1]


async def test_figures_count_it_once(store: SqlStore) -> None:
    await two(store)
    assert (await figures(store)).dialogs == 2

    await merge(store, 2, 1)
    await store.commit(work(answer := _answer(1)))
    await store.commit(work(Delivered(1, LATER + HOUR, ((ref(), answer.message.id),), 1, first_answer=True)))

    counted = await figures(store)
    assert (counted.dialogs, counted.answered, counted.finished) == (1, 1, 0)
    assert (counted.next_response.count, counted.next_response.median) == (2, LATER + HOUR - NOW - HOUR // 2)
    assert (await store.seller_history(SELLER.id, before=9)).dialogs == 1


async def test_an_answer_in_either_since_it_was_opened_is_the_first_of_both(store: SqlStore) -> None:
    await two(store)
    answer = _answer(2, NOW + 2 * HOUR)
    await store.commit(work(answer))
    await store.commit(work(Delivered(1, NOW + 2 * HOUR, ((ref(), answer.message.id),), 2, first_answer=True)))

    await merge(store, 2, 1)

    counted = await figures(store)
    assert (counted.dialogs, counted.answered, counted.first_response.median) == (1, 1, 2 * HOUR)
    await undo(store, 2)
    counted = await figures(store)
    assert (counted.dialogs, counted.answered, counted.first_response.median) == (2, 1, HOUR)
    await store.commit(opening(dialog(3, created_at=NOW + 3 * HOUR)))
    await merge(store, 2, 3, LATER + HOUR)
    assert (await figures(store)).answered == 0  # what was asked since has no answer yet


def _answer(number: int, at: int = LATER + MINUTE) -> MessageAdded:
    return MessageAdded(message(number, text("готово"), Side.AGENT, created_at=at), ref(GROUP))


async def test_undone_both_are_as_before(store: SqlStore, url: str) -> None:
    await two(store)
    before = [await store.dialog(number) for number in (1, 2)]
    turns = (await dump(url))["turn"]

    await merge(store, 2, 1)
    await undo(store, 2)

    after = [await store.dialog(number) for number in (1, 2)]
    assert [replace(one, version=0) for one in after if one] == [replace(one, version=0) for one in before if one]
    assert await said(store, 1) == ["первый", "ответ"]
    assert await said(store, 2) == ["второй", "снимок", "заметка"]
    assert sorted((await dump(url))["turn"]) == sorted(turns)
    assert await store.merge(2) is None


async def test_what_was_written_meanwhile_stays_where_it_was_written(store: SqlStore) -> None:
    await two(store)
    await merge(store, 2, 1)
    await store.commit(added(message(1, text("и ещё"), created_at=LATER + 1_000)))
    survivor = await store.dialog(1)
    assert survivor
    await store.commit(work(DialogChanged(survivor.after(Event.SELLER_WROTE, LATER + 1_000))))

    await undo(store, 2)

    assert await said(store, 1) == ["первый", "ответ", "и ещё"]
    first, second = await store.dialog(1), await store.dialog(2)
    assert first
    assert second
    assert (first.status, first.waiting_since, first.has_files) == (Status.CREATED, LATER + 1_000, False)
    assert (second.status, second.waiting_since) == (Status.CREATED, NOW + HOUR)


@pytest.mark.parametrize(
    ("at", "by", "refusal"),
    [(LATER + MAY_BE_UNDONE_FOR + 1, OLEG, MergeSettled), (LATER + 1_000, YANA, MergeOfAnother)],
)
async def test_undone_within_a_minute_by_who_did_it(
    store: SqlStore, at: int, by: Agent, refusal: type[Exception]
) -> None:
    await two(store)
    await merge(store, 2, 1)

    with pytest.raises(refusal):
        await undo(store, 2, at, by)
    await undo(store, 2)
    with pytest.raises(MergeUndoneAlready):
        await undo(store, 2)


async def test_what_waits_to_leave_goes_along_and_back(store: SqlStore) -> None:
    await two(store)
    waits, answers = message(2, text("ждёт")), message(2, text("сейчас"), Side.AGENT)
    await store.commit(added(waits, answers))
    await store.commit(work(NoticeQueued(relay(waits), NOW), NoticeQueued(relay(answers), NOW)))

    async def streams() -> list[tuple[str, int | None]]:
        return [(one.stream, one.dialog) for one in await store.waiting(0, 9) if one.message is not None]

    await merge(store, 2, 1)
    assert await streams() == [("dialog:1", 1), (seller_stream(SELLER.id), 1)]
    await undo(store, 2)
    assert await streams() == [("dialog:2", 2), (seller_stream(SELLER.id), 2)]


async def test_three_become_one_and_come_apart_one_by_one(store: SqlStore) -> None:
    await two(store)
    await store.commit(opening(dialog(3)))
    await store.commit(added(message(3, text("третий"))))

    await merge(store, 2, 1)
    await merge(store, 1, 3, LATER + 1)
    assert sorted(await said(store, 3)) == sorted(["первый", "третий", "второй", "снимок", "заметка", "ответ"])
    assert (found := await store.surviving_dialog(2))
    assert found.number == 3
    with pytest.raises(DialogMerged):
        await undo(store, 2)

    await undo(store, 1)
    await undo(store, 2)
    assert [await said(store, number) for number in (3, 1, 2)] == [
        ["третий"],
        ["первый", "ответ"],
        ["второй", "снимок", "заметка"],
    ]


async def test_what_can_not_be_merged_says_why(store: SqlStore) -> None:
    await two(store)
    await store.commit(opening(dialog(5, OTHER_SELLER), seller=OTHER_SELLER))
    await store.commit(opening(dialog(6)))
    await store.commit(work(DialogChanged(finished(6))))

    for number, refusal in ((1, MergeIntoItself), (404, DialogUnknown), (5, OtherSellersDialog)):
        with pytest.raises(refusal):
            await merge(store, number, 1)
    with pytest.raises(Exception, match="dialog-finished"):
        await merge(store, 6, 1)
    await merge(store, 2, 1)
    with pytest.raises(DialogMerged):
        await merge(store, 2, 1)


async def outcomes(*doing: Any) -> list[type[Any]]:
    return sorted((type(one) for one in await asyncio.gather(*doing, return_exceptions=True)), key=str)


async def test_of_two_that_are_merged_into_each_other_at_once_one_stays(store: SqlStore) -> None:
    await two(store)
    first, second = await store.dialog(1), await store.dialog(2)
    assert first
    assert second
    one, other = work(now=LATER), work(now=LATER)
    await actions(store).merge(one, OLEG, first, 2)
    await actions(store).merge(other, YANA, second, 1)

    assert await outcomes(store.commit(one), store.commit(other)) == sorted([type(None), Conflict], key=str)

    open_ = await store.open_dialogs(SELLER.id)
    assert len(open_) == 1
    assert len(await said(store, open_[0].number)) == 5


async def test_merged_twice_at_once_is_merged_once(store: SqlStore) -> None:
    await two(store)
    first = await store.dialog(1)
    assert first
    merges = [work(now=LATER), work(now=LATER)]
    for each in merges:
        await actions(store).merge(each, OLEG, first, 2)

    assert await outcomes(*map(store.commit, merges)) == sorted([type(None), Conflict], key=str)


async def test_whatever_is_written_or_closed_meanwhile_is_decided_again(store: SqlStore) -> None:
    """A word, a note and an end that read the dialog before it became part of another one."""
    await two(store)
    second, desk = await store.dialog(2), Desk(store, Rules(), SearchIndex(Catalogue()))
    assert second
    meanwhile = [work(now=LATER) for _ in range(4)]
    note = IncomingMessage(text("для своих"), ref(GROUP))
    AgentActions(desk).note(meanwhile[0], YANA, second, note)
    AgentActions(desk).hold(meanwhile[1], YANA, second, IncomingMessage(text("смотрю"), ref(GROUP)))
    AgentActions(desk).close(meanwhile[2], YANA, second)
    meanwhile[3].add(MessageAdded(message(2, text("ещё")), ref()), DialogChanged(second))

    await merge(store, 2, 1)

    assert await outcomes(*map(store.commit, meanwhile)) == [Conflict] * 4
    assert await said(store, 2) == []


async def test_a_note_and_a_merge_at_once_lose_nothing(store: SqlStore) -> None:
    for number in range(10, 30, 2):
        await store.commit(opening(dialog(number), dialog(number + 1)))
        stays, goes = await store.dialog(number), await store.dialog(number + 1)
        assert stays
        assert goes
        merging, noting = work(now=LATER), work(now=LATER)
        await actions(store).merge(merging, OLEG, stays, goes.number)
        desk = Desk(store, Rules(), SearchIndex(Catalogue()))
        AgentActions(desk).note(noting, YANA, goes, IncomingMessage(text("заметка"), ref(GROUP)))

        done = await asyncio.gather(store.commit(noting), store.commit(merging), return_exceptions=True)

        assert done[1] is None
        assert await said(store, goes.number) == []
        assert await said(store, number) == (["заметка"] if done[0] is None else [])


async def test_erased_with_the_one_that_it_became_part_of(store: SqlStore, url: str) -> None:
    await two(store)
    await merge(store, 2, 1)
    assert await store.ended_before(LATER + DAY, 9) == []
    survivor = await store.dialog(1)
    assert survivor
    await store.commit(work(DialogChanged(survivor.after(Event.CLOSED, LATER + HOUR))))
    assert await store.ended_before(LATER + HOUR, 9) == []

    numbers = await store.ended_before(LATER + DAY, 9)
    assert sorted(numbers) == [1, 2]
    await store.commit(work(*map(DialogErased, numbers)))

    tables = await dump(url)
    assert [tables[name] for name in ("dialog", "message", "message_ref", "turn", "dialog_merge")] == [[]] * 5


async def test_what_undoes_it_is_forgotten_in_a_day(store: SqlStore, url: str) -> None:
    await two(store)
    await merge(store, 2, 1)

    await store.sweep(LATER + DAY + 1, 15 * MINUTE)

    assert (await dump(url))["dialog_merge"] == []


def test_what_is_due_first_in_either_is_due_in_the_one_that_stays() -> None:
    soon, later = dialog(100_001, due_at=NOW + HOUR), dialog(100_002, due_at=NOW + DAY, snoozed_until=NOW + DAY)

    stays, goes = joined(later, soon), gone_into(soon, later, NOW + 1)
    assert (stays.due_at, stays.snoozed_until) == (NOW + HOUR, None)
    assert (goes.due_at, goes.waiting_since) == (None, None)
    assert as_before(stays, snapshot(later, OF_SURVIVOR)) == later
