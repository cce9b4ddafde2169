"""Answers that helped before are a tap away, and nothing of another seller comes along."""

import pytest

from core.canned import CannedAnswer, Macro
from tests.conversations.agent.test_canned import keep
from tests.conversations.desk import Desk, desk_with_dialog, open_dialog
from tests.conversations.seller.talks import number_in
from tests.conversations.seller.test_fields import asked_for, choose
from tests.conversations.shop import Shop

ANSWER = "Проверили склад: деньги придут в понедельник."
NOTHING = "Похожих ответов пока нет"


async def helped(
    shop: Shop, answer: str = ANSWER, question: str = "Застряли деньги на складе", stars: str = "5 ⭐"
) -> int:
    """Another seller's dialog on the same topic, which ended well."""
    boris, olga = await shop.seller("Борис", username="boris_shop"), await shop.agent("Ольга")
    number = await open_dialog(boris, "Застряли деньги на складе")
    await (await olga.topic(number)).send(answer)
    await boris.click(stars)
    await shop.passes(minutes=2)
    await shop.app.jobs.run("similar-answers")
    return number


@pytest.fixture
async def desk(shop: Shop) -> Desk:
    """A dialog after which the desk waits for nothing."""
    return await desk_with_dialog(shop)


async def test_one_is_read_and_sent(desk: Desk) -> None:
    await helped(desk.shop)

    await desk.here.send("/similar")
    assert desk.here.buttons == [f"5★ · {ANSWER}", "‹ Назад"]
    before = len(desk.anna.posts)
    await desk.here.click("Проверили склад")
    assert f"· 5★\n\n{ANSWER}" in desk.here.last.text
    assert desk.here.last.copied == [ANSWER]
    assert len(desk.anna.posts) == before

    menu, data = desk.here.last, desk.here.last.inline[0]["callback_data"]
    await desk.here.click("Отправить продавцу")
    assert desk.anna.last.text.endswith(ANSWER)
    assert desk.here.last.text.startswith("💬 Пётр: Проверили склад")
    assert desk.here.last.reactions == ["👌"]
    answer = await desk.here.press(menu, data)
    assert answer is not None
    assert answer["text"] == "Уже отправлено."
    assert len(desk.anna.posts) == before + 1


async def test_nothing_of_another_seller_comes_along(desk: Desk) -> None:
    number = await helped(desk.shop, "Борис, по №123456 деньги ушли на карту 4276 1234 5678 9012, @boris_shop")

    await desk.here.click("Похожие ответы")
    await desk.here.press(desk.here.last, desk.here.last.inline[0]["callback_data"])

    shown = desk.here.last
    for own in ("Борис", "boris", str(number), "123456", "4276"):
        assert own not in shown.text
        assert not any(own in copied for copied in shown.copied)
    assert "На месте «…»" in shown.text
    assert "Отправить продавцу" not in " ".join(shown.buttons)  # somebody fills the gaps first


async def test_nor_what_its_seller_was_called_before_and_gave_in_a_dialog_that_became_part_of_it(desk: Desk) -> None:
    await asked_for(desk.shop, "goods | Товар | Goods | text")
    boris, olga = await desk.shop.seller("Борислав"), await desk.shop.agent("Ольга")
    number = await open_dialog(boris, "Застряли деньги на складе")
    await choose(boris, desk.shop)
    await boris.send("Ромашка")
    await boris.send("Не хватает двух коробок")
    await boris.click("Создать диалог")
    there = await olga.topic(number)
    await there.send(f"/merge {number_in(boris.last.text)}")
    await there.send("Проверили: деньги Борислава за товар «Ромашка» придут завтра")
    await desk.shop.patch_person(boris, first_name="Игорь")
    await boris.click("5 ⭐")
    await desk.shop.passes(minutes=2)
    await desk.shop.app.jobs.run("similar-answers")

    await desk.here.click("Похожие ответы")
    await desk.here.press(desk.here.last, desk.here.last.inline[0]["callback_data"])

    assert "деньги … за товар «…» придут завтра" in desk.here.last.text


async def test_the_button_on_the_card_opens_them_below_it(desk: Desk) -> None:
    await helped(desk.shop)

    await desk.here.click("Похожие ответы", on=(await desk.here.look()).got[0])

    assert desk.here.last.reply_to == desk.here.got[0].id
    await desk.here.click("Проверили")
    await desk.here.click("Назад")
    assert desk.here.buttons == [f"5★ · {ANSWER}", "‹ Назад"]


async def test_canned_answers_come_first_and_do_what_they_do(desk: Desk) -> None:
    await helped(desk.shop)
    await keep(desk, CannedAnswer(None, "Деньги", "Сроки", "Деньги придут", macro=Macro(closes=True)))
    await keep(desk, CannedAnswer(None, "", "Слоны", "Про слонов"))

    await desk.here.send("/похожие")
    assert desk.here.buttons == ["Деньги · Сроки", f"5★ · {ANSWER}", "‹ Назад"]

    await desk.here.click("Сроки")
    await desk.here.click("Отправить продавцу")
    assert "Завершён" in (await desk.here.look()).got[0].text


async def test_what_did_not_help_is_not_offered(desk: Desk) -> None:
    await helped(desk.shop, stars="2 ⭐")

    await desk.here.send("/similar")
    assert desk.here.last.text.startswith(NOTHING)
    answer = await desk.here.click("Похожие ответы", on=desk.here.got[0])
    assert answer is not None
    assert answer["text"].startswith(NOTHING)


async def test_another_topics_answer_is_not_read_by_a_forged_button(desk: Desk) -> None:
    other = await open_dialog(desk.anna, "Вопрос про рекламу", words="реклама")
    there = await desk.pyotr.topic(other)
    await there.send("Ставка в кабинете")
    await desk.anna.click("5 ⭐")
    await desk.shop.passes(minutes=2)
    await desk.shop.app.jobs.run("similar-answers")
    await helped(desk.shop)
    await desk.here.send("/similar")
    menu = desk.here.last

    for forged in (f"smr:{desk.number}:{other}", f"sms:{desk.number}:{other}", f"smr:{desk.number}:{desk.number}"):
        answer = await desk.here.press(menu, forged)
        assert answer is not None
        assert "уже нет" in answer["text"]


async def test_an_erased_dialogs_answer_is_gone(desk: Desk) -> None:
    number = await helped(desk.shop)
    await desk.here.send("/similar")
    await desk.shop.app.store.erase_dialogs([number])

    answer = await desk.here.click("Проверили")

    assert answer is not None
    assert "уже нет" in answer["text"]


async def test_an_english_desk_reads_english(desk: Desk) -> None:
    desk.shop.app.texts.default_locale = "en"
    await desk.here.send("/similar")
    assert desk.here.last.text.startswith("There are no similar answers yet")
