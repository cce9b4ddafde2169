"""The outbox: what waits, in which order, what is merged, what became of it."""

from core.inbox import UpdateSetAside
from core.message import Side
from core.outbox import (
    AlbumGrew,
    Delivered,
    NoticeKind,
    NoticeQueued,
    Priority,
    SentAgain,
    Undeliverable,
    card_notice,
    dialog_stream,
    person_notice,
    stars_notice,
    thread_notice,
)
from core.person import PersonChanged
from core.threads import Thread, ThreadSaved
from core.units import HOUR, MINUTE
from storage.store import SqlStore
from tests.factories import GROUP, NOW, SELLER, added, answered, dialog, message, opening, photo, ref, relay, work


async def test_notices_wait_in_the_order_they_were_told(store: SqlStore) -> None:
    done = work()
    done.notify(
        person_notice(SELLER.id, "created", NOW, dialog=100_001, files=3, comment="ё\"'<b>"),
        thread_notice(100_001, "rated", NOW + MINUTE, stars=5),
    )
    await store.commit(done)
    await store.commit(
        work(NoticeQueued(person_notice(SELLER.id, "late", NOW, priority=Priority.REMINDERS), NOW + HOUR))
    )

    first, second, third = await store.waiting(0, 10)
    assert first.id < second.id < third.id
    assert (first.stream, first.kind, first.dialog, first.message) == ("person:1001", NoticeKind.TELL, 100_001, None)
    assert first.values == {"what": "created", "files": 3, "comment": "ё\"'<b>"}
    assert (second.stream, second.kind, second.due_at) == ("dialog:100001", NoticeKind.LINE, NOW + MINUTE)
    assert (third.priority, third.dialog, third.created_at) == (Priority.REMINDERS, None, NOW + HOUR)


async def test_what_waits_is_read_in_pages(store: SqlStore) -> None:
    done = work()
    done.notify(*(person_notice(SELLER.id, str(number), NOW) for number in range(5)))
    await store.commit(done)

    page = await store.waiting(0, 3)
    assert [each.values["what"] for each in page] == ["0", "1", "2"]
    rest = await store.waiting(page[-1].id, 3)
    assert [each.values["what"] for each in rest] == ["3", "4"]
    assert await store.waiting(rest[-1].id, 3) == []


async def test_one_waiting_notice_takes_the_stars_of_all_that_is_answered_meanwhile(store: SqlStore) -> None:
    for first, at in ((1, NOW), (2, NOW + 1), (3, NOW + MINUTE)):
        await store.commit(work(NoticeQueued(stars_notice(100_001, first, at + MINUTE), at)))

    waiting = await store.waiting(0, 10)
    assert [(each.message, each.due_at) for each in waiting] == [(1, NOW + MINUTE), (3, NOW + 2 * MINUTE)]


async def test_a_new_reader_gets_everything_again(store: SqlStore) -> None:
    await store.commit(work(NoticeQueued(person_notice(SELLER.id, "x", NOW), NOW)))

    assert await store.waiting(0, 10) == await store.waiting(0, 10) != []


async def test_delivered_and_undeliverable_wait_no_more(store: SqlStore) -> None:
    done = work()
    done.notify(*(person_notice(SELLER.id, str(number), NOW) for number in range(3)))
    await store.commit(done)
    first, second, third = await store.waiting(0, 10)

    await store.commit(work(Delivered(first.id, NOW), Undeliverable(second.id, NOW, "blocked")))

    assert await store.waiting(0, 10) == [third]


async def test_what_failed_waits_once_more_in_its_old_place(store: SqlStore) -> None:
    await store.commit(opening())
    answers = [message(side=Side.AGENT) for _ in range(4)]
    await store.commit(added(*answers))
    for answer in answers:
        await store.commit(work(NoticeQueued(relay(answer), NOW)))
    first, second, third, fourth = await store.waiting(0, 10)
    stream = first.stream
    await store.commit(
        work(Undeliverable(first.id, NOW, "blocked"), Undeliverable(second.id, NOW, "file"), Delivered(third.id, NOW))
    )
    assert await store.first_waiting(stream) == fourth

    await store.commit(work(SentAgain(stream, NOW + HOUR)))
    await store.commit(work(SentAgain(stream, NOW + HOUR)))  # whoever is back is found by more than one

    once_more = await store.first_waiting(stream)
    assert once_more is not None
    assert (once_more.id, once_more.message, once_more.created_at) == (first.id, first.message, NOW + HOUR)
    kinds = [(each.id, each.kind) for each in await store.waiting(0, 10)]
    assert kinds[:2] == [(first.id, NoticeKind.RELAY), (fourth.id, NoticeKind.RELAY)]
    assert {kind for _, kind in kinds[2:]} == {NoticeKind.AGAIN}
    assert await store.first_waiting("person:1") is None


