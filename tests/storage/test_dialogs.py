"""Dialogs: lists, filters, what is due."""

from dataclasses import replace

import pytest

from core.catalogue import Catalogue, Category, Topic
from core.desk import Desk, LaterActions
from core.desk.due_times import promised
from core.desk.late_words import dialog_after
from core.dialog import Dialog, DialogChanged, DialogFilter, DialogOpened, Ending, Event, Status
from core.message import IncomingMessage, MessageRef, Side
from core.outbox import Delivered
from core.person import PersonSeen
from core.rules import Rules
from core.search import SearchIndex
from core.store import commit_or_skip
from core.threads import Thread, ThreadSaved
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
    ref,
    text,
    work,
)


async def keep(store: SqlStore, *dialogs: Dialog) -> None:
    """Opened, and then changed into what they are."""
    await store.commit(work(PersonSeen(SELLER, NOW), PersonSeen(OTHER_SELLER, NOW)))
    await store.commit(work(*(DialogOpened(replace(each, status=Status.CREATED, ending=None)) for each in dialogs)))
    await store.commit(work(*(DialogChanged(each) for each in dialogs)))


def numbers(dialogs: list[Dialog]) -> list[int]:
    return [each.number for each in dialogs]


async def test_a_dialog_comes_back_as_it_was(store: SqlStore) -> None:
    opened = dialog(has_files=True, due_at=NOW + HOUR, warn_at=NOW + MINUTE)
    await store.commit(opening(opened))
    assert await store.dialog(100_001) == opened

    changed = replace(
        opened.after(Event.AGENT_ANSWERED, NOW + HOUR).rated(4, NOW + DAY),
        rating_comment="Спасибо! 👍 <b>&\"'",
        reminded_at=NOW + 2 * HOUR,
        agent_id=501,
        agent_name="Олег",
        group_id=GROUP - 1,
        category="finance",
        topic="payout",
        due_at=NOW + 3 * HOUR,
        warn_at=NOW + 2 * HOUR,
        snoozed_until=NOW + DAY,
        snooze_told=True,
        woken_at=NOW - DAY,
        woken_from=NOW + 2 * DAY,
    )
    await store.commit(work(DialogChanged(changed)))
    assert await store.dialog(100_001) == replace(changed, version=1)


async def test_an_unknown_dialog_is_none(store: SqlStore) -> None:
    assert await store.dialog(999_999) is None
    assert await store.thread(999_999) is None
    assert await store.dialog_at(GROUP, 1) is None


async def test_the_list_is_newest_first_in_pages(store: SqlStore) -> None:
    await keep(store, *(dialog(100_001 + day, created_at=NOW + day * DAY) for day in range(5)))
    await store.commit(work(DialogOpened(dialog(100_050, OTHER_SELLER))))
    everything = DialogFilter()

    assert numbers(await store.dialogs(SELLER.id, everything, 3, 0)) == [100_005, 100_004, 100_003]
    assert numbers(await store.dialogs(SELLER.id, everything, 3, 3)) == [100_002, 100_001]
    assert await store.count_dialogs(SELLER.id, everything) == 5


@pytest.mark.parametrize(
    ("which", "expected"),
    [
        (DialogFilter(), [4, 3, 2, 1]),
        (DialogFilter(since=NOW + DAY), [4, 3, 2]),
        (DialogFilter(until=NOW + DAY), [1]),
        (DialogFilter(since=NOW + DAY, until=NOW + 2 * DAY), [2]),
        (DialogFilter(status=Status.ANSWERED), [4, 2]),
        (DialogFilter(topic="payout"), [4, 3]),
        (DialogFilter(status=Status.ANSWERED, topic="payout"), [4]),
        (DialogFilter(since=NOW, until=NOW + 3 * DAY, status=Status.ANSWERED, topic="payout"), []),
        (DialogFilter(status=Status.FINISHED), []),
        (DialogFilter(topic="no-such"), []),
    ],
)
async def test_filters_combine(store: SqlStore, which: DialogFilter, expected: list[int]) -> None:
    await keep(
        store,
        dialog(1),
        answered(2, NOW + 2 * DAY, created_at=NOW + DAY),
        dialog(3, created_at=NOW + 2 * DAY, topic="payout"),
        answered(4, NOW + 4 * DAY, created_at=NOW + 3 * DAY, topic="payout"),
    )

    assert numbers(await store.dialogs(SELLER.id, which, 10, 0)) == expected
    assert await store.count_dialogs(SELLER.id, which) == len(expected)


