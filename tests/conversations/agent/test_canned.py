"""Canned answers: found, read, and sent with one tap."""

import pytest

from core.canned import CannedAnswer, CannedAnswerRemoved, CannedAnswerSaved
from core.unit_of_work import UnitOfWork
from tests.conversations.desk import Desk, close_unanswered

THANKS = CannedAnswer(None, "Приветствия", "Спасибо за обращение", "{имя}, спасибо! №{номер}: «{тема}» <b>")
MONEY = CannedAnswer(None, "Деньги", "Сроки выплат", "Выплаты приходят по понедельникам.")


async def keep(desk: Desk, *canned_answers: CannedAnswer) -> None:
    work = UnitOfWork(now=desk.shop.clock())
    work.add(*map(CannedAnswerSaved, canned_answers))
    await desk.shop.app.store.commit(work)


@pytest.fixture
async def canned_answers(desk: Desk) -> None:
    await keep(desk, THANKS, MONEY)


@pytest.mark.usefixtures("canned_answers")
async def test_chosen_from_the_list_read_and_sent(desk: Desk) -> None:
    await desk.here.send("/t")
    assert desk.here.buttons == ["Деньги · Сроки выплат", "Приветствия · Спасибо за обращение", "‹ Назад"]

    await desk.here.click("Спасибо")
    before = len(desk.anna.posts)
    assert f"Анна, спасибо! №{desk.number}: «Возврат от покупателя» <b>" in desk.here.last.text

    await desk.here.click("Отправить продавцу")
    assert len(desk.anna.posts) == before + 1
    assert desk.anna.last.text.endswith(f"Анна, спасибо! №{desk.number}: «Возврат от покупателя» <b>")
    assert desk.here.last.text.startswith("💬 Пётр: Анна, спасибо!")
    assert desk.here.last.reactions == ["👌"]
    assert "Ведёт: Пётр" in (await desk.here.look()).got[0].text


@pytest.mark.usefixtures("canned_answers")
async def test_two_taps_send_it_once(desk: Desk) -> None:
    await desk.here.send("/t выплат")
    await desk.here.click("Сроки выплат")
    menu, data = desk.here.last, desk.here.last.inline[0]["callback_data"]

    await desk.here.press(menu, data)
    again = await desk.here.press(menu, data)

    assert again is not None
    assert "Уже отправлено" in again["text"]
    assert sum("понедельникам" in post.text for post in desk.anna.posts) == 1


@pytest.mark.usefixtures("canned_answers")
async def test_the_second_tap_is_answered(desk: Desk) -> None:
    await desk.here.send("/t выплат")
    await desk.here.click("Сроки выплат")
    menu, data = desk.here.last, desk.here.last.inline[0]["callback_data"]
    await desk.here.press(menu, data)

    answer = await desk.here.press(menu, data)

    assert answer is not None
    assert answer["text"] == "Уже отправлено."


@pytest.mark.usefixtures("canned_answers")
async def test_it_is_copied_to_be_changed_before_it_is_sent(desk: Desk) -> None:
    await keep(desk, CannedAnswer(None, "Деньги", "Подробно", "{имя}, " + "слово " * 60))
    await desk.here.send("/t выплат")
    await desk.here.click("Сроки выплат")
    assert desk.here.last.copied == ["Выплаты приходят по понедельникам."]

    await desk.here.send("/t подробно")
    await desk.here.click("Подробно")
    assert desk.here.last.copied == []  # no button holds so much: a tap on the text copies it
    [code] = [entity for entity in desk.here.last.entities if entity["type"] == "code"]
    assert desk.here.last.text[code["offset"] :].startswith("Анна, слово")


