"""The figures as they come out of what is kept."""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC
from statistics import median

import pytest

from core.dialog import Dialog, DialogChanged, Ending, Event, Status, Titles
from core.figures import Report, is_resolution, report
from core.hours import ALWAYS, Hours
from core.message import Message, MessageAdded, Side
from core.outbox import Delivered, NoticeQueued, Undeliverable
from core.units import DAY, HOUR, MINUTE
from storage.reads import figures
from storage.store import SqlStore
from tests.factories import GROUP, NOW, added, dialog, message, opening, ref, relay, text, work


async def made(store: SqlStore, since: int = NOW, until: int = NOW + DAY) -> Report:
    return await report(store, since, until, UTC, lambda group: ALWAYS, until)


async def answer(store: SqlStore, number: int, at: int, *, delivered: int | None = None, agent: int = 501) -> Message:
    """An agent answers at `at`; the seller gets it at `delivered`, or never."""
    sent = message(number, text("ответ"), Side.AGENT, created_at=at, author_id=agent)
    read = await store.dialog(number)
    assert read
    await store.commit(work(DialogChanged(read.after(Event.AGENT_ANSWERED, at)), MessageAdded(sent, ref(GROUP))))
    if delivered:
        await store.commit(work(Delivered(0, delivered, ((ref(), sent.id),), number, first_answer=True)))
    return sent


async def write(store: SqlStore, number: int, at: int) -> None:
    read = await store.dialog(number)
    assert read
    await store.commit(work(DialogChanged(read.after(Event.SELLER_WROTE, at))))


async def test_first_response_ends_with_the_delivery(store: SqlStore) -> None:
    await store.commit(opening(dialog(1), dialog(2), dialog(3)))
    await answer(store, 1, NOW + MINUTE, delivered=NOW + 2 * MINUTE)
    await answer(store, 2, NOW + MINUTE)

    figures = (await made(store)).total
    assert (figures.dialogs, figures.answered) == (3, 1)
    assert figures.first_response.median == 2 * MINUTE


async def test_each_turn_of_the_seller_has_its_response(store: SqlStore) -> None:
    await store.commit(opening(dialog(1)))
    await write(store, 1, NOW + MINUTE)  # the same turn goes on
    await answer(store, 1, NOW + 2 * MINUTE, delivered=NOW + 3 * MINUTE, agent=501)
    await answer(store, 1, NOW + 4 * MINUTE, delivered=NOW + 5 * MINUTE, agent=502)  # nobody waited for it
    await write(store, 1, NOW + 10 * MINUTE)
    await answer(store, 1, NOW + 12 * MINUTE, delivered=NOW + 20 * MINUTE, agent=502)
    await write(store, 1, NOW + 30 * MINUTE)

    found = await made(store)
    assert (found.total.next_response.count, found.total.next_response.median) == (2, 6.5 * MINUTE)
    assert found.by_agent[501].next_response.median == 3 * MINUTE
    assert found.by_agent[502].next_response.median == 10 * MINUTE
    assert found.by_topic["return-defect"].next_response.count == 2


async def test_an_answer_that_arrives_late_ends_only_the_turns_before_it(store: SqlStore) -> None:
    await store.commit(opening(dialog(1)))
    sent = await answer(store, 1, NOW + MINUTE)
    await write(store, 1, NOW + 2 * MINUTE)
    await store.commit(work(Delivered(0, NOW + 5 * MINUTE, ((ref(), sent.id),), 1, first_answer=True)))

    assert (await made(store)).total.next_response.count == 1
    later = await answer(store, 1, NOW + 6 * MINUTE, delivered=NOW + 8 * MINUTE)
    assert later
    assert (await made(store)).total.next_response.median == 5.5 * MINUTE


async def test_what_the_seller_gets_delivered_to_the_group_is_no_answer(store: SqlStore) -> None:
    await store.commit(opening(dialog(1)))
    sent = message(1)
    await store.commit(added(sent))
    await store.commit(work(Delivered(0, NOW + MINUTE, ((ref(GROUP), sent.id),), 1)))

    assert (await made(store)).total.next_response.count == 0


