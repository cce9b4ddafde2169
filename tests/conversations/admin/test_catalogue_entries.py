"""The catalogue is changed in chat, entry by entry."""

from typing import Any

import pytest

from tests.conversations.admin.opening import second_group
from tests.conversations.shop import Shop, Somebody


async def at_topic(admin: Somebody, category: str, topic: str) -> None:
    await admin.send("/catalogue")
    await admin.click("Категории и темы")
    await to(admin, category)
    await admin.click("Темы")
    await to(admin, topic)


async def to(admin: Somebody, title: str) -> None:
    """Turns pages until the button is there."""
    while not any(title in label for label in admin.buttons):
        await admin.click("›")
    await admin.click(title)


async def test_a_category_and_a_topic_are_added_and_found_by_a_seller(shop: Shop) -> None:
    admin, anna = await shop.admin(), await shop.seller()
    await admin.send("/catalogue")
    await admin.click("Категории и темы")
    await admin.click("➕ Категория")
    await admin.send("Ярмарки\nFairs")

    assert "Ярмарки" in admin.last.text
    assert "Fairs" in admin.last.text
    await admin.click("Темы")
    await admin.click("➕ Тема")
    await admin.send("Место на ярмарке")

    assert "Место на ярмарке" in admin.last.text
    await admin.click("Слова, рус.")
    await admin.send("палатка, прилавок")

    await anna.send("/new")
    await anna.send("где поставить палатку")
    assert any("Ярмарки › Место на ярмарке" in label for label in anna.buttons)


async def test_each_field_of_a_topic_gets_another_value(shop: Shop) -> None:
    admin = await shop.admin()
    await at_topic(admin, "Возвраты", "озврат")

    for button, words, seen in (
        ("Название, рус.", "Возвраты от покупателей", "Название, рус.: Возвраты от покупателей"),
        ("Название, англ.", "Returns of buyers", "Название, англ.: Returns of buyers"),
        ("Подсказка, рус.", "Проверьте <b>статус</b>", "Подсказка, рус.: Проверьте <b>статус</b>"),
        ("Слова, рус.", "вернуть, возвраты", "Слова для поиска, рус.: вернуть, возвраты"),
        ("Ссылка, рус.", "https://example.org/returns", "Ссылка, рус.: https://example.org/returns"),
        ("Порядок", "1", "Закреплено вверху, место 1"),
    ):
        await admin.click(button)
        await admin.send(words)
        assert seen in admin.last.text


async def test_a_topic_with_more_keywords_than_fit_into_a_message_is_shown(shop: Shop) -> None:
    admin = await shop.admin()
    await at_topic(admin, "Возвраты", "озврат")
    for button in ("Слова, рус.", "Слова, англ."):
        await admin.click(button)
        await admin.send(",".join(f"{number}{'ы' * 50}" for number in range(60)))

    assert "Слова для поиска, англ.: 0ыыы" in admin.last.text
    assert len(admin.last.text) < 4096


async def test_what_breaks_a_rule_is_told_and_changes_nothing(shop: Shop) -> None:
    admin = await shop.admin()
    before = shop.app.desk.catalogue

    for button, words, answer in (
        ("Название, рус.", "ы" * 61, "слишком длинное"),
        ("Название, рус.", "-", "нет языка ru"),
        ("Ссылка, рус.", "example", "не похоже на ссылку"),
        ("Порядок", "первый", "Нужно целое число"),
        ("Слова, рус.", ",".join(f"{number}{'ы' * 65}" for number in range(60)), "слишком длинное"),
    ):
        await at_topic(admin, "Возвраты", "озврат")
        await admin.click(button)
        await admin.send(words)
        assert answer in admin.last.text

    assert shop.app.desk.catalogue is before


async def test_a_hidden_topic_is_not_offered(shop: Shop) -> None:
    admin, anna = await shop.admin(), await shop.seller()
    await at_topic(admin, "Возвраты", "озврат")
    title = admin.last.text.splitlines()[0].partition(" · ")[0]

    await admin.click("Скрыть")

    assert "Скрыта от продавцов" in admin.last.text
    await anna.send("/new")
    await anna.click("Возврат")
    assert title not in anna.buttons

    await admin.click("Показать")

    await anna.send("/new")
    await anna.click("Возврат")
    assert title in anna.buttons


