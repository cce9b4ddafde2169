"""What agents look for: the queue, their own dialogs, each other; and what is taken back."""

from dataclasses import replace

import pytest

from core.dialog import DialogChanged
from core.message import MessageAdded, MessageRecalled, MessageRef, Side
from core.outbox import Delivered, NoticeQueued
from core.person import PersonSeen
from core.threads import DialogInThread, Thread, ThreadSaved
from core.unit_of_work import Conflict
from core.units import HOUR, MINUTE
from storage.store import SqlStore
from tests.factories import (
    GROUP,
    NOW,
    OTHER_SELLER,
    SELLER,
    answered,
    dialog,
    finished,
    message,
    opening,
    ref,
    relay,
    work,
)

OTHER_GROUP = GROUP - 1
PLACE = Thread(GROUP, 77, 78, "№100001", closed=False)


def numbers(in_threads: list[DialogInThread]) -> list[int]:
    return [in_thread.dialog.number for in_thread in in_threads]


async def test_the_queue_is_what_waits_in_the_group_oldest_first(store: SqlStore) -> None:
    await store.commit(
        opening(
            dialog(100_001, waiting_since=NOW + HOUR),
            dialog(100_002, waiting_since=NOW),
            dialog(100_003, group_id=OTHER_GROUP),
            dialog(100_004),
        )
    )
    await store.commit(work(ThreadSaved(100_001, PLACE.chat_id, PLACE.thread_id, PLACE.card_id, PLACE.name)))
    await store.commit(work(DialogChanged(answered(100_004))))

    found = await store.queue(GROUP, 10, 0)
    assert numbers(found) == [100_002, 100_001]
    assert [in_thread.thread for in_thread in found] == [None, PLACE]
    assert numbers(await store.queue(GROUP, 1, 1)) == [100_001]
    assert await store.count_queue(GROUP) == 2
    assert await store.count_queue(OTHER_GROUP) == 1
    assert await store.count_queue(-5) == 0


async def test_groups_answer_while_they_have_open_dialogs(store: SqlStore) -> None:
    await store.commit(opening(dialog(100_001), dialog(100_002), dialog(100_003, group_id=OTHER_GROUP)))
    assert await store.groups_answering() == [OTHER_GROUP, GROUP]

    await store.commit(work(DialogChanged(finished(100_003, group_id=OTHER_GROUP))))
    assert await store.groups_answering() == [GROUP]


async def test_in_charge_are_open_ones_those_that_wait_first(store: SqlStore) -> None:
    waits = dialog(100_002, agent_id=501, agent_name="Олег")
    others = dialog(100_004, agent_id=502, agent_name="Вера")
    is_answered = replace(answered(100_001), agent_id=501, agent_name="Олег")
    ended = replace(finished(100_003), agent_id=501, agent_name="Олег")
    await store.commit(opening(*(dialog(number) for number in range(100_001, 100_005))))
    await store.commit(work(*(DialogChanged(each) for each in (waits, others, is_answered, ended))))

    assert numbers(await store.assigned_to(501, 10, 0)) == [100_002, 100_001]
    assert await store.count_assigned_to(501) == 2
    assert await store.colleagues(GROUP, 10) == [(502, "Вера"), (501, "Олег")]
    assert await store.colleagues(OTHER_GROUP, 10) == []


async def test_a_sellers_past_newest_first(store: SqlStore) -> None:
    await store.commit(opening(dialog(100_001), dialog(100_002)))
    await store.commit(opening(dialog(100_003, seller=OTHER_SELLER), seller=OTHER_SELLER))

    assert numbers(await store.past_dialogs(SELLER.id, 10, 0)) == [100_002, 100_001]


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


async def test_people_by_their_username(store: SqlStore) -> None:
    await store.commit(work(PersonSeen(replace(SELLER, username="Anya_Shop"), NOW)))

    found = await store.person_called("ANYA_shop")
    assert found
    assert found.id == SELLER.id
    assert await store.person_called("anya") is None


async def test_an_answer_that_waits_becomes_a_note(store: SqlStore) -> None:
    await store.commit(opening(dialog()))
    sent = message(side=Side.AGENT)
    await store.commit(work(MessageAdded(sent, ref(GROUP)), NoticeQueued(relay(sent, due_at=NOW + MINUTE), NOW)))
    assert await store.due_at(sent.id) == NOW + MINUTE

    await store.commit(work(MessageRecalled(sent.id)))

    assert await store.due_at(sent.id) is None
    assert await store.waiting(0, 10) == []
    kept = await store.message(sent.id)
    assert kept
    assert kept.side is Side.NOTE


async def test_an_answer_that_has_left_is_not_withheld(store: SqlStore) -> None:
    await store.commit(opening(dialog()))
    sent = message(side=Side.AGENT)
    await store.commit(work(MessageAdded(sent, ref(GROUP)), NoticeQueued(relay(sent), NOW)))
    [notice] = await store.waiting(0, 10)
    await store.commit(work(Delivered(notice.id, NOW, placed=((MessageRef(SELLER.id, 9), sent.id),), dialog=100_001)))

    with pytest.raises(Conflict):
        await store.commit(work(MessageRecalled(sent.id)))
    kept = await store.message(sent.id)
    assert kept
    assert kept.side is Side.AGENT


async def test_an_album_comes_in_its_order(store: SqlStore) -> None:
    await store.commit(opening(dialog()))
    first, second = message(album="a"), message(album="a")
    await store.commit(work(MessageAdded(first, ref()), MessageAdded(second, ref()), MessageAdded(message(), ref())))

    assert [each.id for each in await store.album("a")] == [first.id, second.id]
    assert await store.album("b") == []
