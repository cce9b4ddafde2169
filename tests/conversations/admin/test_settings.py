"""Owners change what may change while the desk runs."""

import pytest

from tests.conversations.admin.opening import appointed, opened
from tests.conversations.shop import File, Shop, Somebody


async def change(owner: Somebody, title: str, value: str) -> None:
    await owner.send("/settings")
    await owner.click(title)
    await owner.send(value)


async def test_each_setting_gets_another_value(shop: Shop) -> None:
    owner = await shop.admin()

    for title, value, seen in (
        ("Пауза по теме", "1 час 30 мин", "Пауза по теме: 1 час 30 минут"),
        ("Пауза по теме", "0", "Пауза по теме: выключено"),
        ("Автозакрытие", "5d", "Автозакрытие: 5 дней"),
        ("Напоминание", "12h", "Напоминание: 12 часов"),
        ("Лимит файла", "20", "Лимит файла: 20 МБ"),
        ("Лимит вложений", "100", "Лимит вложений: 100 МБ"),
        ("Задержка ответа", "5s", "Задержка ответа: 5 секунд"),
        ("График работы", "пн-пт 9:00-18:00", "График работы: пн-пт 09:00-18:00"),
        ("Графики групп", "-100500 сб 10:00-16:00", "Графики групп: -100500 сб 10:00-16:00"),
        ("График работы", "пн-вс 9:00-18:00;" * 200, "График работы: пн-вс 09:00-18:00"),
        ("Напомнить агентам через", "2 часа", "Напомнить агентам через: 2 часа"),
        ("Сообщить админам через", "нет", "Сообщить админам через: выключено"),
        ("Утренняя сводка", "8:30", "Утренняя сводка: 08:30"),
        ("Задержка ответа", "10 секунд", "Задержка ответа: 10 секунд"),
        ("Лимит файла", "21 МБ", "Лимит файла: 21 МБ"),
        ("Утренняя сводка", "9", "Утренняя сводка: 09:00"),
        ("Утренняя сводка", "0", "Утренняя сводка: выключено"),
        ("Хранить завершённые", "365 дней", "Хранить завершённые: 365 дней"),
    ):
        await change(owner, title, value)
        assert seen in owner.last.text
        assert owner.last.text.startswith("✅ Сохранено.")


async def test_what_is_no_value_is_told_and_changes_nothing(shop: Shop) -> None:
    owner = await shop.admin()
    before = shop.app.desk.rules

    for title, value, answer in (
        ("Пауза по теме", "скоро", "Например: 90s"),
        ("Пауза по теме", "8d", "Наибольший срок: 7 дней. 0 — без ограничения"),
        ("Пауза по теме", "15", "не хватает единицы: минуты, часы или дни? Например"),
        ("Пауза по теме", "скоро", "«скоро» — не срок"),
        ("Пауза по теме", "8 дней", "«8 дней» больше, чем можно"),
        ("Лимит файла", "двадцать", "«двадцать» — не размер. Например: 20 МБ"),
        ("Автозакрытие", "0", "Наименьший срок: 1 час, наибольший: 60 дней"),
        ("Автозакрытие", "12h", "раньше, чем диалог закроется"),
        ("Напоминание", "3d", "раньше, чем диалог закроется"),
        ("Лимит файла", "51", "не может быть больше"),
        ("Лимит файла", "много", "Целое число мегабайт"),
        ("График работы", "пн 18:00-18:00", "пн-пт 9:00-18:00"),
        ("Утренняя сводка", "25:00", "например 9:00"),
        ("Передавать лишь ответы", "да", "Переключается кнопкой ниже"),
    ):
        await change(owner, title, value)
        assert answer in owner.last.text

    assert shop.app.desk.rules is before


async def test_what_a_shorter_time_would_delete_is_said_before(shop: Shop) -> None:
    owner, anna = await shop.admin(), await shop.seller()
    number = await opened(shop, anna)
    await anna.send("/dialogs")
    await anna.send(str(number))
    await anna.click("Отменить переписку")
    await anna.click("Да")
    await shop.passes(days=40)

    await change(owner, "Хранить завершённые", "30 дней")

    assert "Сейчас удалится 1 диалог, который завершился раньше, чем 30 дней назад" in owner.last.text
    assert shop.app.desk.rules.keep_closed == 0
    await owner.click("Отмена")
    assert "Хранить завершённые: всегда" in owner.last.text
    assert shop.app.desk.rules.keep_closed == 0

    await owner.send("30 дней")
    await owner.click("Сохранить и удалить 1 диалог")
    assert owner.last.text.startswith("✅ Сохранено.")
    await shop.app.jobs.run("retention")
    assert await shop.app.store.dialog(number) is None


