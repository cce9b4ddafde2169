"""What is kept for a while only."""

import pytest

from core.admins import AdminAppointed
from core.announcement import AnnouncementEnded, AnnouncementMade, Subscribed, SubscriberNotified
from core.audit import Audited
from core.catalogue.model import CatalogueReplaced
from core.dialog import TopicTaken
from core.fsm import FsmStateSaved
from core.inbox import UpdateHandled, UpdateReceived, UpdateSetAside
from core.outbox import Delivered, NoticeQueued, Undeliverable, person_notice
from core.person import Agent, Person, PersonChanged, PersonSeen
from core.search_figures import SearchCounted, SearchEvent, WordMissed
from core.shift import ShiftBegan
from core.units import DAY, MINUTE
from storage import retention
from storage.store import SqlStore
from tests.factories import GROUP, NOW, OTHER_SELLER, SELLER, opening, work
from tests.storage.tables import dump

ADMIN = 11


@pytest.mark.parametrize(
    ("days", "left"),
    [
        (2, {"inbox": 5, "outbox": 7, "fsm_state": 1}),
        (4, {"inbox": 2, "outbox": 7, "fsm_state": 1}),
        (8, {"inbox": 2, "outbox": 2, "fsm_state": 1}),
        (31, {"inbox": 1, "outbox": 1, "fsm_state": 0}),  # what is unread waits for as long as it takes
    ],
)
async def test_each_thing_is_forgotten_in_its_time(
    store: SqlStore, url: str, monkeypatch: pytest.MonkeyPatch, days: int, left: dict[str, int]
) -> None:
    monkeypatch.setattr(retention, "AT_ONCE", 2)
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

    await store.sweep(NOW + days * DAY, 15 * MINUTE)

    tables = await dump(url)
    assert {name: len(tables[name]) for name in left} == left


async def test_what_waits_is_never_forgotten(store: SqlStore) -> None:
    await store.commit(work(NoticeQueued(person_notice(SELLER.id, "late", NOW), NOW)))

    await store.sweep(NOW + 1000 * DAY, 15 * MINUTE)

    assert len(await store.waiting(0, 10)) == 1


# Where each table's rows go. Who adds a table says so here, too.
GO_WITH_A_DIALOG = {"dialog", "dialog_merge", "message", "message_version", "thread", "message_ref", "reaction", "turn"}
GO_WITH_A_PERSON = {"person"}
GO_IN_TIME = {
    "helpful_answer",
    "helpful_stem",
    "search_evidence",
    "search_figure",
    "search_missed",
    "shift",
    "announcement",
    "audit",
    "catalogue",
    "fsm_state",
    "idempotency_key",
    "inbox",
    "outbox",
    "pace",
    "subscriber",
    "topic_taken",
}
A_SHOP_COUNTS_THEM = {
    "admin",
    "agents_group",
    "api_token",
    "group_moved",
    "migration",
    "numbering",
    "setting",
    "canned_answer",
}
ONE_ROW = {"lease", "search_taught"}


async def test_every_table_has_a_rule(url: str) -> None:
    tables = {name for name in await dump(url) if "_words" not in name and not name.startswith("sqlite_")}

    assert tables | {"lease", "pace"} == GO_WITH_A_DIALOG | GO_WITH_A_PERSON | GO_IN_TIME | A_SHOP_COUNTS_THEM | ONE_ROW


async def test_what_admins_leave_is_forgotten_too(store: SqlStore, url: str) -> None:
    for number in range(retention.CATALOGUES_KEPT + 5):
        await store.commit(work(CatalogueReplaced(f"catalogue {number}", NOW, ADMIN)))
    await store.commit(work(AnnouncementMade("Сбой", (), ADMIN, NOW), AnnouncementMade("Ещё длится", (), ADMIN, NOW)))
    await store.commit(work(Audited(ADMIN, "announced", NOW), Audited(ADMIN, "exported", NOW + DAY)))
    running, over = await store.announcements(NOW)
    await store.commit(work(Subscribed(over.id, 1, NOW), Subscribed(running.id, 1, NOW)))
    await store.commit(work(SubscriberNotified(over.id, 1, NOW), AnnouncementEnded(over.id, NOW)))

    async def left_after(days: int) -> dict[str, int]:
        await store.sweep(NOW + days * DAY + 1, 15 * MINUTE)
        tables = await dump(url)
        return {name: len(tables[name]) for name in ("announcement", "subscriber", "audit")}

    assert await left_after(29) == {"announcement": 2, "subscriber": 2, "audit": 2}
    assert await left_after(30) == {"announcement": 2, "subscriber": 1, "audit": 2}
    assert await left_after(365) == {"announcement": 1, "subscriber": 1, "audit": 2}
    assert await left_after(3 * 365) == {"announcement": 1, "subscriber": 1, "audit": 1}
    assert len((await dump(url))["catalogue"]) == retention.CATALOGUES_KEPT
    assert await store.catalogue() == f"catalogue {retention.CATALOGUES_KEPT + 4}"


async def test_whoever_has_not_been_on_shift_for_long_is_forgotten_there(store: SqlStore) -> None:
    await store.commit(work(ShiftBegan(GROUP, Agent(11, "Пётр"), NOW), ShiftBegan(GROUP, Agent(12, "Вера"), NOW + DAY)))

    await store.sweep(NOW + 30 * DAY + 1, 15 * MINUTE)

    assert [shift.agent.name for shift in await store.shifts(GROUP)] == ["Вера"]


async def test_a_topic_is_remembered_for_its_time(store: SqlStore) -> None:
    await store.commit(work(TopicTaken(SELLER.id, "return-defect", 1, NOW, 0)))

    await store.sweep(NOW + 15 * MINUTE, 15 * MINUTE)
    assert await store.topic_taken(SELLER.id, "return-defect")
    await store.sweep(NOW + 15 * MINUTE + 1, 15 * MINUTE)
    assert await store.topic_taken(SELLER.id, "return-defect") is None


async def test_what_was_searched_for_in_vain_is_forgotten_in_a_year(store: SqlStore, url: str) -> None:
    await store.commit(work(SearchCounted(SearchEvent.NOTHING, NOW), WordMissed("уполовинили", "", NOW)))

    async def left_after(days: int) -> list[int]:
        await store.sweep(NOW + days * DAY + 1, 15 * MINUTE)
        tables = await dump(url)
        return [len(tables[name]) for name in ("search_figure", "search_missed")]

    assert await left_after(364) == [1, 1]
    assert await left_after(367) == [0, 0]


async def test_people_without_dialogs_are_forgotten_in_their_time(store: SqlStore) -> None:
    busy, admin, banned = (Person(id=number, name="Кто-то") for number in (1, 2, 3))
    await store.commit(opening())
    await store.commit(work(PersonSeen(OTHER_SELLER, NOW), *(PersonSeen(each, NOW) for each in (busy, admin, banned))))
    await store.commit(
        work(
            FsmStateSaved("1:1:0", "Draft", {}, NOW, version=0),
            AdminAppointed(2, "admin", NOW, ADMIN),
            PersonChanged(3, {"banned_at": NOW}),
        )
    )

    assert await store.people_to_forget(NOW, 0, 9) == []
    assert await store.people_to_forget(NOW + 1, 0, 9) == [OTHER_SELLER.id]
    assert await store.people_to_forget(NOW + 1, OTHER_SELLER.id, 9) == []
