"""What sellers put on answers."""

from core.message import Side
from core.outbox import Delivered, EndedAnswer, NoticeQueued
from core.reaction import Reaction, ReactionChanged
from storage.store import SqlStore
from tests.factories import NOW, added, message, opening, ref, relay, work


async def test_the_last_one_is_kept(store: SqlStore) -> None:
    answer = message(side=Side.AGENT)
    await store.commit(opening())
    await store.commit(added(answer))
    assert await store.reaction(answer.id) is None

    for reaction in (Reaction(answer.id, "👎", NOW), Reaction(answer.id, None, NOW)):
        await store.commit(work(ReactionChanged(reaction)))
        assert await store.reaction(answer.id) == reaction


async def test_whoever_marks_the_last_answers_again_learns_of_it(store: SqlStore) -> None:
    answer = message(side=Side.AGENT)
    await store.commit(opening())
    await store.commit(added(answer))
    await store.commit(work(NoticeQueued(relay(answer), NOW)))
    [waiting] = await store.waiting(0, 10)
    await store.commit(work(Delivered(waiting.id, NOW, ((ref(1), answer.id),), answer.dialog)))
    assert await store.last_answers() == [EndedAnswer(waiting.values, delivered=True)]

    await store.commit(work(ReactionChanged(Reaction(answer.id, "❤"))))

    assert await store.last_answers() == [EndedAnswer(waiting.values, delivered=True, reaction="❤")]
