"""Owners change what may change while the desk runs."""

import pytest

from tests.conversations.admin.opening import opened
from tests.conversations.shop import File, Shop, Somebody


async def change(owner: Somebody, title: str, value: str) -> None:
    await owner.send("/settings")
    await owner.click(title)
    await owner.send(value)


async def test_each_setting_gets_another_value(shop: Shop) -> None:
    owner = await shop.admin()

    for title, value, seen in (
        ("Новый диалог на ту же тему", "1 час 30 мин", "Новый диалог на ту же тему: 1 час 30 минут"),
        ("Новый диалог на ту же тему", "0", "Новый диалог на ту же тему: выключено"),
        ("Закрывать сам", "5d", "Закрывать сам: 5 дней"),
        ("Напоминать до закрытия", "12h", "Напоминать до закрытия: 12 часов"),
        ("Размер файла", "20", "Размер файла: 20 МБ"),
        ("Размер всех файлов", "100", "Размер всех файлов: 100 МБ"),
        ("Задержка ответа", "5s", "Задержка ответа: 5 секунд"),
        ("Рабочее время", "пн-пт 9:00-18:00", "Рабочее время: пн-пт 09:00-18:00"),
        ("Время групп", "-100500 сб 10:00-16:00", "Время групп: -100500 сб 10:00-16:00"),
        ("Рабочее время", "пн-вс 9:00-18:00;" * 200, "Рабочее время: пн-вс 09:00-18:00"),
        ("Напомнить агентам", "2 часа", "Напомнить агентам: 2 часа"),
        ("Сообщить админам", "нет", "Сообщить админам: выключено"),
        ("Утренняя сводка", "8:30", "Утренняя сводка: 08:30"),
        ("Утренняя сводка", "0", "Утренняя сводка: выключено"),
        ("Хранить закрытые", "365 дней", "Хранить закрытые: 365 дней"),
    ):
        await change(owner, title, value)
        assert seen in owner.last.text


async def test_what_is_no_value_is_told_and_changes_nothing(shop: Shop) -> None:
    owner = await shop.admin()
    before = shop.app.desk.rules

    for title, value, answer in (
        ("Новый диалог на ту же тему", "скоро", "Например: 90s"),
        ("Новый диалог на ту же тему", "8d", "Можно 7 дней или меньше; 0 выключит"),
        ("Закрывать сам", "0", "1 час, 60 дней или любой срок между ними"),
        ("Закрывать сам", "12h", "раньше, чем диалог закроется"),
        ("Напоминать до закрытия", "3d", "раньше, чем диалог закроется"),
        ("Размер файла", "51", "не может быть больше"),
        ("Размер файла", "много", "Целое число мегабайт"),
        ("Рабочее время", "пн 18:00-9:00", "пн-пт 9:00-18:00"),
        ("Утренняя сводка", "25:00", "например 9:00"),
        ("Только ответы", "да", "переключатель"),
    ):
        await change(owner, title, value)
        assert answer in owner.last.text

    assert shop.app.desk.rules is before


async def test_a_setting_works_at_once_and_after_a_restart(shop: Shop) -> None:
    owner, anna = await shop.admin(), await shop.seller()
    await change(owner, "Размер файла", "1")
    await opened(shop, anna)

    await anna.send(None, File("document", size=2 * 1024 * 1024, name="скан.pdf"))
    assert "1 МБ" in anna.last.text

    await shop.restart()

    await anna.send(None, File("document", size=2 * 1024 * 1024, name="скан.pdf"))
    assert "1 МБ" in anna.last.text


async def test_a_setting_goes_back_to_what_the_start_said(shop: Shop) -> None:
    owner = await shop.admin()
    await change(owner, "Новый диалог на ту же тему", "1h")

    await owner.click("Как задано при запуске")

    assert "Новый диалог на ту же тему: 15 минут" in owner.last.text
    assert await shop.app.store.settings() == {}


async def test_only_replies_go_out_where_that_is_switched_on(shop: Shop) -> None:
    owner, anna, pyotr = await shop.admin(), await shop.seller(), await shop.agent()
    topic = await pyotr.topic(await opened(shop, anna))
    await owner.send("/settings")
    await owner.click("Только ответы")

    await owner.click("Включить")

    assert "Только ответы: да" in owner.last.text
    before = len(anna.got)
    await topic.send("Коллеги, кто возьмёт?")
    assert len((await anna.look()).got) == before


async def test_sellers_see_who_answers_only_where_the_shop_wants_it(shop: Shop) -> None:
    owner, anna, pyotr = await shop.admin(), await shop.seller(), await shop.agent("Пётр")
    topic = await pyotr.topic(await opened(shop, anna))
    await topic.send("Смотрим")
    assert "Пётр" not in anna.last.text

    await owner.send("/settings")
    await owner.click("Имена агентов")
    await owner.click("Включить")
    await topic.send("Готово")

    assert anna.last.text.startswith("Поступил ответ по диалогу №100001 · Пётр")


async def test_an_appointed_admin_changes_no_settings_and_no_admins(shop: Shop) -> None:
    owner, olga = await shop.admin(), await shop.seller("Ольга")
    await olga.send("/start")
    await owner.send(f"/admins {olga.id}")

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

    await change(owner, "Размер файла", "20")
    assert "Размер файла: 20 МБ" in owner.last.text

    await owner.send("/settings")
    assert "Напоминать до закрытия: выключено" in owner.last.text


async def test_a_draft_that_an_admin_writes_as_a_seller_outlives_a_look_at_the_settings(shop: Shop) -> None:
    owner = await shop.admin()
    await owner.send("/new")
    await owner.send("возврат")
    await owner.press(owner.last, owner.last.inline[0]["callback_data"])
    await owner.click("Всё равно написать")
    await owner.send("Где мои деньги?")

    await change(owner, "Размер файла", "20")
    for command in ("/templates", "/announce", "/catalogue"):
        await owner.send(command)
    await owner.send("/new")
    await owner.click("Продолжить черновик")

    assert any("Где мои деньги?" in post.text for post in owner.got)
