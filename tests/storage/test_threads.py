"""Where dialogs stand, and what agents look for there: the queue, their own dialogs, each other."""

from dataclasses import replace

from core.dialog import DialogChanged
from core.outbox import NoticeKind
from core.threads import (
    CardPosted,
    DialogInThread,
    DialogsRerouted,
    GroupAbilityChanged,
    GroupMoved,
    Thread,
    ThreadClosed,
    ThreadNamed,
    ThreadSaved,
)
from core.units import DAY, HOUR, MINUTE
from storage.store import SqlStore
from tests.factories import (
    GROUP,
    NOW,
    OTHER_SELLER,
    SELLER,
    answered,
    dialog,
    finished,
    opening,
    work,
)

OTHER_GROUP = GROUP - 1
THREAD = Thread(GROUP, 77, 78, "№100001", closed=False)


def numbers(found: list[DialogInThread]) -> list[int]:
    return [each.dialog.number for each in found]


async def test_the_queue_is_what_waits_in_the_group_oldest_first(store: SqlStore) -> None:
    await store.commit(
        opening(
            dialog(100_001, waiting_since=NOW + HOUR),
            dialog(100_002, waiting_since=NOW),
            dialog(100_003, group_id=OTHER_GROUP),
            dialog(100_004),
        )
    )
    await store.commit(work(ThreadSaved(100_001, THREAD.chat_id, THREAD.thread_id, THREAD.card_id, THREAD.name)))
    await store.commit(work(DialogChanged(answered(100_004))))

    found = await store.queue(GROUP, 10, 0)
    assert numbers(found) == [100_002, 100_001]
    assert [each.thread for each in found] == [None, THREAD]
    assert numbers(await store.queue(GROUP, 1, 1)) == [100_001]
    assert await store.count_queue(GROUP) == 2
    assert await store.count_queue(OTHER_GROUP) == 1
    assert await store.count_queue(-5) == 0


async def test_the_queue_begins_with_what_is_due_first_and_has_nothing_that_was_put_off(store: SqlStore) -> None:
    await store.commit(
        opening(
            dialog(100_001),
            dialog(100_002, due_at=NOW + 2 * HOUR),
            dialog(100_003, due_at=NOW + HOUR, waiting_since=NOW + MINUTE),
            dialog(100_004, due_at=NOW + HOUR),
            dialog(100_005, due_at=NOW + MINUTE),
        )
    )
    await store.commit(work(DialogChanged(dialog(100_005, snoozed_until=NOW + DAY))))

    assert numbers(await store.queue(GROUP, 10, 0)) == [100_004, 100_003, 100_002, 100_001]
    assert numbers(await store.queue(GROUP, 2, 2)) == [100_002, 100_001]
    assert await store.count_queue(GROUP) == 4


async def test_groups_answer_while_they_have_open_dialogs(store: SqlStore) -> None:
    await store.commit(opening(dialog(100_001), dialog(100_002), dialog(100_003, group_id=OTHER_GROUP)))
    assert await store.groups_answering() == [OTHER_GROUP, GROUP]

    await store.commit(work(DialogChanged(finished(100_003, group_id=OTHER_GROUP))))
    assert await store.groups_answering() == [GROUP]


async def test_open_dialogs_of_a_category_are_sent_to_another_group(store: SqlStore) -> None:
    others = dialog(100_004, category="elsewhere")
    await store.commit(opening(dialog(100_001, agent_id=501), dialog(100_002), dialog(100_003), others))
    await store.commit(work(DialogChanged(finished(100_003))))
    await store.commit(work(ThreadSaved(100_001, THREAD.chat_id, THREAD.thread_id, THREAD.card_id, THREAD.name)))
    category = dialog(100_001).category
    assert await store.open_by_category(GROUP) == {category: 2, "elsewhere": 1}
    before = len(await store.waiting(0, 100))

    await store.commit(work(DialogsRerouted(GROUP, category, OTHER_GROUP, NOW)))
    await store.commit(work(DialogsRerouted(GROUP, category, OTHER_GROUP, NOW)))

    assert await store.open_by_category(GROUP) == {"elsewhere": 1}
    assert await store.open_by_category(OTHER_GROUP) == {category: 2}
    moved = await store.dialog(100_001)
    assert moved
    assert moved.agent_id is None
    shown = (await store.waiting(0, 100))[before:]
    assert [(notice.kind, notice.dialog, notice.values) for notice in shown] == [
        (NoticeKind.MOVE, 100_001, {"left": THREAD.to_data()}),
        (NoticeKind.MOVE, 100_002, {}),
    ]


