"""What may be taken out of the desk: in the order of time, whole, whatever the size of a batch."""

from dataclasses import replace

import pytest

from core.dialog import Dialog, DialogChanged, Ending
from core.message import MessageEdited, Side
from core.reaction import Reaction, ReactionChanged
from core.units import DAY
from storage.reads import export
from storage.store import SqlStore
from tests.factories import NOW, OTHER_SELLER, SELLER, added, dialog, finished, message, opening, text, work


@pytest.fixture(params=[1, 2, 500])
def _batches(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export, "AT_ONCE", request.param)


@pytest.mark.usefixtures("_batches")
async def test_dialogs_of_a_period_with_their_sellers(store: SqlStore) -> None:
    times = [NOW - 1, NOW, NOW, NOW + DAY - 1, NOW + DAY]
    await store.commit(opening(*(dialog(number, created_at=at) for number, at in enumerate(times, 1))))

    found = [each async for each in store.export_dialogs(NOW, NOW + DAY)]
    assert [each.dialog.number for each in found] == [2, 3, 4]
    assert found[0].dialog == await store.dialog(2)
    assert (found[0].seller_name, found[0].username) == (SELLER.name, SELLER.username)


@pytest.mark.usefixtures("_batches")
async def test_ratings_of_a_period(store: SqlStore) -> None:
    await store.commit(opening(*(dialog(number) for number in range(1, 6))))
    for number in range(1, 5):
        rated = finished(number, Ending.RATED, rating=number, rated_at=NOW + (4 - number) * DAY)
        await store.commit(work(DialogChanged(rated)))

    found = [each.dialog.rating async for each in store.export_ratings(NOW, NOW + 3 * DAY)]
    assert found == [4, 3, 2]


@pytest.mark.usefixtures("_batches")
async def test_messages_and_notes_of_a_period(store: SqlStore) -> None:
    await store.commit(opening(dialog(1), dialog(2)))
    sent = [message(1 + step % 2, text(str(step)), created_at=NOW + step) for step in range(6)]
    note = message(1, text("заметка"), Side.NOTE, created_at=NOW + 6)
    await store.commit(added(*sent, note, message(1, created_at=NOW + 7)))

    assert [each.message async for each in store.export_messages(NOW + 1, NOW + 7)] == [*sent[1:], note]


async def test_a_seller_takes_what_is_theirs_without_notes(store: SqlStore) -> None:
    await store.commit(opening(dialog(1), dialog(2)))
    await store.commit(opening(dialog(3, OTHER_SELLER), seller=OTHER_SELLER))
    mine, answer = message(1), message(1, text("ответ"), Side.AGENT)
    await store.commit(added(mine, answer, message(1, side=Side.NOTE), message(3)))

    found: dict[int, list[object]] = {}
    async for each, history in store.seller_data(SELLER.id):
        assert isinstance(each, Dialog)
        found[each.number] = [one.message for one in history]
    assert found == {1: [mine, answer], 2: []}
    assert [each async for each in store.seller_data(404)] == []


async def test_an_edited_message_is_exported_as_it_is_now(store: SqlStore) -> None:
    await store.commit(opening(dialog(1)))
    sent = message(1)
    await store.commit(added(sent))
    await store.commit(work(MessageEdited(sent, text("правка"), NOW + 1)))

    (found,) = [each.message async for each in store.export_messages(NOW, NOW + DAY)]
    assert found == replace(sent, content=text("правка"), edited_at=NOW + 1)


async def test_a_message_is_exported_with_what_was_put_on_it(store: SqlStore) -> None:
    await store.commit(opening(dialog(1)))
    sent, answer = message(1), message(1, text("ответ"), Side.AGENT)
    await store.commit(added(sent, answer))
    await store.commit(work(ReactionChanged(Reaction(answer.id, "👎"), 1)))

    found = [(each.message, each.reaction) async for each in store.export_messages(NOW, NOW + DAY)]
    assert found == [(sent, None), (answer, "👎")]
