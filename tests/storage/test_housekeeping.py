"""What is kept for a while only."""

import pytest

from core.fsm import FsmStateSaved
from core.inbox import UpdateHandled, UpdateReceived, UpdateSetAside
from core.outbox import Delivered, NoticeQueued, Undeliverable, person_notice
from core.units import DAY
from storage import housekeeping
from storage.store import SqlStore
from tests.factories import NOW, SELLER, work
from tests.storage.tables import dump


@pytest.mark.parametrize(
    ("days", "left"),
    [
        (2, {"inbox": 5, "outbox": 7, "conversation": 1}),
        (4, {"inbox": 2, "outbox": 7, "conversation": 1}),
        (8, {"inbox": 2, "outbox": 2, "conversation": 1}),
        (31, {"inbox": 1, "outbox": 1, "conversation": 0}),  # what is unread waits for as long as it takes
    ],
)
async def test_each_thing_is_forgotten_in_its_time(
    store: SqlStore, url: str, monkeypatch: pytest.MonkeyPatch, days: int, left: dict[str, int]
) -> None:
    monkeypatch.setattr(housekeeping, "AT_ONCE", 2)
    await store.commit(work(*(NoticeQueued(person_notice(SELLER.id, str(number), NOW), NOW) for number in range(7))))
    notices = await store.waiting(0, 10)
    await store.commit(
        work(
            *(UpdateHandled(number, NOW) for number in range(3)),
            *(Delivered(notice.id, NOW) for notice in notices[:5]),
            Undeliverable(notices[5].id, NOW, "blocked"),
            UpdateSetAside(5, "{}", "error", NOW),
            UpdateReceived(6, "1:0", "{}", NOW),
            FsmStateSaved("1:1", "Draft:comment", {"a": 1}, NOW, version=0),
        )
    )

    await store.sweep(NOW + days * DAY)

    tables = await dump(url)
    assert {name: len(tables[name]) for name in left} == left


async def test_what_waits_is_never_forgotten(store: SqlStore) -> None:
    await store.commit(work(NoticeQueued(person_notice(SELLER.id, "late", NOW), NOW)))

    await store.sweep(NOW + 1000 * DAY)

    assert len(await store.waiting(0, 10)) == 1