async def test_deliveries_by_reason(store: SqlStore) -> None:
    await store.commit(opening(dialog(1)))
    sent = [message(1, created_at=NOW + number) for number in range(6)]
    note = message(1, side=Side.NOTE)
    outside = [message(1, created_at=NOW - 1), message(1, created_at=NOW + DAY)]
    await store.commit(added(*sent, note, *outside))
    await store.commit(work(*(NoticeQueued(relay(each), NOW) for each in sent)))
    notices = await store.waiting(0, 10)
    await store.commit(
        work(
            *(Delivered(notice.id, NOW, ((ref(), notice.message),), 1) for notice in notices[:2]),
            *(Undeliverable(notice.id, NOW, "blocked") for notice in notices[2:4]),
            Undeliverable(notices[4].id, NOW, "too-long"),
        )
    )

    deliveries = (await made(store)).deliveries
    assert (deliveries.accepted, deliveries.delivered, deliveries.waiting) == (6, 2, 1)
    assert deliveries.failures == {"blocked": 2, "too-long": 1}


async def test_what_arrives_at_last_is_delivered(store: SqlStore) -> None:
    await store.commit(opening(dialog(1)))
    sent = message(1)
    await store.commit(added(sent))
    await store.commit(work(NoticeQueued(relay(sent), NOW)))
    (notice,) = await store.waiting(0, 10)
    await store.commit(work(Undeliverable(notice.id, NOW, "blocked")))
    await store.commit(work(Delivered(0, NOW + HOUR, ((ref(), sent.id),), 1)))

    deliveries = (await made(store)).deliveries
    assert (deliveries.delivered, deliveries.failures) == (1, {})


