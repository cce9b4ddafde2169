"""Dialogs by number, seller and words of the history, the same on both databases."""

from dataclasses import replace
from typing import Any

import pytest

from core.content import Content, File, Kind
from core.message import MessageAdded, MessageEdited, Side
from core.person import PersonSeen
from core.units import DAY, MINUTE
from storage.store import SqlStore
from tests.factories import NOW, OTHER_SELLER, SELLER, added, dialog, message, opening, text, work


async def found(store: SqlStore, question: str, limit: int = 20, offset: int = 0) -> list[int]:
    return [each.dialog.number for each in await store.find(question, limit, offset)]


async def say(store: SqlStore, number: int, words: str, **changes: Any) -> None:
    await store.commit(added(message(number, text(words), **changes)))


@pytest.fixture
async def desk(store: SqlStore) -> SqlStore:
    await store.commit(opening(dialog(100_001), dialog(100_002)))
    await store.commit(opening(dialog(100_003, OTHER_SELLER), seller=OTHER_SELLER))
    return store


@pytest.mark.parametrize("question", ["100002", "№100002", "# 100002", " 100002 "])
async def test_by_number(desk: SqlStore, question: str) -> None:
    assert await found(desk, question) == [100_002]


@pytest.mark.parametrize(
    "question", ["1001", "Аня", "аня лаврова", "Лавр", "@anya_shop", "anya_shop", "ANYA", "лаврова аня"]
)
async def test_by_the_seller(desk: SqlStore, question: str) -> None:
    assert await found(desk, question) == [100_002, 100_001]


async def test_a_seller_who_changed_the_name_is_found_by_the_new_one(desk: SqlStore) -> None:
    await desk.commit(work(PersonSeen(replace(SELLER, name="Мария", username=None), NOW)))

    assert await found(desk, "мария") == [100_002, 100_001]
    assert await found(desk, "лаврова") == []
    assert await found(desk, "anya") == []


@pytest.mark.parametrize(
    ("said", "question"),
    [
        ("Где мои возвраты?", "возврат"),
        ("Где мои возвраты?", "ВОЗВРАТА где"),
        ("Ёлка пришла сломанной", "елки"),
        ("Елка пришла сломанной", "ёлка"),
        ("Отправление WB-1234567/89", "1234567"),
        ("Артикул AB12CD34", "ab12cd34"),
        ("The parcels were returned", "parcel returns"),
        ("Не приходит выплата", "выпл"),
        ("Қайтару қашан болады", "қайтару"),
        ("слово " * 800, "слово"),
        ("a" * 4096, "a" * 4096),
    ],
)
async def test_by_words_of_the_history(desk: SqlStore, said: str, question: str) -> None:
    await say(desk, 100_001, said)
    await say(desk, 100_002, "совсем о другом")

    assert await found(desk, question) == [100_001]


async def test_all_of_the_words_are_asked_for(desk: SqlStore) -> None:
    await say(desk, 100_001, "выплата задержана")
    await say(desk, 100_002, "выплата пришла")

    assert await found(desk, "выплата пришла") == [100_002]
    assert await found(desk, "выплата") == [100_002, 100_001]


async def test_a_dialog_comes_once_with_its_newest_message(desk: SqlStore) -> None:
    for number in range(250):
        await say(desk, 100_001, f"выплата {number}", created_at=NOW + 1000 + number)
    await say(desk, 100_002, "выплата раньше", created_at=NOW)

    first, second = await desk.find("выплата", 10, 0)
    assert (first.dialog.number, second.dialog.number) == (100_001, 100_002)
    assert first.message
    assert first.message.content.text == "выплата 249"


@pytest.mark.parametrize("question", ["возвраты", "возвр", "возврат товара"])
async def test_words_of_all_years_are_found_the_newest_first(desk: SqlStore, question: str) -> None:
    for number, years in ((100_002, 5), (100_001, 3), (100_003, 0)):
        await say(desk, number, "возврат товара", created_at=NOW - years * 365 * DAY)

    assert await found(desk, question) == [100_003, 100_001, 100_002]