async def test_a_category_is_removed_after_a_second_question(shop: Shop) -> None:
    admin, anna = await shop.admin(), await shop.seller()
    await admin.send("/catalogue")
    await admin.click("Категории и темы")
    await to(admin, "Возвраты")
    await admin.click("Удалить")
    assert "Начатые диалоги сохранят" in admin.last.text

    await admin.click("Да, удалить")

    await anna.send("/new")
    assert not any("Возвраты" in label for label in anna.buttons)


async def test_a_category_is_routed_to_another_group(shop: Shop) -> None:
    admin = await shop.admin()
    await admin.send("/catalogue")
    await admin.click("Категории и темы")
    await to(admin, "Возвраты")

    group = await second_group(shop)

    await admin.click("Группа")
    await admin.send(str(group))

    assert str(group) in admin.last.text
    assert group in shop.app.desk.groups


@pytest.mark.parametrize(
    ("before", "answer", "taken"),
    [
        ({"action": "remove_bot"}, "бота нет в группе", False),
        ({"action": "rights", "rights": {"can_manage_topics": False}}, "не хватает прав: управлять темами", True),
        ({"action": "member", "status": "member"}, "бот не администратор", True),
    ],
)
async def test_a_group_is_looked_at_before_a_category_goes_there(
    shop: Shop, before: dict[str, Any], answer: str, taken: bool
) -> None:
    admin, group = await shop.admin(), await second_group(shop)
    await shop.control("group", chat_id=group, **before)
    await admin.send("/catalogue")
    await admin.click("Категории и темы")
    await to(admin, "Возвраты")

    await admin.click("Группа")
    await admin.send(str(group))

    assert answer in admin.last.text
    assert (group in shop.app.desk.groups) is taken


async def test_a_group_that_is_none_answers_for_nothing(shop: Shop) -> None:
    admin, anna = await shop.admin(), await shop.seller()
    await anna.send("/start")
    await admin.send("/catalogue")
    await admin.click("Категории и темы")
    await to(admin, "Возвраты")
    await admin.click("Группа")

    for words, answer in (("-1009876543210", "бота нет в группе"), (str(anna.id), "не группа"), ("7", "Не сохранили")):
        await admin.send(words)
        assert answer in admin.last.text
    assert await shop.app.store.catalogue() is None


async def test_a_command_while_words_are_awaited_is_no_title(shop: Shop) -> None:
    admin = await shop.admin()
    await at_topic(admin, "Возвраты", "озврат")
    await admin.click("Название, рус.")

    await admin.send("/check")
    await admin.send("✏️ Новый диалог")

    assert await shop.app.store.catalogue() is None


async def test_buttons_of_what_is_gone_do_nothing(shop: Shop) -> None:
    admin = await shop.admin()
    await at_topic(admin, "Возвраты", "озврат")
    post = admin.last

    for forged in (
        "cq:t:nothing:title:ru",
        "ch:t:nothing:1",
        "cr:c:nothing:1",
        "c1:t:nothing",
        "cn:nothing",
        "ce::999999",
    ):
        await admin.press(post, forged)

    assert (await shop.app.store.catalogue()) is None


async def test_a_category_and_a_topic_get_a_time_to_answer_in(shop: Shop) -> None:
    admin = await shop.admin()
    await at_topic(admin, "Возвраты", "озврат")
    await admin.click("Срок ответа")
    await admin.send("скоро")
    assert "Нужен срок" in admin.last.text

    await admin.send("4 часа")
    assert "Отвечаем за 4 часа рабочего времени" in admin.last.text
    await admin.click("Срок ответа")
    await admin.send("нет")
    assert "Срока ответа нет" in admin.last.text
    await admin.click("Срок ответа")
    await admin.send("-")
    assert "рабочего времени" not in admin.last.text
    assert "Срока ответа нет" not in admin.last.text

    await admin.send("/catalogue")
    await admin.click("Категории и темы")
    await to(admin, "Возвраты")
    await admin.click("Срок ответа")
    await admin.send("1 день")
    assert "Отвечаем за 1 день рабочего времени" in admin.last.text


@pytest.mark.parametrize("word", ["Отмена", "/cancel"])
async def test_cancelling_in_words_is_no_value(shop: Shop, word: str) -> None:
    admin = await shop.admin()
    await admin.send("/catalogue")
    await admin.press(admin.last, "c1:t:return-defect")
    await admin.click("Название")
    await admin.send(word)

    assert "оставили как было" in admin.last.text
    topic = shop.app.desk.catalogue.topic("return-defect")
    assert topic
    assert topic.title("ru") == "Возврат брака"
