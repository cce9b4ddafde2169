"""The figures as they come out of what is kept."""

from datetime import UTC

import pytest

from core.dialog import DialogChanged, Event, Titles
from core.figures import Report, report
from core.hours import ALWAYS, Hours
from core.message import Message, MessageAdded, Side
from core.outbox import Delivered, NoticeQueued, Undeliverable
from core.units import DAY, HOUR, MINUTE
from storage.reads import figures
from storage.store import SqlStore
from tests.factories import GROUP, NOW, added, dialog, message, opening, ref, relay, text, work


async def made(store: SqlStore, since: int = NOW, until: int = NOW + DAY) -> Report:
    return await report(store, since, until, UTC, lambda group: ALWAYS)


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

    found = await report(store, NOW, NOW + DAY, UTC, lambda group: night if group == GROUP else ALWAYS)
    assert found.total.first_response_at_work.median == 3.5 * HOUR


async def test_a_topic_is_called_as_it_was_last(store: SqlStore) -> None:
    last = Titles({"ru": "Возвраты"}, {"ru": "Брак и пересорт"})
    await store.commit(opening(dialog(1), dialog(2, titles=last, created_at=NOW + 1)))

    assert await store.titles("return-defect") == last
    assert await store.titles("no-such") is None