async def test_open_dialogs_are_the_sellers_own(store: SqlStore) -> None:
    await keep(store, dialog(1), answered(2), finished(3), dialog(4, OTHER_SELLER))

    assert numbers(await store.open_dialogs(SELLER.id)) == [2, 1]


async def test_each_topic_that_was_used_is_there_once(store: SqlStore) -> None:
    await keep(store, dialog(1), dialog(2, topic="payout"), dialog(3), dialog(4, OTHER_SELLER, topic="api"))

    assert [(each.number, each.topic) for each in await store.topics_used(SELLER.id)] == [
        (3, "return-defect"),
        (2, "payout"),
    ]


async def test_the_past_counts_what_was_before(store: SqlStore) -> None:
    rated = [finished(number, Ending.RATED, rating=number % 5 + 1) for number in range(1, 8)]
    await keep(store, *rated, finished(8, Ending.CANCELLED), dialog(9), finished(10, seller=OTHER_SELLER, rating=1))

    past = await store.seller_history(SELLER.id, before=9)
    assert past.dialogs == 8
    assert past.ratings == (3, 2, 1, 5, 4)
    assert await store.seller_history(404, before=9) == replace(past, dialogs=0, ratings=())


async def test_the_usual_answer_needs_five(store: SqlStore) -> None:
    await keep(store, *(dialog(number) for number in range(1, 6)))
    for number in range(1, 5):
        await store.commit(work(Delivered(number, NOW + number * MINUTE, dialog=number, first_answer=True)))
    assert await store.usual_answer_time("return-defect", NOW) is None

    await store.commit(work(Delivered(5, NOW + DAY, dialog=5, first_answer=True)))
    assert await store.usual_answer_time("return-defect", NOW) == 3 * MINUTE
    assert await store.usual_answer_time("return-defect", NOW + 1) is None
    assert await store.usual_answer_time("payout", NOW) is None


async def test_only_the_first_answer_counts_and_rules_do_not_overwrite_it(store: SqlStore) -> None:
    await store.commit(opening())
    read = await store.dialog(100_001)
    assert read
    await store.commit(work(Delivered(1, NOW + MINUTE, dialog=100_001, first_answer=True)))
    await store.commit(work(Delivered(2, NOW + HOUR, dialog=100_001, first_answer=True)))
    await store.commit(work(DialogChanged(read)))

    now = await store.dialog(100_001)
    assert now
    assert now.first_answer_at == NOW + MINUTE


async def test_silence_is_reminded_of_once_and_then_ends_the_dialog(store: SqlStore) -> None:
    await keep(
        store,
        dialog(1),
        answered(2, NOW + 2 * HOUR),
        answered(3, NOW + HOUR),
        dialog(4).after(Event.AGENT_ASKED, NOW + 3 * HOUR),
        finished(5),
        replace(answered(6, NOW), reminded_at=NOW + HOUR),
    )

    assert numbers(await store.to_remind(NOW + 2 * HOUR, 10)) == [3, 2]
    assert numbers(await store.to_remind(NOW + DAY, 2)) == [3, 2]
    assert numbers(await store.to_expire(NOW + DAY, 10)) == [6, 3, 2, 4]
    assert numbers(await store.to_expire(NOW + DAY, 1)) == [6]
    assert await store.to_expire(NOW - 1, 10) == []


async def test_a_messenger_reference_may_be_large(store: SqlStore) -> None:
    large = 2**52 - 1
    await store.commit(opening())
    await store.commit(work(ThreadSaved(100_001, -large, 2**31 - 1, 2**31 - 1, None)))

    assert await store.thread(100_001) == Thread(-large, 2**31 - 1, 2**31 - 1)
    assert await store.message_at(MessageRef(-large, 2**31 - 1)) is None


