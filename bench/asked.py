"""What people ask the desk for all day."""

import random
from collections.abc import Awaitable, Callable

from bench.filling import DIALOGS, FIRST_NUMBER, FIRST_SELLER, GROUPS, NOW, YEARS, agents
from bench.filling_beside import TOPICS
from core.desk.similar import LOOKED_AT
from core.dialog import DialogFilter, Status
from core.merge import DialogsMerged, Merge, MergeUndone
from core.similar import MOST_STEMS, similar_dialogs
from core.unit_of_work import UnitOfWork
from core.units import DAY
from storage.store import SqlStore

PAGE = 10
MONTH = 30 * DAY

FREQUENT = ("возврат", "товар", "карточка")  # each in more than one message of two hundred
RARE = ("штраф", "карточка товара", "выплата задерживается")  # in one of 350, in one of thousands, in hardly any

Ask = Callable[[SqlStore, random.Random, int], Awaitable[object]]  # the last: how many dialogs there are


def _seller(chance: random.Random, dialogs: int) -> int:
    return FIRST_SELLER + chance.randrange(max(dialogs // DIALOGS, 1))


def _number(chance: random.Random, dialogs: int) -> int:
    return FIRST_NUMBER + chance.randrange(dialogs)


async def _list(store: SqlStore, chance: random.Random, dialogs: int) -> None:
    seller = _seller(chance, dialogs)
    await store.dialogs(seller, DialogFilter(), PAGE, 0)
    await store.count_dialogs(seller, DialogFilter())


async def _filter(store: SqlStore, chance: random.Random, dialogs: int) -> None:
    since = NOW - chance.randrange(YEARS)
    which = DialogFilter(since, since + MONTH, chance.choice(list(Status)), f"topic-{chance.randrange(TOPICS)}")
    seller = _seller(chance, dialogs)
    await store.dialogs(seller, which, PAGE, 0)
    await store.count_dialogs(seller, which)


async def _details(store: SqlStore, chance: random.Random, dialogs: int) -> None:
    number = _number(chance, dialogs)
    await store.dialog(number)
    await store.history(number, PAGE, 0)
    await store.count_history(number)
    await store.files(number)


async def _where_it_stands(store: SqlStore, chance: random.Random, dialogs: int) -> None:
    """What a reply, an edit and /undo ask first."""
    number = _number(chance, dialogs)
    last = await store.last_messages(number, PAGE)
    refs = await store.message_refs(last[-1].id)
    await store.message_at(refs[0][0])
    await store.due_at(last[-1].id)


async def _history_in_thread(store: SqlStore, chance: random.Random, dialogs: int) -> None:
    for message in await store.last_messages(_number(chance, dialogs), PAGE):
        await store.message_refs(message.id)


async def _answering(store: SqlStore, chance: random.Random, dialogs: int) -> None:
    await store.groups_answering()
    await store.to_warn(NOW, PAGE)
    await store.to_bring_back(NOW, PAGE)
    await store.oldest_waiting(NOW)


async def _queue(store: SqlStore, chance: random.Random, dialogs: int) -> None:
    group = chance.choice(GROUPS)
    await store.queue(group, PAGE, 0)
    await store.count_queue(group)
    await store.count_snoozed(group)


async def _in_charge(store: SqlStore, chance: random.Random, dialogs: int) -> None:
    agent = 501 + chance.randrange(agents(dialogs))
    await store.assigned_to(agent, PAGE, 0)
    await store.count_assigned_to(agent)


async def _find_number(store: SqlStore, chance: random.Random, dialogs: int) -> None:
    await store.find(str(_number(chance, dialogs)), PAGE, 0)


async def _find_person(store: SqlStore, chance: random.Random, dialogs: int) -> None:
    await store.find(f"@shop{_seller(chance, dialogs) - FIRST_SELLER}", PAGE, 0)


async def _find_frequent(store: SqlStore, chance: random.Random, dialogs: int) -> None:
    await store.find(chance.choice(FREQUENT), PAGE, 0)


async def _find_rare(store: SqlStore, chance: random.Random, dialogs: int) -> None:
    await store.find(chance.choice(RARE), PAGE, 0)


async def _merge(store: SqlStore, chance: random.Random, dialogs: int) -> None:
    """There and back, so that the next round finds all as it was."""
    number, survivor, nobody_waits = _number(chance, dialogs), _number(chance, dialogs), {"waiting_since": None}
    merge = Merge(
        number=number, survivor=survivor, by=501, at=NOW, version=1, merged_was=nobody_waits, survivor_was=nobody_waits
    )
    for change in (DialogsMerged(merge), MergeUndone(merge)) if number != survivor else ():
        work = UnitOfWork(NOW)
        work.add(change)
        await store.commit(work)


async def _similar(store: SqlStore, chance: random.Random, dialogs: int) -> None:
    dialog = await store.dialog(_number(chance, dialogs))
    assert dialog
    stems = [f"слов{place}" for place in (1, 2, 3, 5, 8, *chance.sample(range(9, 200), MOST_STEMS - 5))]
    for number in similar_dialogs(await store.shared_stems(dialog.topic, stems))[:LOOKED_AT]:
        await store.earlier_answer(number)


ASKED: dict[str, Ask] = {
    "a seller's list": _list,
    "the list, filtered": _filter,
    "a dialog's details": _details,
    "a reply, an edit, /undo": _where_it_stands,
    "/history": _history_in_thread,
    "each minute's looks": _answering,
    "a group's queue, by what is due": _queue,
    "an agent's own dialogs": _in_charge,
    "similar answers": _similar,
    "find by number": _find_number,
    "find by username": _find_person,
    "find by frequent words": _find_frequent,
    "find by rare words": _find_rare,
    "/merge, and undone": _merge,
}