async def test_a_word_that_a_year_has_often_hides_none_of_another(desk: SqlStore) -> None:
    await say(desk, 100_002, "возврат", created_at=NOW - 365 * DAY)
    for minute in range(100):
        await say(desk, 100_001, "возврат", created_at=NOW + minute * MINUTE)

    assert await found(desk, "возврат") == [100_001, 100_002]


@pytest.mark.parametrize("question", ["возвраты", "возвр", "возврат товара"])
async def test_words_of_many_years_stand_in_order_on_every_page_and_once(desk: SqlStore, question: str) -> None:
    numbers = range(100_101, 100_137)
    await desk.commit(opening(*map(dialog, numbers)))
    for place, number in enumerate(numbers):
        month, minute = place // 3, place % 3 * 10
        times = [NOW - month * 40 * DAY - (minute + again) * MINUTE for again in range(5)]
        times.append(NOW - 5 * 365 * DAY + place * MINUTE)
        await desk.commit(added(*(message(number, text("возврат товара"), created_at=at) for at in times)))

    pages = [await found(desk, question, 7, offset) for offset in range(0, 42, 7)]

    assert [number for page in pages for number in page] == list(numbers)


async def test_ten_years_are_asked_for_a_word_in_a_few_steps(desk: SqlStore, monkeypatch: pytest.MonkeyPatch) -> None:
    for month in range(120):
        await say(desk, 100_001, "выплата", created_at=NOW - month * 30 * DAY)
    asked: list[str] = []
    fetch = desk.database.fetch

    async def noted(name: str, **values: Any) -> Any:
        asked.append(name)
        return await fetch(name, **values)

    monkeypatch.setattr(desk.database, "fetch", noted)

    assert await found(desk, "щи") == []
    assert 1 <= asked.count("messages_with") <= 7


async def test_notes_answers_captions_and_names_of_files_are_found(desk: SqlStore) -> None:
    file = File("id", "unique", "акт_приёмки-7.pdf")
    await say(desk, 100_001, "проверить бухгалтерию", side=Side.NOTE)
    await say(desk, 100_002, "квитанция отправлена", side=Side.AGENT)
    await desk.commit(added(message(100_003, Content(Kind.DOCUMENT, "подпись тут", file=file))))

    assert await found(desk, "бухгалтерия") == [100_001]
    assert await found(desk, "квитанция") == [100_002]
    assert await found(desk, "приемка акты") == [100_003]
    assert await found(desk, "подпись") == [100_003]


async def test_an_edited_message_is_found_by_what_it_says_now(desk: SqlStore) -> None:
    sent = message(100_001, text("выплата"))
    await desk.commit(work(MessageAdded(sent, None)))
    await desk.commit(work(MessageEdited(sent, text("возврат"), NOW)))

    assert await found(desk, "возврат") == [100_001]
    assert await found(desk, "выплата") == []


async def test_the_number_comes_before_the_words(desk: SqlStore) -> None:
    await say(desk, 100_003, "смотри 100001")

    assert await found(desk, "100001") == [100_001, 100_003]


async def test_pages(desk: SqlStore) -> None:
    for number in (100_001, 100_002, 100_003):
        await say(desk, number, "выплата", created_at=NOW + number)

    assert await found(desk, "выплата", 2, 0) == [100_003, 100_002]
    assert await found(desk, "выплата", 2, 2) == [100_001]
    assert await found(desk, "выплата", 2, 4) == []
    assert await found(desk, "выплата", 2, 10_000) == []


@pytest.mark.parametrize(
    "question",
    ["", " ", "?!", "«»", '"', "'", "* ()", "AND", "OR NOT", "NEAR(a b)", "a:*", "a & !b", "-a", "№", "^", "\0",
     "9" * 300, "words:a", "%", "_", "\\", "'; DROP TABLE person; --", "👍", "ـ", "²", "١٢٣"],
)  # fmt: skip
async def test_no_question_breaks_it(desk: SqlStore, question: str) -> None:
    await say(desk, 100_001, "выплата")

    assert await found(desk, question) == []
