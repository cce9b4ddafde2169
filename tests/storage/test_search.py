"""What the search reads to learn: the questions of dialogs that ended."""

from core.dialog import DialogChanged
from storage.store import SqlStore
from tests.factories import NOW, added, dialog, finished, message, opening, text, work


async def test_questions_whose_dialogs_ended_in_one_sweep_are_read_together(store: SqlStore) -> None:
    for number, at in ((1, NOW + 2), (2, NOW + 2), (3, NOW + 2), (4, NOW + 3), (5, NOW + 9)):
        await store.commit(opening(dialog(number)))
        await store.commit(added(message(number, text(f"Вопрос {number}"))))
        await store.commit(work(DialogChanged(finished(number, at=at, answered_at=NOW))))

    found = await store.ended_questions(NOW, NOW + 8, 2)
    rest = await store.ended_questions(found[-1].ended_at, NOW + 8, 2)

    assert sorted(question.words for question in found) == ["Вопрос 1", "Вопрос 2", "Вопрос 3"]
    assert [question.words for question in rest] == ["Вопрос 4"]
    assert await store.ended_questions(rest[-1].ended_at, NOW + 8, 2) == []