async def test_a_delivery_that_is_confirmed_twice_stands_once(store: SqlStore) -> None:
    await store.commit(opening())
    sent, thread = message(), ref(GROUP)
    await store.commit(added(sent))
    confirmed = Delivered(1, NOW, ((thread, sent.id),), 100_001)

    await store.commit(work(confirmed))
    await store.commit(work(confirmed))

    assert [where for where, source in await store.message_refs(sent.id) if not source] == [thread]


async def test_changes_of_one_card_are_merged_while_it_waits(store: SqlStore) -> None:
    await store.commit(opening(dialog(1), dialog(2)))
    done = work()
    done.notify(card_notice(1, NOW + 3000), card_notice(1, NOW + 3000), card_notice(2, NOW + 3000))
    await store.commit(done)
    assert [each.dialog for each in await store.waiting(0, 10)] == [1, 2]

    (waiting, _) = await store.waiting(0, 10)
    await store.commit(work(Delivered(waiting.id, NOW + 3000)))
    await store.commit(work(NoticeQueued(card_notice(1, NOW + 9000), NOW + 6000)))
    assert [each.dialog for each in await store.waiting(0, 10)] == [2, 1]


async def test_a_card_that_is_due_may_have_left_so_a_new_change_gets_its_own(store: SqlStore) -> None:
    await store.commit(opening())
    await store.commit(work(NoticeQueued(card_notice(100_001, NOW), NOW)))
    await store.commit(work(NoticeQueued(card_notice(100_001, NOW + MINUTE), NOW + MINUTE)))

    assert len(await store.waiting(0, 10)) == 2


async def test_an_album_waits_for_its_last_item(store: SqlStore) -> None:
    await store.commit(opening())
    items = [message(content=photo(str(number)), album="a1") for number in range(3)]
    await store.commit(added(*items))
    for number, item in enumerate(items):
        due_at = NOW + number * 500 + 1500
        await store.commit(work(NoticeQueued(relay(item, due_at=due_at, album="a1"), NOW), AlbumGrew("a1", due_at)))
    await store.commit(work(NoticeQueued(relay(items[0], stream="person:1", album="a1"), NOW)))

    waiting = await store.waiting_album(dialog_stream(100_001), "a1")
    assert [each.message for each in waiting] == [item.id for item in items]
    assert {each.due_at for each in waiting} == {NOW + 2500}
    assert await store.waiting_album(dialog_stream(100_001), "a2") == []


async def test_a_delivery_context_has_all_that_is_needed(store: SqlStore) -> None:
    await store.commit(opening(answered()))
    sent = message(content=photo("чек"))
    await store.commit(added(sent))
    await store.commit(work(ThreadSaved(100_001, GROUP, 7, 8, "имя", closed=True)))

    context = await store.delivery_context(100_001, sent.id)
    assert context
    assert context.dialog == await store.dialog(100_001)
    assert context.seller == SELLER
    assert context.thread == Thread(GROUP, 7, 8, "имя", closed=True)
    assert context.message == sent


async def test_a_delivery_context_without_place_and_message(store: SqlStore) -> None:
    await store.commit(opening())

    context = await store.delivery_context(100_001, None)
    assert context
    assert (context.thread, context.message) == (None, None)
    assert await store.delivery_context(404, None) is None


async def test_the_oldest_waiting_is_one_that_is_due(store: SqlStore) -> None:
    assert await store.oldest_waiting(NOW) == (None, 0)
    await store.commit(
        work(
            NoticeQueued(person_notice(SELLER.id, "later", NOW + HOUR), NOW - HOUR),
            NoticeQueued(person_notice(SELLER.id, "a", NOW), NOW - MINUTE),
            NoticeQueued(person_notice(SELLER.id, "b", NOW), NOW),
        )
    )

    assert await store.oldest_waiting(NOW) == (NOW - MINUTE, 2)


async def test_an_update_that_keeps_failing_is_set_aside_with_its_error(store: SqlStore) -> None:
    aside = UpdateSetAside(7, '{"update_id": 7}', "ValueError: ё", NOW)
    await store.commit(work(aside))
    await store.commit(work(aside))

    assert await store.count_set_aside() == 1
    assert await store.set_aside(10) == [aside]


async def test_a_delivery_context_shows_a_seller_who_can_not_be_reached(store: SqlStore) -> None:
    await store.commit(opening())
    await store.commit(work(PersonChanged(SELLER.id, {"unreachable_since": NOW})))

    context = await store.delivery_context(100_001, None)
    assert context
    assert context.seller.unreachable_since == NOW