async def test_long_waits_come_page_after_page(store: SqlStore) -> None:
    """Also where several began in the same moment."""
    waits = [dialog(100_000 + n, waiting_since=NOW + (n // 2) * MINUTE) for n in range(1, 7)]
    await store.commit(opening(*waits))

    seen: list[int] = []
    after = None
    while page := await store.waiting_dialogs(NOW + 2 * MINUTE, after, 2):
        seen += [each.number for each in page]
        after = page[-1]

    assert seen == [100_001, 100_002, 100_003, 100_004, 100_005]


async def test_what_has_a_time_of_its_own_is_no_long_wait(store: SqlStore) -> None:
    await store.commit(opening(dialog(100_001), dialog(100_002, due_at=NOW + HOUR), dialog(100_003)))
    await store.commit(work(DialogChanged(dialog(100_003, snoozed_until=NOW + DAY))))

    assert numbers(await store.waiting_dialogs(NOW + DAY, None, 10)) == [100_001]


async def test_agents_are_warned_once_and_not_of_what_was_put_off(store: SqlStore) -> None:
    await store.commit(opening(*(dialog(100_000 + place, warn_at=NOW + place * MINUTE) for place in (3, 2, 1))))
    await store.commit(work(DialogChanged(dialog(100_002, warn_at=NOW + 2 * MINUTE, snoozed_until=NOW + DAY))))

    assert numbers(await store.to_warn(NOW + 3 * MINUTE, 10)) == [100_001, 100_003]
    assert numbers(await store.to_warn(NOW + 3 * MINUTE - 1, 10)) == [100_001]
    await store.commit(work(DialogChanged(dialog(100_001))))
    assert numbers(await store.to_warn(NOW + DAY, 10)) == [100_003]


async def test_what_was_put_off_comes_back_in_its_time_and_is_not_silent_until_then(store: SqlStore) -> None:
    await keep(store, *(replace(answered(100_000 + place), snoozed_until=NOW + place * DAY) for place in (2, 1)))

    assert numbers(await store.to_bring_back(NOW + DAY, 10)) == [100_001]
    assert numbers(await store.to_bring_back(NOW + 2 * DAY, 10)) == [100_001, 100_002]
    assert await store.to_remind(NOW + 9 * DAY, 10) == []
    assert await store.to_expire(NOW + 9 * DAY, 10) == []


async def test_of_a_seller_who_writes_and_a_clock_that_brings_back_the_second_decides_again(store: SqlStore) -> None:
    put_off = dialog(100_001, snoozed_until=NOW + HOUR)
    await keep(store, put_off)
    (read,) = await store.to_bring_back(NOW + HOUR, 10)
    written, back = work(DialogChanged(read.after(Event.SELLER_WROTE, NOW + HOUR))), work(now=NOW + HOUR)
    LaterActions(Desk(store, Rules(), SearchIndex(Catalogue()))).bring_back(back, read)

    await store.commit(written)
    assert not await commit_or_skip(store, back)
    assert await store.to_bring_back(NOW + HOUR, 10) == []


async def test_of_two_agents_who_put_one_off_the_second_decides_again(store: SqlStore) -> None:
    await keep(store, dialog(100_001))
    read = await store.dialog(100_001)
    assert read
    await store.commit(work(DialogChanged(replace(read, snoozed_until=NOW + DAY))))

    with pytest.raises(Conflict):
        await store.commit(work(DialogChanged(replace(read, snoozed_until=NOW + HOUR))))


async def test_an_answer_that_is_older_than_the_question_leaves_what_was_promised(store: SqlStore) -> None:
    titles = {"ru": "Возвраты", "en": "Returns"}
    catalogue = Catalogue((Category("returns", titles, answer_in=HOUR),), (Topic("return-defect", "returns", titles),))
    desk = Desk(store, Rules(), SearchIndex(catalogue))
    waits = promised(desk, dialog(waiting_since=NOW + HOUR, seller_said_at=NOW + HOUR))
    await store.commit(opening(waits))
    await store.commit(added(message(created_at=NOW + HOUR)))

    late = message(side=Side.AGENT, created_at=NOW)
    after = await dialog_after(desk, waits, late, IncomingMessage(text(), ref(), second=NOW), NOW + 2 * HOUR)

    assert after.due_at == NOW + 2 * HOUR
    assert (after.waiting_since, after.due_at, after.warn_at) == (waits.waiting_since, waits.due_at, waits.warn_at)


async def test_when_the_first_dialog_was_opened(store: SqlStore) -> None:
    assert await store.first_dialog_at() is None

    await keep(store, dialog(100_002, created_at=NOW + DAY), dialog(100_003, created_at=NOW + HOUR))

    assert await store.first_dialog_at() == NOW + HOUR