async def test_assigned_are_open_ones_those_that_wait_first(store: SqlStore) -> None:
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


async def test_a_thread_is_kept_changed_and_found(store: SqlStore) -> None:
    await store.commit(opening())
    await store.commit(work(ThreadSaved(100_001, GROUP, 77, None, "№100001 · Брак · Аня")))
    assert await store.thread(100_001) == Thread(GROUP, 77, None, "№100001 · Брак · Аня")

    await store.commit(work(ThreadSaved(100_001, GROUP, 78, 900, "№100001 · Ответ", closed=True)))
    assert await store.thread(100_001) == Thread(GROUP, 78, 900, "№100001 · Ответ", closed=True)

    found = await store.dialog_at(GROUP, 78)
    assert found
    assert found.number == 100_001
    assert await store.dialog_at(GROUP, 77) is None
    assert await store.dialog_at(GROUP - 1, 78) is None


async def test_a_group_that_became_a_supergroup_is_followed(store: SqlStore) -> None:
    old, new = -4001, -1004001
    await store.commit(opening(dialog(1, group_id=old), dialog(2)))
    await store.commit(work(ThreadSaved(1, old, None, 12, None), ThreadSaved(2, GROUP, 5, 6, "имя")))

    await store.commit(work(GroupMoved(old, new, at=NOW)))
    await store.commit(work(GroupMoved(old, new, at=NOW)))

    moved = await store.dialog(1)
    assert moved
    assert moved.group_id == new
    assert await store.thread(1) == Thread(new, None, None, None)
    assert await store.thread(2) == Thread(GROUP, 5, 6, "имя")
    assert await store.groups_moved() == {old: new}


async def test_a_thread_is_changed_only_where_it_is_still_the_one_that_was_read(store: SqlStore) -> None:
    await store.commit(opening())
    old, new = Thread(GROUP, 7, 70, "имя"), Thread(GROUP - 1, 8, 80, "имя")
    await store.commit(work(ThreadSaved(100_001, old.chat_id, old.thread_id, old.card_id, old.name)))
    await store.commit(work(ThreadSaved(100_001, new.chat_id, 8, 80, "имя", instead_of=old)))

    await store.commit(
        work(
            ThreadSaved(100_001, GROUP, 9, 90, "имя", instead_of=old),
            CardPosted(100_001, old, 71),
            ThreadNamed(100_001, old, "Ответ"),
            ThreadClosed(100_001, 7, True),
        )
    )
    assert await store.thread(100_001) == new

    await store.commit(work(CardPosted(100_001, new, 81), ThreadNamed(100_001, new, "Ответ")))
    assert await store.thread(100_001) == replace(new, card_id=81, name="Ответ")


async def test_open_dialogs_follow_a_group_and_are_shown_there(store: SqlStore) -> None:
    await store.commit(opening(dialog(1), dialog(2)))
    await store.commit(work(DialogChanged(finished(2))))
    before = {notice.id for notice in await store.waiting(0, 100)}

    await store.commit(work(GroupMoved(GROUP, GROUP - 5, at=NOW)))

    came = [notice for notice in await store.waiting(0, 100) if notice.id not in before]
    assert [(notice.stream, notice.kind) for notice in came] == [("dialog:1", NoticeKind.MOVE)]


async def test_whether_the_bot_can_work_in_a_group_follows_it(store: SqlStore) -> None:
    old, new = GROUP, GROUP - 9
    assert await store.is_able_in(old) is None

    await store.commit(work(GroupAbilityChanged(old, able=True)))
    await store.commit(work(GroupAbilityChanged(old, able=False)))
    await store.commit(work(GroupMoved(old, new, at=NOW)))

    assert await store.is_able_in(old) is False
    assert await store.is_able_in(new) is False
