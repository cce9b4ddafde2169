"""People, and their conversations with the bot."""

from dataclasses import replace
from typing import Any

import pytest

from core.dialog import DialogChanged, DialogOpened
from core.fsm import FsmState, FsmStateSaved
from core.person import Person, PersonChanged, PersonSeen, WrittenTo
from core.unit_of_work import Conflict
from storage.store import SqlStore
from tests.factories import (
    NOW,
    SELLER,
    answered,
    dialog,
    finished,
    opening,
    work,
)


async def person(store: SqlStore) -> Person:
    found = await store.person(SELLER.id)
    assert found
    return found


async def test_a_person_is_known_as_last_seen(store: SqlStore) -> None:
    assert await store.person(SELLER.id) is None
    await store.commit(work(PersonSeen(SELLER, NOW)))
    assert await person(store) == SELLER

    renamed = replace(SELLER, name="Аня <b>&\u202e", username=None, language="en-GB")
    await store.commit(work(PersonSeen(renamed, NOW + 1)))
    assert await person(store) == renamed


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("locale", "en"),
        ("banned_at", NOW),
        ("ban_reason", "спам"),
        ("writing_to", 100_001),
        ("unreachable_since", NOW),
    ],
)
async def test_what_is_set_stays_when_the_person_is_seen_again(store: SqlStore, column: str, value: Any) -> None:
    await store.commit(work(PersonSeen(SELLER, NOW), PersonChanged(SELLER.id, {column: value})))
    await store.commit(work(PersonSeen(SELLER, NOW + 1)))
    assert await person(store) == replace(SELLER, **{column: value})

    await store.commit(work(PersonChanged(SELLER.id, {column: None})))
    assert await person(store) == SELLER


async def test_a_name_with_a_nul_is_kept(store: SqlStore) -> None:
    await store.commit(work(PersonSeen(replace(SELLER, name="А\0ня"), NOW)))

    assert (await person(store)).name.replace("\0", "") == "Аня"


async def test_an_answer_makes_its_dialog_the_one_that_is_written_to(store: SqlStore) -> None:
    await store.commit(opening(dialog(1)))
    await store.commit(work(WrittenTo(SELLER.id, 1)))

    assert (await person(store)).writing_to == 1


async def test_an_answer_beside_other_open_dialogs_leaves_the_choice_to_the_seller(store: SqlStore) -> None:
    await store.commit(opening(dialog(1), dialog(2)))
    await store.commit(work(PersonChanged(SELLER.id, {"writing_to": 1})))
    await store.commit(work(WrittenTo(SELLER.id, 2)))
    assert (await person(store)).writing_to is None

    await store.commit(work(PersonChanged(SELLER.id, {"writing_to": 2})))
    await store.commit(work(WrittenTo(SELLER.id, 2)))
    assert (await person(store)).writing_to == 2


async def test_finished_dialogs_do_not_count_there(store: SqlStore) -> None:
    await store.commit(opening(dialog(1), dialog(2)))
    await store.commit(work(DialogChanged(finished(1)), DialogChanged(answered(2)), WrittenTo(SELLER.id, 2)))

    assert (await person(store)).writing_to == 2


async def test_a_conversation_is_kept_and_changed(store: SqlStore) -> None:
    assert await store.fsm_state("1:1") == FsmState()
    draft = {"topic": "ё", "parts": [{"text": "a\"'"}], "n": 1.5, "none": None}
    await store.commit(work(FsmStateSaved("1:1", "Draft:comment", draft, NOW, version=0)))
    assert await store.fsm_state("1:1") == FsmState("Draft:comment", draft, version=1)
    assert await store.fsm_state("1:2") == FsmState()

    await store.commit(work(FsmStateSaved("1:1", None, {}, NOW, version=1)))
    assert await store.fsm_state("1:1") == FsmState(version=2)


@pytest.mark.parametrize("read", [0, 1])
async def test_nobody_writes_over_a_conversation_that_they_did_not_read(store: SqlStore, read: int) -> None:
    for version in (0, 1):
        await store.commit(work(FsmStateSaved("1:1", "Draft:comment", {"photos": version}, NOW, version=version)))

    with pytest.raises(Conflict):
        await store.commit(work(FsmStateSaved("1:1", None, {}, NOW, version=read)))

    assert await store.fsm_state("1:1") == FsmState("Draft:comment", {"photos": 1}, version=2)


async def test_a_person_and_a_conversation_are_read_at_once(store: SqlStore) -> None:
    assert await store.person_and_fsm_state(SELLER.id, "1:1") == (None, FsmState())

    await store.commit(work(PersonSeen(SELLER, NOW)))
    assert await store.person_and_fsm_state(SELLER.id, "1:1") == (SELLER, FsmState())

    await store.commit(work(FsmStateSaved("1:1", "Draft:comment", {"n": 1}, NOW, version=0)))
    kept = FsmState("Draft:comment", {"n": 1}, version=1)
    assert await store.person_and_fsm_state(SELLER.id, "1:1") == (SELLER, kept)
    assert await store.person_and_fsm_state(2, "1:1") == (None, kept)


async def test_a_dialog_needs_a_seller(store: SqlStore) -> None:
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        await store.commit(work(DialogOpened(dialog())))


async def test_people_by_their_username(store: SqlStore) -> None:
    await store.commit(work(PersonSeen(replace(SELLER, username="Anya_Shop"), NOW)))

    found = await store.person_called("ANYA_shop")
    assert found
    assert found.id == SELLER.id
    assert await store.person_called("anya") is None
