"""Deletion is real: nothing that a seller wrote, or was called, is left in any table."""

import re

import pytest

from core.audit import Audited
from core.content import Content, File, Kind
from core.dialog import DialogChanged, TopicTaken
from core.erasure import DialogErased, SellerErased
from core.fsm import FsmStateSaved
from core.inbox import UpdateHandled, UpdateReceived, UpdateSetAside
from core.message import MessageAdded, MessageEdited, Side
from core.outbox import Delivered, NoticeQueued, Undeliverable, person_notice, thread_notice
from core.person import PersonChanged
from core.reaction import Reaction, ReactionChanged
from core.similar import AnswerRemembered, HelpfulAnswer
from core.threads import ThreadSaved
from core.unit_of_work import Conflict, UnitOfWork
from core.units import DAY, HOUR, MINUTE
from storage import paced_deletion
from storage.store import SqlStore
from tests.factories import (
    GROUP,
    NOW,
    OTHER_SELLER,
    SELLER,
    added,
    dialog,
    finished,
    message,
    opening,
    photo,
    ref,
    relay,
    text,
    work,
)
from tests.storage.tables import dump

MARKS = ("лаврова", "anya_shop", "секретн", "первоначальн", "внутренн", "подпис", "квитанц", "черновик", "впечатлен")


async def everything(store: SqlStore) -> None:
    """Every kind of thing that may be kept of a seller, and the same of another one."""
    await store.commit(opening(dialog(1), dialog(2)))
    await store.commit(opening(dialog(3, OTHER_SELLER), seller=OTHER_SELLER))
    secret, edited = message(1, text("секретный номер")), message(2, text("первоначальный"))
    note = message(1, text("внутренняя заметка"), Side.NOTE)
    file = message(1, Content(Kind.DOCUMENT, "подписан", file=File("i", "u", "квитанция.pdf")))
    other = message(3, text("чужой товар"), author_id=OTHER_SELLER.id, author_name=OTHER_SELLER.name)
    await store.commit(added(secret, edited, note, file))
    await store.commit(work(MessageAdded(other, ref(OTHER_SELLER.id))))
    await store.commit(
        work(
            MessageEdited(edited, text("секретная правка"), NOW),
            Delivered(1, NOW, ((ref(GROUP), secret.id), (ref(GROUP), None)), 1),
            ReactionChanged(Reaction(secret.id, "👍"), secret.dialog),
            AnswerRemembered(HelpfulAnswer(1, "return-defect", secret.id, NOW, frozenset({"секретн"}))),
            ThreadSaved(1, GROUP, 7, 8, "№1 · Аня Лаврова"),
            TopicTaken(SELLER.id, "return-defect", 1, NOW, 0),
            FsmStateSaved(f"{SELLER.id}:{SELLER.id}:0", "Draft", {"text": "черновик"}, NOW, version=0),
            UpdateReceived(4, f"{SELLER.id}:0", '{"from":{"id":1001,"first_name":"Лаврова"}}', NOW),
            UpdateSetAside(5, '{"from":{"id":1001,"first_name":"Лаврова"}}', "error", NOW),
            NoticeQueued(relay(secret), NOW),
            NoticeQueued(thread_notice(2, "rating-comment", NOW, comment="впечатление"), NOW),
            NoticeQueued(person_notice(SELLER.id, "banned", NOW, reason="Лаврова"), NOW),
            NoticeQueued(relay(other), NOW),
            Audited(11, "banned", NOW, {"person": SELLER.id, "reason": "грубит Лаврова"}),
            Audited(11, "banned", NOW, {"person": OTHER_SELLER.id, "reason": "спам"}),
        )
    )
    waiting = await store.waiting(0, 10)
    await store.commit(work(Undeliverable(waiting[1].id, NOW, "blocked"), UpdateHandled(4, NOW)))


async def left(url: str) -> list[str]:
    """Marks of the seller that can still be seen somewhere, and where."""
    tables = await dump(url)
    return [
        f"{mark} in {name}"
        for name, rows in tables.items()
        for row in rows
        for value in row
        for mark in MARKS
        if mark in (value.decode("utf-8", "ignore") if isinstance(value, bytes) else str(value)).casefold()
    ]


async def erase(store: SqlStore) -> None:
    await store.commit(work(SellerErased(SELLER.id, tuple(await store.dialog_numbers(SELLER.id)))))
    await store.sweep(NOW, 15 * MINUTE)


async def test_a_seller_is_erased_and_others_stay(store: SqlStore, url: str) -> None:
    await everything(store)
    assert {mark.split(" ")[0] for mark in await left(url)} == set(MARKS)
    before = await dump(url)

    await erase(store)

    assert await left(url) == []
    assert await store.person(SELLER.id) is None
    assert await store.find("секретный", 10, 0) == []
    assert await store.find("товар", 10, 0)
    assert await store.find("борис", 10, 0)
    assert [waiting.dialog for waiting in await store.waiting(0, 10)] == [3]
    after = await dump(url)
    for table in ("dialog", "message", "turn", "person"):
        mine = [row for row in before[table] if OTHER_SELLER.id in row or 3 in row]
        assert after[table] == mine != []


async def test_not_even_the_id_is_left_once_the_topic_is_free_again(store: SqlStore, url: str) -> None:
    await everything(store)
    assert await where_is(SELLER.id, url) >= {"person", "dialog", "topic_taken", "audit", "outbox", "fsm_state"}

    await erase(store)
    assert await where_is(SELLER.id, url) == {"topic_taken"}
    assert [line.values for line in await store.audit(9, 0)] == [
        {"person": OTHER_SELLER.id, "reason": "спам"},
        {"forgotten": True},
    ]
    await store.sweep(NOW + 16 * MINUTE, 15 * MINUTE)
    assert await where_is(SELLER.id, url) == set()