async def test_more_than_a_page_of_them_stand_in_sections(desk: Desk) -> None:
    await keep(desk, *(CannedAnswer(None, f"Раздел {step % 2}", f"Ответ {step:02}", "Текст") for step in range(20)))
    await keep(desk, CannedAnswer(None, "", "Сам по себе", "Текст"))

    await desk.here.send("/t")
    assert desk.here.buttons == ["📁 Без раздела · 1", "📁 Раздел 0 · 10", "📁 Раздел 1 · 10", "‹ Назад"]
    await desk.here.click("Раздел 1")
    assert desk.here.buttons[0] == "Раздел 1 · Ответ 01"
    await desk.here.click("›")
    assert desk.here.buttons[:2] == ["Раздел 1 · Ответ 17", "Раздел 1 · Ответ 19"]
    await desk.here.click("Назад")
    assert "📁 Раздел 0 · 10" in desk.here.buttons


async def test_the_sellers_language_is_chosen(desk: Desk) -> None:
    await keep(desk, CannedAnswer(None, "", "Приветствие", "Здравствуйте", translations={"en": "Hello, {name}"}))
    await desk.here.send("/t")
    await desk.here.click("Приветствие")
    await desk.here.click("Отправить продавцу")
    assert desk.anna.last.text.endswith("Здравствуйте")

    await desk.anna.send("/language")
    await desk.anna.click("English")
    await desk.here.send("/t")
    await desk.here.click("Приветствие")
    await desk.here.click("Отправить продавцу")
    assert desk.anna.last.text.endswith("Hello, Анна")


@pytest.mark.usefixtures("canned_answers")
async def test_words_find_and_what_they_do_not_find_is_offered(desk: Desk) -> None:
    await desk.here.send("/t выплаты")
    assert desk.here.buttons == ["Деньги · Сроки выплат", "Все готовые ответы", "‹ Назад"]

    await desk.here.send("/t слоны")
    assert desk.here.last.text == "По словам «слоны» готовых ответов нет."
    await desk.here.click("Все готовые ответы")
    assert len(desk.here.buttons) == 3  # both, and the way back


@pytest.mark.usefixtures("canned_answers")
async def test_however_many_words_are_asked_for_there_is_an_answer(desk: Desk) -> None:
    await desk.here.send("/t " + "слоны " * 680)
    assert desk.here.last.text.startswith("По словам «слоны")


async def test_one_that_grows_over_a_message_is_not_sent(desk: Desk) -> None:
    await keep(desk, CannedAnswer(None, "", "Много тем", "{тема}" * 400))
    await desk.here.send("/t")

    answer = await desk.here.click("Много тем")

    assert answer is not None
    assert "длиннее одного сообщения" in answer["text"]


@pytest.mark.usefixtures("canned_answers")
async def test_opened_from_the_card(desk: Desk) -> None:
    await desk.here.click("Готовый ответ")

    assert "Деньги · Сроки выплат" in desk.here.buttons
    assert desk.here.last.reply_to == desk.here.got[0].id


@pytest.mark.usefixtures("canned_answers")
async def test_one_that_was_removed_is_said_to_be(desk: Desk) -> None:
    await desk.here.send("/t выплат")
    work = UnitOfWork(now=desk.shop.clock())
    work.add(
        *(
            CannedAnswerRemoved(canned_answer.id)
            for canned_answer in await desk.shop.app.store.canned_answers()
            if canned_answer.id
        )
    )
    await desk.shop.app.store.commit(work)

    answer = await desk.here.click("Сроки выплат")

    assert answer is not None
    assert "уже удалён" in answer["text"]


async def test_where_there_are_none_it_is_said_how_to_add(desk: Desk) -> None:
    await desk.here.send("/t")
    assert "/templates" in desk.here.last.text

    answer = await desk.here.click("Готовый ответ", on=desk.here.got[0])
    assert answer is not None
    assert "/templates" in answer["text"]


@pytest.mark.usefixtures("canned_answers")
async def test_nothing_is_sent_into_a_finished_dialog(desk: Desk) -> None:
    await desk.here.send("/t выплат")
    await desk.here.click("Сроки выплат")
    menu, data = desk.here.last, desk.here.last.inline[0]["callback_data"]
    await close_unanswered(desk.here)

    answer = await desk.here.press(menu, data)

    assert answer is not None
    assert "завершён" in answer["text"]