async def test_a_longer_time_or_one_that_deletes_nothing_is_not_asked_about(shop: Shop) -> None:
    owner = await shop.admin()

    for value in ("90 дней", "60 дней", "365 дней", "0"):
        await change(owner, "Хранить завершённые", value)
        assert owner.last.text.startswith("✅ Сохранено.")


async def test_a_forged_yes_deletes_nothing(shop: Shop) -> None:
    owner = await shop.admin()
    await owner.send("/settings")

    await owner.press(owner.last, "sy")

    assert await shop.app.store.settings() == {}


async def test_a_setting_works_at_once_and_after_a_restart(shop: Shop) -> None:
    owner, anna = await shop.admin(), await shop.seller()
    await change(owner, "Лимит файла", "1")
    await opened(shop, anna)

    await anna.send(None, File("document", size=2 * 1024 * 1024, name="скан.pdf"))
    assert "1 МБ" in anna.last.text

    await shop.restart()

    await anna.send(None, File("document", size=2 * 1024 * 1024, name="скан.pdf"))
    assert "1 МБ" in anna.last.text


async def test_a_setting_goes_back_to_what_the_start_said(shop: Shop) -> None:
    owner = await shop.admin()
    await change(owner, "Пауза по теме", "1h")

    await owner.click("Вернуть по умолчанию")

    assert "Пауза по теме: 15 минут" in owner.last.text
    assert await shop.app.store.settings() == {}


async def test_only_replies_go_out_where_that_is_switched_on(shop: Shop) -> None:
    owner, anna, pyotr = await shop.admin(), await shop.seller(), await shop.agent()
    topic = await pyotr.topic(await opened(shop, anna))
    await owner.send("/settings")
    await owner.click("Передавать лишь ответы")

    await owner.click("Включить")

    assert "Передавать лишь ответы: да" in owner.last.text
    before = len(anna.got)
    await topic.send("Коллеги, кто возьмёт?")
    assert len((await anna.look()).got) == before


async def test_sellers_see_who_answers_only_where_the_shop_wants_it(shop: Shop) -> None:
    owner, anna, pyotr = await shop.admin(), await shop.seller(), await shop.agent("Пётр")
    topic = await pyotr.topic(await opened(shop, anna))
    await topic.send("Смотрим")
    assert "Пётр" not in anna.last.text

    await owner.send("/settings")
    await owner.click("Показывать имя агента")
    await owner.click("Включить")
    await topic.send("Готово")

    assert anna.last.text.startswith("Поступил ответ по диалогу №100001 · Пётр")
    await anna.click("Открыть диалог")
    assert "Поддержка · Пётр, " in anna.last.text


async def test_an_appointed_admin_changes_no_settings_and_no_admins(shop: Shop) -> None:
    owner, olga = await shop.admin(), await shop.seller("Ольга")
    await olga.send("/start")
    await appointed(owner, f"/admins {olga.id}")

    for command in ("/settings", "/admins", f"/admins {olga.id}"):
        await olga.send(command)
        assert "только владельцы" in olga.last.text
    for forged in ("sw:replies_only:1", "sr:cooldown", f"ar:{owner.id}:1", "s1:cooldown"):
        await olga.press(olga.last, forged)

    assert await shop.app.store.settings() == {}
    assert owner.id in shop.app.dispatcher["admins"]


@pytest.mark.parametrize("more_settings", [{"auto_close_after": "12h"}])
async def test_a_shop_that_closes_before_the_reminder_has_none_and_may_change_the_rest(shop: Shop) -> None:
    owner = await shop.admin()

    await change(owner, "Лимит файла", "20")
    assert "Лимит файла: 20 МБ" in owner.last.text

    await owner.send("/settings")
    assert "Напоминание: выключено" in owner.last.text


async def test_a_draft_that_an_admin_writes_as_a_seller_outlives_a_look_at_the_settings(shop: Shop) -> None:
    owner = await shop.admin()
    await owner.send("/new")
    await owner.send("возврат")
    await owner.press(owner.last, owner.last.inline[0]["callback_data"])
    await owner.click("Всё равно написать")
    await owner.send("Где мои деньги?")

    await change(owner, "Лимит файла", "20")
    for command in ("/templates", "/announce", "/catalogue"):
        await owner.send(command)
    await owner.send("/new")
    await owner.click("Продолжить черновик")

    assert any("Где мои деньги?" in post.text for post in owner.got)
