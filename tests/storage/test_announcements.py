"""Announcements and those who wait for their end."""

import pytest

from core.announcement import Announcement, AnnouncementEnded, AnnouncementMade, Subscribed, SubscriberNotified
from core.outbox import NoticeQueued, person_notice
from core.unit_of_work import Conflict
from core.units import HOUR
from storage.store import SqlStore
from tests.factories import NOW, OTHER_SELLER, dialog, opening, work

ADMIN = 11


async def test_an_announcement_is_shown_until_its_end(store: SqlStore) -> None:
    await store.commit(work(AnnouncementMade("Сбой выплат", ("finance",), ADMIN, NOW, until=NOW + HOUR)))
    await store.commit(work(AnnouncementMade("Всё лежит", (), ADMIN, NOW)))

    everywhere, payouts = await store.announcements(NOW)
    assert payouts == Announcement(payouts.id, "Сбой выплат", ("finance",), NOW, ADMIN, NOW + HOUR)
    assert (payouts.concerns("finance"), payouts.concerns("returns")) == (True, False)
    assert everywhere.concerns("returns")
    assert await store.announcements(NOW + HOUR) == [everywhere]
    assert await store.announcements_due(NOW + HOUR - 1) == []
    assert await store.announcements_due(NOW + HOUR) == [payouts]

    await store.commit(work(AnnouncementEnded(payouts.id, NOW + HOUR, "Выплаты идут")))
    assert await store.announcements_due(NOW + HOUR) == []
    ended = await store.announcement(payouts.id)
    assert ended
    assert (ended.ended_at, ended.closing) == (NOW + HOUR, "Выплаты идут")
    with pytest.raises(Conflict):
        await store.commit(work(AnnouncementEnded(payouts.id, NOW + HOUR)))


async def test_subscribers_are_told_once(store: SqlStore) -> None:
    await store.commit(work(AnnouncementMade("Сбой", (), ADMIN, NOW), AnnouncementMade("Другой", (), ADMIN, NOW)))
    _, outage = await store.announcements(NOW)
    for person in (1, 2, 1):
        await store.commit(work(Subscribed(outage.id, person, NOW)))
    assert await store.count_subscribers(outage.id) == 2
    assert await store.announcements_to_notify(10) == []

    await store.commit(work(AnnouncementEnded(outage.id, NOW)))
    assert [over.id for over in await store.announcements_to_notify(10)] == [outage.id]
    assert await store.subscribers_to_notify(outage.id, 10) == [1, 2]

    told = SubscriberNotified(outage.id, 1, NOW)
    await store.commit(work(told, NoticeQueued(person_notice(1, "over", NOW), NOW)))
    with pytest.raises(Conflict):
        await store.commit(work(told, NoticeQueued(person_notice(1, "over", NOW), NOW)))
    assert len(await store.waiting(0, 10)) == 1
    assert await store.subscribers_to_notify(outage.id, 10) == [2]

    await store.commit(work(SubscriberNotified(outage.id, 2, NOW)))
    assert await store.announcements_to_notify(10) == []


async def test_who_wrote_lately_is_counted_by_category(store: SqlStore) -> None:
    await store.commit(opening(dialog(1), dialog(2), dialog(3, category="finance"), dialog(4, created_at=NOW - 1)))
    await store.commit(opening(dialog(5, OTHER_SELLER, category="finance"), seller=OTHER_SELLER))

    assert await store.recent_sellers(NOW) == {"returns": {1001}, "finance": {1001, 1002}}
