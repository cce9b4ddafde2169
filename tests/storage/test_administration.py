"""What admins keep: settings, admins, canned answers, announcements, and an audit that only grows."""

import sqlite3
from contextlib import closing
from typing import Any

import asyncpg
import pytest

from core.admins import AdminAppointed, AdminRevoked, AppointedAdmin
from core.announcement import Announcement, AnnouncementEnded, AnnouncementMade, Subscribed, SubscriberNotified
from core.audit import Audited, AuditLine
from core.canned import CannedAnswer, CannedAnswerRemoved, CannedAnswerSaved
from core.catalogue.model import CatalogueReplaced
from core.live_settings import SettingChanged
from core.outbox import NoticeQueued, person_notice
from core.person import PersonSeen
from core.unit_of_work import Conflict
from core.units import HOUR
from storage.connect import sqlite_path
from storage.store import SqlStore
from tests.factories import NOW, SELLER, work

ADMIN = 11


async def test_the_catalogue_is_the_one_imported_last(store: SqlStore) -> None:
    assert await store.catalogue() is None
    for words in ("категории: []", "категории: [ё]"):
        await store.commit(work(CatalogueReplaced(words, NOW, by=ADMIN)))

    assert await store.catalogue() == "категории: [ё]"


@pytest.mark.parametrize("value", [900_000, 0, 1.5, "ё", True, False, [1, "a"], {"mon": ["09:00", "18:00"]}])
async def test_a_setting_is_any_value_and_goes_back_to_its_default(store: SqlStore, value: Any) -> None:
    await store.commit(work(SettingChanged("a", "before", ADMIN, NOW), SettingChanged("b", 1, ADMIN, NOW)))
    await store.commit(work(SettingChanged("a", value, ADMIN, NOW)))
    assert await store.settings() == {"a": value, "b": 1}

    await store.commit(work(SettingChanged("a", None, ADMIN, NOW)))
    assert await store.settings() == {"b": 1}


async def test_admins_are_appointed_and_revoked(store: SqlStore) -> None:
    await store.commit(work(PersonSeen(SELLER, NOW), AdminAppointed(SELLER.id, "admin", ADMIN, NOW)))
    await store.commit(work(AdminAppointed(7, "admin", ADMIN, NOW + 1)))
    assert await store.admins() == [
        AppointedAdmin(SELLER.id, "admin", NOW, ADMIN, SELLER.name),
        AppointedAdmin(7, "admin", NOW + 1, ADMIN),
    ]

    await store.commit(work(AdminRevoked(SELLER.id), AdminRevoked(404)))
    assert [admin.person_id for admin in await store.admins()] == [7]


async def test_templates_are_kept_in_their_order(store: SqlStore) -> None:
    for canned_answer in (
        CannedAnswer(None, "returns", "Яблоко", "{name}, ждём"),
        CannedAnswer(None, "returns", "Акт", "Пришлите акт"),
        CannedAnswer(None, "returns", "Первый", "…", position=-1),
        CannedAnswer(None, "finance", "Выплата", "Завтра"),
    ):
        await store.commit(work(CannedAnswerSaved(canned_answer)))
    kept = await store.canned_answers()
    assert [canned_answer.title for canned_answer in kept] == ["Выплата", "Первый", "Акт", "Яблоко"]

    changed = CannedAnswer(kept[0].id, "finance", "Выплаты", "Послезавтра", 5)
    await store.commit(work(CannedAnswerSaved(changed), CannedAnswerRemoved(kept[1].id or 0)))
    assert await store.canned_answer(kept[0].id or 0) == changed
    assert await store.canned_answer(kept[1].id or 0) is None


async def test_a_change_of_a_template_that_is_gone_is_a_conflict(store: SqlStore) -> None:
    with pytest.raises(Conflict):
        await store.commit(work(CannedAnswerSaved(CannedAnswer(404, "a", "b", "c"))))


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

    await store.commit(work(AnnouncementEnded(payouts.id, NOW + HOUR)))
    assert await store.announcements_due(NOW + HOUR) == []
    ended = await store.announcement(payouts.id)
    assert ended
    assert ended.ended_at == NOW + HOUR
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


async def test_the_audit_is_newest_first_in_pages(store: SqlStore) -> None:
    for number in range(3):
        await store.commit(
            work(Audited(by=ADMIN, action="banned", at=NOW + number, values={"person": number, "ё": "«»"}))
        )

    lines = await store.audit(2, 0)
    assert lines[0] == AuditLine(lines[0].id, ADMIN, "banned", NOW + 2, {"person": 2, "ё": "«»"})
    assert [line.values["person"] for line in lines + await store.audit(2, 2)] == [2, 1, 0]
    assert await store.count_audit() == 3


@pytest.mark.parametrize("sql", ["UPDATE audit SET by_id = 0", "DELETE FROM audit"])
async def test_nobody_changes_the_audit(store: SqlStore, url: str, sql: str) -> None:
    await store.commit(work(Audited(by=ADMIN, action="banned", at=NOW)))

    with pytest.raises(Exception, match="only grows"):
        await say(url, sql)

    assert [line.by for line in await store.audit(10, 0)] == [ADMIN]


async def say(url: str, sql: str) -> None:
    if url.startswith("sqlite:"):
        with closing(sqlite3.connect(sqlite_path(url))) as file:
            file.execute(sql)
        return
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(sql)
    finally:
        await connection.close()