async def where_is(number: int, url: str) -> set[str]:
    """The tables in which the number stands, as one or as a part of a text."""
    whole = re.compile(rf"(?<!\d){number}(?!\d)")
    return {
        name
        for name, rows in (await dump(url)).items()
        for row in rows
        if not name.startswith("sqlite_") and "_words" not in name
        for value in row
        if isinstance(value, int | str) and whole.search(str(value))
    }


async def test_a_long_dialog_goes_in_parts(store: SqlStore, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paced_deletion, "AT_ONCE", 3)
    await everything(store)
    await store.commit(added(*(message(1, text(f"секретный {step}")) for step in range(10))))

    await store.erase_dialogs([1])

    assert await store.dialog(1) is None
    assert await store.dialog_numbers(SELLER.id) == [2]
    tables = await dump(url)
    assert [row for row in tables["message"] if "секретный" in str(row)] == []
    assert len(tables["message"]) == 2


async def test_an_id_that_is_part_of_another_is_another(store: SqlStore) -> None:
    theirs = '{"message":{"from":{"id":100},"chat":{"id":-1001}}}'
    await store.commit(opening(dialog(1)))
    await store.commit(work(UpdateSetAside(1, theirs, "error", NOW), UpdateSetAside(1001, "{}", "error", NOW)))

    await erase(store)

    assert sorted(update.update_id for update in await store.set_aside(9)) == [1, 1001]


async def test_who_is_banned_stays_banned_without_a_name(store: SqlStore, url: str) -> None:
    await everything(store)
    await store.commit(work(PersonChanged(SELLER.id, {"banned_at": NOW, "ban_reason": "спам"})))

    await erase(store)

    seller = await store.person(SELLER.id)
    assert seller
    assert (seller.name, seller.username, seller.banned_at, seller.ban_reason) == ("", None, NOW, "спам")
    assert await left(url) == []


async def test_a_dialog_opened_meanwhile_is_a_conflict_and_nothing_is_erased(store: SqlStore) -> None:
    await everything(store)
    numbers = tuple(await store.dialog_numbers(SELLER.id))
    await store.commit(opening(dialog(9)))

    with pytest.raises(Conflict):
        await store.commit(work(SellerErased(SELLER.id, numbers)))

    assert await store.dialog_numbers(SELLER.id) == [1, 2, 9]


async def test_what_is_told_with_the_erasure_still_leaves(store: SqlStore) -> None:
    await everything(store)
    erasing: UnitOfWork = work(SellerErased(SELLER.id, (1, 2)))
    erasing.notify(person_notice(SELLER.id, "erased", NOW))
    await store.commit(erasing)

    assert [waiting.values.get("what") for waiting in await store.waiting(0, 10)] == [None, "erased"]


async def test_old_dialogs_are_erased_by_number(store: SqlStore, url: str) -> None:
    await store.commit(opening(dialog(1), dialog(2), dialog(3)))
    await store.commit(added(message(1, photo("секретный")), message(2, text("остаётся"))))
    await store.commit(
        work(
            DialogChanged(finished(1, at=NOW + DAY)),
            DialogChanged(finished(2, at=NOW + 3 * DAY)),
        )
    )

    numbers = await store.ended_before(NOW + 2 * DAY, 10)
    assert numbers == [1]
    await store.commit(work(*(DialogErased(number) for number in numbers)))
    await store.sweep(NOW, 15 * MINUTE)

    assert await store.dialog(1) is None
    assert "секретн in message" not in await left(url)
    assert not [mark for mark in await left(url) if mark.startswith("секретн")]
    assert await store.dialog_numbers(SELLER.id) == [2, 3]
    assert await store.ended_before(NOW + 9 * DAY, 10) == [2]
    assert await store.ended_before(NOW + 9 * DAY, 0) == []


async def test_erasing_what_is_not_there_is_nothing(store: SqlStore) -> None:
    await store.commit(work(DialogErased(404)))
    with pytest.raises(Conflict):
        await store.commit(work(SellerErased(404, ())))


async def test_words_erased_after_the_index_was_merged_are_gone_within_a_day(store: SqlStore, url: str) -> None:
    await store.commit(opening(dialog(1), dialog(2)))
    await store.commit(added(message(1, text("слово")), message(2, text("секретный"))))
    for number in (1, 2):
        await store.commit(work(DialogErased(number)))
        await store.sweep(NOW, 15 * MINUTE)

    for hour in range(1, 25):
        await store.sweep(NOW + hour * HOUR - 1, 15 * MINUTE)  # a tick may come a little early

    assert not [mark for mark in await left(url) if mark.startswith("секретн")]


async def test_words_of_another_dialog_are_found_after_the_index_was_merged(store: SqlStore) -> None:
    await store.commit(opening(dialog(1), dialog(2)))
    for number in range(300):
        await store.commit(work(MessageAdded(message(1 + number % 2, text(f"возврат {number}")), None)))
    await store.commit(work(DialogErased(2)))
    await store.sweep(NOW, 15 * MINUTE)

    assert [found.dialog.number for found in await store.find("возврат", 10, 0)] == [1]
    assert [found.dialog.number for found in await store.find("возврат 298", 10, 0)] == [1]
    assert await store.find("возврат 299", 10, 0) == []
