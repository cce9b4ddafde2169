"""The history: messages of both sides and notes, versions, files, albums, and where each stands."""

from dataclasses import replace
from typing import Any

import pytest

from core.content import Content, File, Kind
from core.message import MessageAdded, MessageEdited, MessageRecalled, MessageRef, Side
from core.outbox import Delivered, NoticeQueued
from core.unit_of_work import Conflict
from core.units import HOUR, MINUTE
from storage.store import SqlStore
from tests.factories import (
    GROUP,
    NOW,
    SELLER,
    added,
    dialog,
    message,
    opening,
    photo,
    ref,
    relay,
    text,
    work,
)

CONTENTS: list[Any] = [
    text("Ёлка 🎄 <b>&amp;\"'\\ \u200f\u200b\n\ttab; DROP TABLE message; -- :status $1"),
    Content(Kind.TEXT, "жирный", ({"type": "bold", "offset": 0, "length": 6}, {"type": "custom_emoji", "id": "7"})),
    Content(Kind.DOCUMENT, "счёт", (), File("id", "unique", "счёт «июль».pdf", 10 * 1024 * 1024, "application/pdf")),
    Content(Kind.PHOTO, "", (), File("id", "unique"), {"has_spoiler": True}),
    Content(Kind.CONTACT, details={"phone_number": "+7900", "first_name": "Ян"}),
    Content(Kind.LOCATION, details={"latitude": 55.75, "longitude": -37.61}),
    text("a" * 4096),
    text("\U0001f468\u200d\U0001f469\u200d\U0001f467" * 500),
    text("с нулём \0 внутри"),
]


@pytest.mark.parametrize("content", CONTENTS)
async def test_content_comes_back_as_it_was(store: SqlStore, content: Content) -> None:
    sent = message(content=content, side=Side.AGENT, asks=True, album="a1")
    await store.commit(opening())
    await store.commit(added(sent))

    assert await store.message(sent.id) == sent


async def test_an_unknown_message_is_none(store: SqlStore) -> None:
    assert await store.message(1) is None
    assert await store.message_at(MessageRef(GROUP, 1)) is None
    assert await store.message_refs(1) == []


async def test_the_history_is_oldest_first_without_notes(store: SqlStore) -> None:
    await store.commit(opening(dialog(1), dialog(2)))
    sent = [message(1, text(str(number)), created_at=NOW + number) for number in range(4)]
    note = message(1, text("внутри"), side=Side.NOTE, created_at=NOW + 9)
    await store.commit(added(*reversed(sent), note, message(2)))

    assert await store.history(1, 10, 0) == sent
    assert await store.history(1, 2, 2) == sent[2:]
    assert await store.count_history(1) == 4
    assert await store.last_messages(1, 2) == sent[2:]
    assert await store.history(404, 10, 0) == []


async def test_the_last_answer_is_no_word_in_between(store: SqlStore) -> None:
    await store.commit(opening(dialog(1)))
    assert await store.last_answer(1) is None

    answer = message(1, text("Готово"), side=Side.AGENT, created_at=NOW)
    hold = replace(message(1, text("Смотрю"), side=Side.AGENT, created_at=NOW + 1), holds=True)
    note = message(1, text("внутри"), side=Side.NOTE, created_at=NOW + 2)
    await store.commit(added(answer, hold, note, message(1, created_at=NOW + 3)))
    assert await store.last_answer(1) == answer.id


async def test_an_edit_keeps_both_versions(store: SqlStore) -> None:
    await store.commit(opening())
    sent = message(content=text("первое"))
    await store.commit(added(sent))

    await store.commit(work(MessageEdited(sent, text("второе"), NOW + 1)))
    await store.commit(work(MessageEdited(sent, photo("третье", 5), NOW + 2)))

    assert await store.message(sent.id) == replace(sent, content=photo("третье", 5), edited_at=NOW + 2)
    assert await store.versions(sent.id) == [(text("первое"), NOW + 1), (text("второе"), NOW + 2)]
    assert await store.files(100_001) == [photo("третье", 5)]


