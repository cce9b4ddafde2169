"""Answers that helped are kept by the stems of their questions, for a while, and so many of a topic."""

from typing import Any

import pytest

from core.dialog import DialogChanged, Ending, FieldValue
from core.erasure import DialogErased
from core.merge import DialogsMerged, Merge
from core.message import Message, Side
from core.outbox import Delivered
from core.similar import (
    REMEMBERED_FOR,
    AnswerRemembered,
    AnswersReadUntil,
    EarlierAnswer,
    HelpfulAnswer,
    OldestAnswersForgotten,
    SharedStem,
)
from core.units import DAY, MINUTE
from storage.store import SqlStore
from storage.writes import similar
from tests.factories import NOW, SELLER, added, dialog, finished, message, opening, ref, text, work
from tests.storage.tables import dump

TOPIC = "return-defect"


async def ended(
    store: SqlStore, number: int, at: int = NOW + DAY, ending: Ending = Ending.CLOSED, **changes: Any
) -> Message:
    """The answer of a dialog that has ended."""
    answer = message(number, text("Деньги придут"), Side.AGENT)
    await store.commit(opening(dialog(number, fields=(FieldValue({"ru": "Заказ"}, "17"),))))
    await store.commit(added(message(number), answer))
    await store.commit(work(Delivered(0, NOW, ((ref(), answer.id),), number, first_answer=True)))
    await store.commit(work(DialogChanged(finished(number, ending, at, answered_at=NOW, **changes))))
    return answer


def remembered(answer: Message, *stems: str, at: int = NOW + DAY) -> AnswerRemembered:
    return AnswerRemembered(HelpfulAnswer(answer.dialog, TOPIC, answer.id, at, frozenset(stems)))


async def test_those_that_may_have_helped_are_read_in_their_order(store: SqlStore) -> None:
    await ended(store, 1, NOW + 4)
    await ended(store, 2, NOW + 3, Ending.EXPIRED)
    await ended(store, 3, NOW + 2, Ending.RATED, rating=4, rated_at=NOW)
    await ended(store, 4, NOW + 5, Ending.RATED, rating=3, rated_at=NOW)
    await ended(store, 5, NOW + 6, Ending.CANCELLED)
    await ended(store, 6, NOW + 9)
    await store.commit(opening(dialog(7)))
    await store.commit(work(DialogChanged(finished(7, at=NOW + 5))))  # nobody answered

    found = await store.helped_dialogs(NOW, NOW + 8, 10)
    assert [one.number for one in found] == [3, 2, 1]
    assert [one.number for one in await store.helped_dialogs(NOW, NOW + 8, 2)] == [3, 2]
    assert [one.number for one in await store.helped_dialogs(NOW + 4, NOW + 9, 10)] == [6]


async def test_those_that_ended_in_one_sweep_are_read_together(store: SqlStore) -> None:
    for number in (1, 2, 3):
        await ended(store, number, NOW + 2, Ending.EXPIRED)
    await ended(store, 4, NOW + 3)

    found = await store.helped_dialogs(NOW, NOW + 8, 2)
    rest = await store.helped_dialogs(found[-1].ended_at or 0, NOW + 8, 2)
    assert [one.number for one in [*found, *rest]] == [1, 2, 3, 4]


async def test_how_far_they_were_read_is_kept(store: SqlStore) -> None:
    assert await store.answers_read_until() == 0
    await store.commit(work(AnswersReadUntil(NOW)))
    assert await store.answers_read_until() == NOW


async def test_they_are_found_by_topic_and_stem(store: SqlStore) -> None:
    first, second = await ended(store, 1), await ended(store, 2, NOW + 2 * DAY, rating=5, rated_at=NOW)
    await store.commit(work(remembered(first, "возврат", "склад"), remembered(second, "возврат", at=NOW + 2 * DAY)))
    await store.commit(work(remembered(first, "склад")))  # once more is nothing

    found = await store.shared_stems(TOPIC, ["возврат", "слон", "склад"])
    assert sorted(found, key=lambda one: (one.stem, one.dialog)) == [
        SharedStem("возврат", 1, NOW + DAY),
        SharedStem("возврат", 2, NOW + 2 * DAY),
        SharedStem("склад", 1, NOW + DAY),
    ]
    assert await store.shared_stems("another", ["возврат"]) == []

    earlier = await store.earlier_answer(1)
    assert isinstance(earlier, EarlierAnswer)
    assert (earlier.message, earlier.seller.name, earlier.seller.username) == (first, SELLER.name, SELLER.username)
    assert [field.value for field in earlier.dialog.fields] == ["17"]
    assert await store.earlier_answer(3) is None


async def test_with_all_who_wrote_there_and_what_became_part_of_it(store: SqlStore) -> None:
    for number, article in ((2, "Ромашка"), (3, "Василёк")):
        await store.commit(opening(dialog(number, fields=(FieldValue({"ru": "Артикул"}, article),))))
    await store.commit(added(message(3, author_name="Анна до свадьбы")))
    for number, survivor in ((3, 2), (2, 1)):
        if survivor == 1:
            answer = await ended(store, 1)
        gone = finished(number, merged_into=survivor)
        merge = Merge(number=number, survivor=survivor, by=11, at=NOW, version=1,
                      merged_was={"waiting_since": None}, survivor_was={"waiting_since": None})  # fmt: skip
        await store.commit(work(DialogChanged(gone), DialogsMerged(merge)))
    await store.commit(work(remembered(answer, "возврат")))

    earlier = await store.earlier_answer(1)

    assert earlier
    assert {"Анна до свадьбы", answer.author_name} <= earlier.names
    assert sorted(field.value for part in earlier.parts for field in part.fields) == ["Василёк", "Ромашка"]


async def test_one_that_is_rated_badly_later_helps_no_more(store: SqlStore) -> None:
    answer = await ended(store, 1)
    await store.commit(work(remembered(answer, "возврат")))

    await store.commit(work(DialogChanged(finished(1, rating=2, rated_at=NOW, version=1))))

    assert await store.earlier_answer(1) is None


async def test_the_newest_of_a_topic_are_kept(store: SqlStore, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(similar, "MOST_OF_TOPIC", 2)
    for number, at in ((1, NOW + 3), (2, NOW + 1), (3, NOW + 2)):
        answer = await ended(store, number, at)
        await store.commit(work(remembered(answer, "возврат", at=at), OldestAnswersForgotten(TOPIC)))

    assert {one.dialog for one in await store.shared_stems(TOPIC, ["возврат"])} == {1, 3}
    assert len((await dump(url))["helpful_stem"]) == 2


async def test_they_go_in_time_and_with_their_dialog(store: SqlStore, url: str) -> None:
    for number, at in ((1, NOW), (2, NOW + DAY), (3, NOW + DAY)):
        answer = await ended(store, number, at)
        await store.commit(work(remembered(answer, "возврат", at=at)))

    await store.sweep(NOW + REMEMBERED_FOR + 1, 15 * MINUTE)
    assert {one.dialog for one in await store.shared_stems(TOPIC, ["возврат"])} == {2, 3}
    await store.erase_dialogs([2])
    await store.commit(work(DialogErased(3)))

    tables = await dump(url)
    assert tables["helpful_answer"] == tables["helpful_stem"] == []


async def test_one_whose_dialog_is_gone_meanwhile_is_not_kept(store: SqlStore, url: str) -> None:
    answer = await ended(store, 1)
    await store.commit(work(DialogErased(1)))

    await store.commit(work(remembered(answer, "возврат")))

    assert (await dump(url))["helpful_answer"] == []
