"""A Work is kept whole or not at all."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from core.dialog import DialogChanged, DialogOpened, TopicTaken
from core.inbox import UpdateHandled
from core.message import MessageAdded
from core.outbox import NoticeQueued
from core.person import PersonChanged, PersonSeen
from core.unit_of_work import Conflict, Duplicate
from core.units import HOUR, MINUTE
from storage.connect import connect
from storage.store import SqlStore
from tests.factories import NOW, OTHER_SELLER, SELLER, answered, dialog, finished, message, opening, ref, relay, work


async def test_everything_of_a_work_is_kept(store: SqlStore) -> None:
    first = message()

    await store.commit(opening())
    await store.commit(work(UpdateHandled(7, NOW), MessageAdded(first, ref()), NoticeQueued(relay(first), NOW)))

    assert await store.message(first.id) == first
    assert [waiting.message for waiting in await store.waiting(0, 10)] == [first.id]


async def test_an_empty_work_is_nothing(store: SqlStore) -> None:
    await store.commit(work())


async def test_an_update_is_kept_once(store: SqlStore) -> None:
    await store.commit(work(UpdateHandled(7, NOW)))

    with pytest.raises(Duplicate):
        await store.commit(work(PersonSeen(SELLER, NOW), UpdateHandled(7, NOW + 1)))

    assert await store.person(SELLER.id) is None


async def test_of_many_changes_one_that_comes_too_late_stops_all(store: SqlStore) -> None:
    """They go over together, and each is looked at all the same."""
    await store.commit(opening(dialog(1), dialog(2), dialog(3)))
    await store.commit(work(DialogChanged(finished(2))))

    with pytest.raises(Conflict):
        await store.commit(work(*(DialogChanged(finished(number)) for number in (1, 2, 3))))

    assert [found.number for found in await store.open_dialogs(SELLER.id)] == [3, 1]
    await store.commit(work(*(DialogChanged(finished(number)) for number in (1, 3))))
    assert await store.open_dialogs(SELLER.id) == []


async def test_a_message_is_kept_once_by_its_place(store: SqlStore) -> None:
    """The same message under another update id: Telegram gives no such promise, so the place is looked at too."""
    thread, first, again = ref(), message(), message()
    await store.commit(opening())
    await store.commit(work(MessageAdded(first, thread)))

    with pytest.raises(Duplicate):
        await store.commit(work(UpdateHandled(8, NOW), MessageAdded(again, thread), NoticeQueued(relay(again), NOW)))

    assert await store.message(again.id) is None
    assert await store.waiting(0, 10) == []
    await store.commit(work(UpdateHandled(8, NOW)))


async def test_a_dialog_that_was_changed_meanwhile_is_a_conflict(store: SqlStore) -> None:
    await store.commit(opening())
    read = await store.dialog(100_001)
    assert read
    await store.commit(work(DialogChanged(replace(read, agent_id=1, agent_name="Олег"))))

    with pytest.raises(Conflict):
        await store.commit(
            work(PersonChanged(SELLER.id, {"locale": "en"}), DialogChanged(replace(read, agent_id=2, agent_name="Яна")))
        )

    now = await store.dialog(100_001)
    assert now
    assert (now.agent_id, now.version) == (1, 1)
    seller = await store.person(SELLER.id)
    assert seller
    assert seller.locale is None


async def test_of_many_changes_at_once_one_is_kept(store: SqlStore) -> None:
    await store.commit(opening())
    read = await store.dialog(100_001)
    assert read

    outcomes = await asyncio.gather(
        *(store.commit(work(DialogChanged(replace(read, agent_id=agent)))) for agent in range(1, 9)),
        return_exceptions=True,
    )

    assert [type(outcome) for outcome in outcomes if outcome is not None] == [Conflict] * 7
    now = await store.dialog(100_001)
    assert now
    assert now.agent_id == outcomes.index(None) + 1


async def test_the_same_update_twice_at_once_is_kept_once(store: SqlStore) -> None:
    outcomes = await asyncio.gather(
        *(store.commit(work(UpdateHandled(7, NOW), PersonSeen(SELLER, NOW))) for _ in range(5)), return_exceptions=True
    )

    assert sorted(str(type(outcome)) for outcome in outcomes) == sorted([str(type(None)), *[str(Duplicate)] * 4])


async def test_a_work_that_can_not_be_leaves_those_beside_it_whole(store: SqlStore) -> None:
    nobodys = DialogOpened(dialog(100_009, OTHER_SELLER))

    outcomes: Any = await asyncio.gather(
        store.commit(opening(dialog(100_001))),
        store.commit(work(nobodys)),
        store.commit(opening(dialog(100_002))),
        return_exceptions=True,
    )

    assert [isinstance(outcome, Exception) for outcome in outcomes] == [False, True, False]
    assert await store.dialog(100_001)
    assert await store.dialog(100_002)
    assert await store.dialog(100_009) is None


async def test_a_cancelled_commit_does_not_stop_the_others(store: SqlStore) -> None:
    commits = [asyncio.create_task(store.commit(work(UpdateHandled(number, NOW)))) for number in range(3)]
    await asyncio.sleep(0)
    commits[0].cancel()

    await asyncio.gather(*commits, return_exceptions=True)

    with pytest.raises(Duplicate):
        await store.commit(work(UpdateHandled(2, NOW)))


async def test_one_topic_is_taken_once_in_the_cooldown(store: SqlStore) -> None:
    await store.commit(opening())
    taken = TopicTaken(SELLER.id, "return-defect", 100_001, NOW, free_before=NOW - 15 * MINUTE)
    await store.commit(work(taken))

    soon = replace(taken, number=100_002, at=NOW + MINUTE, free_before=NOW - 14 * MINUTE)
    with pytest.raises(Conflict):
        await store.commit(work(DialogOpened(dialog(100_002)), soon))
    assert await store.dialog(100_002) is None
    assert await store.topic_taken(SELLER.id, "return-defect") == (NOW, 100_001)

    later = replace(taken, number=100_003, at=NOW + HOUR, free_before=NOW + HOUR - 15 * MINUTE)
    await store.commit(work(DialogOpened(dialog(100_003)), later))
    assert await store.topic_taken(SELLER.id, "return-defect") == (NOW + HOUR, 100_003)


async def test_the_cooldown_ends_to_the_millisecond(store: SqlStore) -> None:
    await store.commit(opening())
    taken = TopicTaken(SELLER.id, "return-defect", 100_001, NOW, free_before=0)
    await store.commit(work(taken))

    with pytest.raises(Conflict):
        await store.commit(work(replace(taken, free_before=NOW - 1)))
    await store.commit(work(replace(taken, number=100_002, free_before=NOW)))


async def test_two_taps_at_once_open_one_dialog(store: SqlStore) -> None:
    await store.commit(work(PersonSeen(SELLER, NOW)))

    def opened(number: int) -> Any:
        taken = TopicTaken(SELLER.id, "return-defect", number, NOW, free_before=NOW - 15 * MINUTE)
        return store.commit(work(taken, DialogOpened(dialog(number))))

    outcomes = await asyncio.gather(opened(100_001), opened(100_002), return_exceptions=True)

    assert sorted(str(type(outcome)) for outcome in outcomes) == sorted([str(type(None)), str(Conflict)])
    assert len(await store.open_dialogs(SELLER.id)) == 1


async def test_other_topics_and_other_sellers_are_free(store: SqlStore) -> None:
    for seller_id, topic in [(SELLER.id, "a"), (SELLER.id, "b"), (OTHER_SELLER.id, "a")]:
        await store.commit(work(TopicTaken(seller_id, topic, 100_001, NOW, free_before=NOW - 15 * MINUTE)))

    assert await store.topic_taken(OTHER_SELLER.id, "b") is None


async def test_numbers_are_unique_and_start_with_six_digits(store: SqlStore) -> None:
    numbers = await asyncio.gather(*(store.next_number() for _ in range(20)))

    assert sorted(numbers) == list(range(100_001, 100_021))


async def test_a_number_is_not_used_again_after_a_failure_and_a_restart(url: str) -> None:
    database = await connect(url)
    store = SqlStore(database)
    number = await store.next_number()
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        await store.commit(work(DialogOpened(dialog(number, OTHER_SELLER))))
    await database.close()

    database = await connect(url)
    assert await SqlStore(database).next_number() == number + 1
    await database.close()


async def test_what_was_kept_is_there_after_a_restart(url: str) -> None:
    database = await connect(url)
    await SqlStore(database).commit(opening(answered()))
    await database.close()

    database = await connect(url)
    assert await SqlStore(database).dialog(100_001)
    await database.close()


async def test_closing_keeps_a_commit_or_says_that_it_does_not(url: str) -> None:
    database = await connect(url)
    commits = [
        asyncio.create_task(SqlStore(database).commit(work(UpdateHandled(number, NOW)))) for number in range(300)
    ]
    await asyncio.sleep(0)
    await database.close()
    outcomes = await asyncio.gather(*commits, return_exceptions=True)

    database = await connect(url)
    again = await asyncio.gather(
        *(SqlStore(database).commit(work(UpdateHandled(number, NOW))) for number in range(300)), return_exceptions=True
    )
    await database.close()
    assert [isinstance(outcome, Duplicate) for outcome in again] == [outcome is None for outcome in outcomes]