async def test_files_are_those_that_may_be_sent_again(store: SqlStore) -> None:
    await store.commit(opening())
    sticker = Content(Kind.STICKER, file=File("s", "s"))
    voice = Content(Kind.VOICE, file=File("v", "v", size=3))
    hidden = message(content=photo("внутри"), side=Side.NOTE)
    await store.commit(added(*(message(content=content) for content in (text(), photo("1"), sticker, voice)), hidden))

    assert await store.files(100_001) == [photo("1"), voice]


async def test_an_albums_size_is_that_of_its_files(store: SqlStore) -> None:
    await store.commit(opening())
    assert await store.album_size("a1") == 0
    await store.commit(
        added(
            message(content=photo(size=10 * 1024**3), album="a1"),
            message(content=photo(size=7), album="a1"),
            message(content=photo(size=1), album="a2"),
        )
    )

    assert await store.album_size("a1") == 10 * 1024**3 + 7


async def test_a_message_is_known_by_where_it_was_written_and_where_it_was_delivered(store: SqlStore) -> None:
    await store.commit(opening())
    sent, written, delivered, header = message(), ref(), ref(GROUP), ref(GROUP)
    await store.commit(work(MessageAdded(sent, written)))
    await store.commit(work(Delivered(1, NOW, ((header, None), (delivered, sent.id)), 100_001)))

    for thread in (written, delivered):
        known = await store.message_at(thread)
        assert known
        assert (known.message, known.dialog.number) == (sent, 100_001)
    known = await store.message_at(header)
    assert known
    assert (known.message, known.dialog.number) == (None, 100_001)
    assert set(await store.message_refs(sent.id)) == {(written, True), (delivered, False)}


async def test_the_same_post_number_in_another_chat_is_another_post(store: SqlStore) -> None:
    await store.commit(opening())
    sent, thread = message(created_at=NOW + HOUR), ref(SELLER.id)
    await store.commit(work(MessageAdded(sent, thread)))

    assert await store.message_at(MessageRef(GROUP, thread.message_id)) is None


async def test_an_answer_that_waits_becomes_a_note(store: SqlStore) -> None:
    await store.commit(opening(dialog()))
    sent = message(side=Side.AGENT)
    await store.commit(work(MessageAdded(sent, ref(GROUP)), NoticeQueued(relay(sent, due_at=NOW + MINUTE), NOW)))
    assert await store.due_at(sent.id) == NOW + MINUTE

    await store.commit(work(MessageRecalled(sent)))

    assert await store.due_at(sent.id) is None
    assert await store.waiting(0, 10) == []
    kept = await store.message(sent.id)
    assert kept
    assert kept.side is Side.NOTE


async def test_an_answer_that_has_left_is_not_withheld(store: SqlStore) -> None:
    await store.commit(opening(dialog()))
    sent = message(side=Side.AGENT)
    await store.commit(work(MessageAdded(sent, ref(GROUP)), NoticeQueued(relay(sent), NOW)))
    [notice] = await store.waiting(0, 10)
    await store.commit(work(Delivered(notice.id, NOW, placed=((MessageRef(SELLER.id, 9), sent.id),), dialog=100_001)))

    with pytest.raises(Conflict):
        await store.commit(work(MessageRecalled(sent)))
    kept = await store.message(sent.id)
    assert kept
    assert kept.side is Side.AGENT


async def test_an_album_comes_in_its_order(store: SqlStore) -> None:
    await store.commit(opening(dialog()))
    first, second = message(album="a"), message(album="a")
    await store.commit(work(MessageAdded(first, ref()), MessageAdded(second, ref()), MessageAdded(message(), ref())))

    assert [each.id for each in await store.album("a")] == [first.id, second.id]
    assert await store.album("b") == []
