"""Updates that came in: kept once, handled once, read on in their order."""

import pytest

from core.inbox import UpdateHandled, UpdateReceived, UpdateSetAside
from core.unit_of_work import Duplicate
from storage.store import SqlStore
from tests.factories import NOW, work
from tests.storage.tables import dump

FIRST, SECOND, OTHER = (UpdateReceived(5, "1:0", '{"a": 1}', NOW), UpdateReceived(9, "1:0", '{"b": 2}', NOW + 5),
                        UpdateReceived(7, "2:0", "{}", NOW + 1))  # fmt: skip


async def test_what_came_twice_stands_once(store: SqlStore) -> None:
    await store.commit(work(SECOND, FIRST, OTHER))
    await store.commit(work(FIRST, OTHER))

    assert await store.unread(NOW + 5, 10) == [FIRST, OTHER, SECOND]
    assert await store.unread(NOW, 10) == [FIRST]
    assert await store.oldest_unread() == (NOW, 3)


async def test_what_is_handled_is_known_and_its_words_are_gone(store: SqlStore, url: str) -> None:
    await store.commit(work(FIRST, UpdateHandled(5, NOW)))
    await store.commit(work(FIRST))

    with pytest.raises(Duplicate):
        await store.commit(work(UpdateHandled(5, NOW)))

    assert await store.oldest_unread() == (None, 0)
    assert "a" not in str((await dump(url))["inbox"])


async def test_an_update_of_a_key_waits_for_those_before_it(store: SqlStore) -> None:
    await store.commit(work(FIRST, OTHER, SECOND))

    assert await store.preceding("1:0", 9) == FIRST
    assert await store.preceding("1:0", 5) is None
    assert await store.preceding("2:0", 7) is None

    await store.commit(work(UpdateHandled(5, NOW)))
    assert await store.preceding("1:0", 9) is None


async def test_what_keeps_failing_is_aside_with_its_error_until_it_is_handled(store: SqlStore) -> None:
    await store.commit(work(FIRST))
    for error in ("first", "second"):
        await store.commit(work(UpdateSetAside(5, FIRST.body, error, NOW)))

    assert await store.set_aside(10) == [UpdateSetAside(5, FIRST.body, "first", NOW)]
    assert await store.count_set_aside() == 1
    assert await store.unread(NOW, 10) == []

    await store.commit(work(UpdateHandled(5, NOW)))
    await store.commit(work(UpdateSetAside(5, FIRST.body, "late", NOW)))
    assert await store.count_set_aside() == 0


async def test_words_are_looked_for_in_what_is_not_handled(store: SqlStore) -> None:
    await store.commit(work(FIRST, SECOND, UpdateHandled(5, NOW)))

    assert await store.is_unread('"b"')
    assert not await store.is_unread('"a"')
