"""Notices that become visible below one that was read already: nothing is missed, nothing comes twice."""

import asyncpg

from core.outbox import NoticeQueued, person_notice
from storage.connect import connect
from storage.late_rows import MOST, WINDOW, LateRows
from storage.store import SqlStore
from tests.factories import NOW, SELLER, work
from tests.storage.servers import Server

INSERT = """
INSERT INTO outbox (lane, kind, details, priority, due_at, created_at)
VALUES ('person:1', 'tell', '{"what": "late"}', 0, 0, 0)
"""


def told(what: str) -> NoticeQueued:
    return NoticeQueued(person_notice(SELLER.id, what, NOW), NOW)


async def test_a_slow_transaction_is_not_missed(server: Server) -> None:
    address = await server.database()
    database = await connect(address)
    store = SqlStore(database)
    slow = await asyncpg.connect(address)
    await store.commit(work(told("first")))
    transaction = slow.transaction()
    await transaction.start()
    await slow.execute(INSERT)
    await store.commit(work(told("quick"), told("next")))

    read = await store.waiting(0, 10)
    assert [notice.values["what"] for notice in read] == ["first", "quick", "next"]
    assert await store.waiting(read[-1].id, 10) == []
    await transaction.commit()
    late = await store.waiting(read[-1].id, 10)
    assert [notice.values["what"] for notice in late] == ["late"]
    assert read[0].id < late[0].id < read[1].id
    assert await store.waiting(read[-1].id, 10) == []

    await store.commit(work(told("last")))
    assert [notice.values["what"] for notice in await store.waiting(read[-1].id, 10)] == ["last"]
    assert len(await store.waiting(0, 10)) == 5
    await slow.close()
    await database.close()


def test_numbers_that_were_missed_are_looked_for() -> None:
    late_rows = LateRows()
    late_rows.read([1, 2, 5], now=0)
    assert late_rows.missing(now=1) == [3, 4]

    late_rows.read([4, 7], now=2)
    assert late_rows.missing(now=3) == [3, 6]


def test_a_number_that_stays_away_is_given_up() -> None:
    late_rows = LateRows()
    late_rows.read([1, 3], now=0)
    late_rows.read([5], now=WINDOW)

    assert late_rows.missing(now=WINDOW + 1) == [4]


def test_a_reader_that_begins_looks_back_a_little_only() -> None:
    late_rows = LateRows()
    late_rows.read([1_000_000, 2_000_000], now=0)

    assert late_rows.missing(now=0) == list(range(2_000_000 - MOST, 2_000_000))
