"""Admins keep canned answers."""

from tests.conversations.shop import Shop


async def test_a_canned_answer_is_written_changed_and_removed(shop: Shop) -> None:
    admin = await shop.admin()
    await admin.send("/templates")
    assert "Пока ни одного" in admin.last.text

    await admin.click("Добавить")
    await admin.send("Возвраты / Нет этикетки\nЗдравствуйте, {имя}!\nПришлите <b>фото</b>.")

    assert "Сохранено" in admin.last.text
    assert "Возвраты › Нет этикетки" in admin.last.text
    assert "Здравствуйте, {имя}!\nПришлите <b>фото</b>." in admin.last.text
    (canned_answer,) = await shop.app.store.canned_answers()
    assert (canned_answer.category, canned_answer.title) == ("Возвраты", "Нет этикетки")

    await admin.click("Назад")
    await admin.click("Возвраты › Нет этикетки")
    await admin.click("Изменить")
    await admin.send("Этикетка\nТекст")
    (canned_answer,) = await shop.app.store.canned_answers()
    assert (canned_answer.category, canned_answer.title, canned_answer.text) == ("", "Этикетка", "Текст")

    await admin.send("/templates")
    await admin.click("Этикетка")
    await admin.click("Удалить")

    assert await shop.app.store.canned_answers() == []


async def test_what_is_no_canned_answer_is_told(shop: Shop) -> None:
    admin = await shop.admin()
    await admin.send("/templates")
    await admin.click("Добавить")

    for words in ("Только название", "Название\n   ", "я" * 61 + "\nтекст", "Название\n" + "я" * 3001):
        await admin.send(words)
        assert "Не сохранили" in admin.last.text
    await admin.send("Название\nЗдравствуйте, {имя}! {мусор}")
    assert "Такой подстановки нет: {мусор}" in admin.last.text

    assert await shop.app.store.canned_answers() == []
