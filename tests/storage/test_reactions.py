"""What people put on messages."""

from core.message import MessageAdded, MessageState, Side, WrittenAnswer
from core.outbox import Delivered, EndedAnswer, NoticeQueued, Undeliverable
from core.reaction import Reaction, ReactionChanged
from storage.store import SqlStore
from tests.factories import NOW, added, message, opening, ref, relay, work


async def test_the_last_one_is_kept(store: SqlStore) -> None:
    answer = message(side=Side.AGENT)
    await store.commit(opening())
    await store.commit(added(answer))
    assert await store.reaction(answer.id) is None

    for reaction in (Reaction(answer.id, "👎", NOW), Reaction(answer.id, None, NOW)):
        await store.commit(work(ReactionChanged(reaction, answer.dialog)))
        assert await store.reaction(answer.id) == reaction


async def test_whoever_marks_the_last_answers_again_learns_of_it(store: SqlStore) -> None:
    answer = message(side=Side.AGENT)
    await store.commit(opening())
    await store.commit(added(answer))
    await store.commit(work(NoticeQueued(relay(answer), NOW)))
    [waiting] = await store.waiting(0, 10)
    await store.commit(work(Delivered(waiting.id, NOW, ((ref(1), answer.id),), answer.dialog)))
    assert await store.last_answers() == [EndedAnswer(waiting.values, delivered=True)]

    await store.commit(work(ReactionChanged(Reaction(answer.id, "❤"), answer.dialog)))

    assert await store.last_answers() == [EndedAnswer(waiting.values, delivered=True, reaction="❤")]


async def test_what_became_of_messages_is_read_together(store: SqlStore) -> None:
    await store.commit(opening())
    arrived, lost, waiting = (message(side=Side.AGENT, created_at=NOW + at) for at in range(3))
    await store.commit(added(arrived, lost, waiting))
    await store.commit(work(NoticeQueued(relay(arrived), NOW), NoticeQueued(relay(lost), NOW)))
    first, second = await store.waiting(0, 10)
    await store.commit(work(Delivered(first.id, NOW + 5, ((ref(1), arrived.id),), arrived.dialog)))
    await store.commit(work(Undeliverable(second.id, NOW, "blocked")))
    await store.commit(work(ReactionChanged(Reaction(arrived.id, "👎"), arrived.dialog)))

    assert await store.message_states(arrived.dialog, arrived.id, lost.id) == {
        arrived.id: MessageState(delivered_at=NOW + 5, reaction="👎"),
        lost.id: MessageState(failure="blocked"),
    }
    assert await store.message_states(arrived.dialog, waiting.id, waiting.id) == {waiting.id: MessageState()}
    assert await store.message_states(arrived.dialog + 1, arrived.id, waiting.id) == {}


async def test_what_became_of_an_answer_is_seen_where_it_was_written(store: SqlStore) -> None:
    answer, written = message(side=Side.AGENT), ref(-100)
    await store.commit(opening())
    assert await store.answer_at(written) is None
    await store.commit(work(MessageAdded(answer, written), NoticeQueued(relay(answer), NOW)))
    assert await store.answer_at(written) == WrittenAnswer(is_note=False, waits=True, failed=False)
    [waiting] = await store.waiting(0, 10)

    await store.commit(work(Undeliverable(waiting.id, NOW, "blocked")))
    assert await store.answer_at(written) == WrittenAnswer(is_note=False, waits=False, failed=True)

    there = ref(answer.author_id)
    await store.commit(work(Delivered(waiting.id, NOW, ((there, answer.id),), answer.dialog)))
    await store.commit(work(ReactionChanged(Reaction(answer.id, "❤"), answer.dialog)))
    assert await store.answer_at(written) == WrittenAnswer(is_note=False, waits=False, failed=False, reaction="❤")
    assert await store.answer_at(there) is None
