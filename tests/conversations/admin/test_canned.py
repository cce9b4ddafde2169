"""Admins keep canned answers."""

from tests.conversations.shop import Shop, Somebody


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


async def written(shop: Shop) -> Somebody:
    """An admin at the page of a canned answer."""
    admin = await shop.admin()
    await admin.send("/templates")
    await admin.click("Добавить")
    await admin.send("Возвраты / Нет этикетки\nПришлите фото")
    await admin.click("Назад")
    await admin.click("Нет этикетки")
    return admin


async def test_another_language_is_written_and_taken_away(shop: Shop) -> None:
    admin = await written(shop)
    await admin.click("English")
    await admin.send("Send a photo, {имя}, {junk}")
    assert "Такой подстановки нет: {junk}" in admin.last.text
    await admin.send("Send a photo, {имя}")

    (canned_answer,) = await shop.app.store.canned_answers()
    assert canned_answer.translations == {"en": "Send a photo, {имя}"}
    assert "🌐 English ✓" in admin.buttons
    await admin.click("Изменить")
    await admin.send("Без этикетки\nПришлите фото")
    (canned_answer,) = await shop.app.store.canned_answers()
    assert canned_answer.translations == {"en": "Send a photo, {имя}"}  # the rest stays

    await admin.click("English")
    await admin.click("Убрать перевод")
    (canned_answer,) = await shop.app.store.canned_answers()
    assert canned_answer.translations == {}


async def test_what_is_done_with_the_answer_is_switched_on_its_page(shop: Shop) -> None:
    admin = await written(shop)
    await admin.click("Вместе с ответом")
    await admin.click("ждём уточнения")
    assert "Вместе с ответом: ждём уточнения." in admin.last.text
    await admin.click("Завершить диалог")  # whoever is asked is not shown out
    assert "Вместе с ответом: диалог завершится." in admin.last.text

    await admin.click("Перенести в тему")
    await admin.press(admin.last, admin.last.inline[0]["callback_data"])
    await admin.press(admin.last, admin.last.inline[0]["callback_data"])
    (canned_answer,) = await shop.app.store.canned_answers()
    assert canned_answer.macro.closes
    assert canned_answer.macro.topic in {topic.key for topic in shop.app.desk.catalogue.every_topic}
    assert "диалог перейдёт в тему" in admin.last.text

    await admin.click("Не переносить")
    await admin.click("Отложить")
    await admin.click("Завтра утром")  # what comes back has not ended
    assert "Вместе с ответом: диалог отложится: завтра утром." in admin.last.text

    await admin.click("Не откладывать")
    (canned_answer,) = await shop.app.store.canned_answers()
    assert canned_answer.macro.does_nothing


async def test_a_button_of_one_that_is_gone_says_so(shop: Shop) -> None:
    admin = await written(shop)
    page = admin.last
    buttons = {button["text"]: button["callback_data"] for button in page.inline}
    await admin.press(page, buttons["🗑 Удалить"])

    for label in ("✏️ Изменить", "🌐 English", "⚙️ Вместе с ответом…"):
        answer = await admin.press(page, buttons[label])
        assert answer is not None
        assert "уже нет" in answer["text"]
