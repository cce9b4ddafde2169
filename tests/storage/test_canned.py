"""Canned answers."""

import pytest

from core.canned import CannedAnswer, CannedAnswerRemoved, CannedAnswerSaved, Macro
from core.unit_of_work import Conflict
from storage.store import SqlStore
from tests.factories import work


async def test_canned_answers_are_kept_in_their_order(store: SqlStore) -> None:
    for canned_answer in (
        CannedAnswer(None, "returns", "Яблоко", "{name}, ждём"),
        CannedAnswer(None, "returns", "Акт", "Пришлите акт"),
        CannedAnswer(None, "returns", "Первый", "…", position=-1),
        CannedAnswer(None, "finance", "Выплата", "Завтра"),
    ):
        await store.commit(work(CannedAnswerSaved(canned_answer)))
    kept = await store.canned_answers()
    assert [canned_answer.title for canned_answer in kept] == ["Выплата", "Первый", "Акт", "Яблоко"]

    changed = CannedAnswer(
        kept[0].id, "finance", "Выплаты", "Послезавтра", 5, {"en": "Soon"}, Macro(closes=True, topic="payout")
    )
    await store.commit(work(CannedAnswerSaved(changed), CannedAnswerRemoved(kept[1].id or 0)))
    assert await store.canned_answer(kept[0].id or 0) == changed
    assert await store.canned_answer(kept[1].id or 0) is None


async def test_a_change_of_a_canned_answer_that_is_gone_is_a_conflict(store: SqlStore) -> None:
    with pytest.raises(Conflict):
        await store.commit(work(CannedAnswerSaved(CannedAnswer(404, "a", "b", "c"))))