@pytest.mark.parametrize("at_once", [1, 2, 3, 1000])
async def test_a_period_is_read_whole_in_batches_of_any_size(
    store: SqlStore, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(figures, "AT_ONCE", at_once)
    times = [NOW - 1, NOW, NOW, NOW, NOW + 5, NOW + DAY - 1, NOW + DAY]
    await store.commit(opening(*(dialog(number, created_at=at) for number, at in enumerate(times, 1))))
    for number in range(1, 8):
        await answer(store, number, NOW + DAY, delivered=NOW + 2 * DAY)

    found = await made(store)
    assert found.total.dialogs == 5
    assert found.total.next_response.count == 5
    assert (await made(store, NOW + DAY, NOW + 2 * DAY)).total.dialogs == 1
    assert (await made(store, NOW + 9 * DAY, NOW + 10 * DAY)).total.dialogs == 0


async def test_working_hours_are_those_of_the_dialogs_group(store: SqlStore) -> None:
    await store.commit(opening(dialog(1), dialog(2, group_id=GROUP - 1)))
    for number in (1, 2):
        await answer(store, number, NOW + HOUR, delivered=NOW + 6 * HOUR)
    night = Hours.parse("mon-sun 00:00-05:00", UTC)

    found = await report(store, NOW, NOW + DAY, UTC, lambda group: night if group == GROUP else ALWAYS, NOW + DAY)
    assert found.first_response_at_work
    assert found.first_response_at_work.median == 3.5 * HOUR


async def test_many_dialogs_are_counted_by_the_definitions(store: SqlStore) -> None:
    """Each figure once more, dialog by dialog, as core/figures.py defines it."""
    chance = random.Random(5)
    dialogs = [await some_dialog(store, number, chance) for number in range(1, 41)]
    report = await made(store)

    for tally, counted in (
        (report.total, dialogs),
        (report.by_topic["fine"], [each for each in dialogs if each.topic == "fine"]),
        (report.by_category["returns"], [each for each in dialogs if each.category == "returns"]),
    ):
        answered = [each.first_answer_at - each.created_at for each in counted if each.first_answer_at]
        resolved = [each.ended_at - each.created_at for each in counted if each.ended_at and is_resolution(each.ending)]
        stars = [each.rating for each in counted if each.rating]
        assert tally.dialogs == len(counted)
        assert tally.answered == len(answered)
        assert tally.finished == sum(each.status is Status.FINISHED for each in counted)
        assert tally.expired == sum(each.ending is Ending.EXPIRED for each in counted)
        assert tally.cancelled == sum(each.ending is Ending.CANCELLED for each in counted)
        assert (tally.ratings, tally.satisfied) == (len(stars), sum(star >= 4 for star in stars))
        assert tally.ratings_of_answered == sum(
            each.rating is not None and each.first_answer_at is not None for each in counted
        )
        assert tally.first_response.median == median(answered)
        assert tally.resolution.median == median(resolved)
    assert report.by_status == Counter(each.status for each in dialogs)
    assert sum(tally.answered for tally in report.by_agent.values()) == report.total.answered


async def some_dialog(store: SqlStore, number: int, chance: random.Random) -> Dialog:
    """Answered or not, ended in some way or not; all times are whole minutes, so that no median is rounded."""
    topic, category = chance.choice([("fine", "returns"), ("return-defect", "returns"), ("payout", "finance")])
    await store.commit(opening(dialog(number, topic=topic, category=category)))
    if chance.random() < 0.8:
        at = NOW + chance.randrange(1, 90) * 2 * MINUTE
        await answer(store, number, at, delivered=at + 2 * MINUTE, agent=chance.choice([501, 502]))
    read = await store.dialog(number)
    assert read
    if ending := chance.choice([None, *Ending]):
        rating = chance.randint(1, 5) if ending is Ending.RATED else None
        at = NOW + chance.randrange(100, 900) * 2 * MINUTE
        ended = replace(
            read,
            status=Status.FINISHED,
            ending=ending,
            rating=rating,
            ended_at=at,
            waiting_since=None,
            version=read.version,
        )
        await store.commit(work(DialogChanged(ended)))
    found = await store.dialog(number)
    assert found
    return found


async def test_an_agent_is_called_as_they_were_last(store: SqlStore) -> None:
    await store.commit(opening(dialog(1), dialog(2, created_at=NOW + HOUR)))
    for number, name in ((1, "Яна"), (2, "Анна, раньше Яна")):
        sent = message(number, text("ответ"), Side.AGENT, created_at=NOW + number * HOUR, author_name=name)
        read = await store.dialog(number)
        assert read
        at = NOW + number * HOUR
        await store.commit(work(DialogChanged(read.after(Event.AGENT_ANSWERED, at)), MessageAdded(sent, ref(GROUP))))
        await store.commit(work(Delivered(0, at + MINUTE, ((ref(), sent.id),), number, first_answer=True)))

    report = await made(store)
    assert report.agents == {501: "Анна, раньше Яна"}
    assert report.by_agent[501].dialogs == 2
    assert report.by_agent[501].next_response.count == 2


async def test_a_topic_is_called_as_it_was_last(store: SqlStore) -> None:
    last = Titles({"ru": "Возвраты"}, {"ru": "Брак и пересорт"})
    await store.commit(opening(dialog(1), dialog(2, titles=last, created_at=NOW + 1)))

    assert await store.titles("return-defect") == last
    assert await store.titles("no-such") is None


async def test_what_was_promised_is_kept_or_late(store: SqlStore) -> None:
    due = NOW + HOUR
    await store.commit(opening(*(dialog(number, due_at=due) for number in range(1, 6)), dialog(6)))
    await answer(store, 1, NOW + MINUTE, delivered=NOW + 2 * MINUTE)
    await answer(store, 2, NOW + MINUTE, delivered=due + 20 * MINUTE)
    await write(store, 1, NOW + 2 * HOUR)  # another turn, to which nothing was promised
    await change(store, 3, lambda read: read.after(Event.CANCELLED, due - MINUTE))
    await change(store, 4, lambda read: replace(read, due_at=None))

    before, then = await made(store, until=due), await made(store, until=NOW + 2 * HOUR)
    assert (before.promises.made, before.promises.kept) == (2, 1)
    assert (then.promises.made, then.promises.kept, then.promises.share) == (3, 1, 1 / 3)
    assert then.promises.late.median == 40 * MINUTE  # 20 of one, and of one that waits an hour


async def change(store: SqlStore, number: int, changed: Callable[[Dialog], Dialog]) -> None:
    read = await store.dialog(number)
    assert read
    await store.commit(work(DialogChanged(changed(read))))


async def test_lateness_is_working_time(store: SqlStore) -> None:
    await store.commit(opening(dialog(1, due_at=NOW + HOUR)))
    await answer(store, 1, NOW + MINUTE, delivered=NOW + DAY + HOUR)
    night = Hours.parse("mon-sun 00:00-05:00", UTC)  # it is 04:00

    found = await report(store, NOW, NOW + DAY, UTC, lambda group: night, NOW + DAY)
    assert found.promises.late.median == 5 * HOUR
