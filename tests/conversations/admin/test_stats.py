"""/stats: the figures of a period, as a picture and in words."""

import struct

import aiohttp

from tests.conversations.admin.opening import opened
from tests.conversations.shop import Shop


async def test_the_figures_of_one_dialog(shop: Shop) -> None:
    admin, anna, pyotr = await shop.admin(), await shop.seller(), await shop.agent("Пётр <b>")
    topic = await pyotr.topic(await opened(shop, anna))
    await shop.passes(minutes=20)
    await topic.send("Примем возврат")
    await anna.click("5 ⭐")

    await admin.send("/stats")

    picture, words = admin.got[-2:]
    assert picture.kind == "photo"
    said = words.text
    assert "Открыт 1 диалог" in said
    assert "Завершён: 1" in said
    assert "Первый ответ: медиана 20 минут" in said
    assert "от открытия диалога до первого доставленного ответа" in said
    assert "Довольны (CSAT): 100 % (1 из 1)" in said
    assert "оценили 100 % из 1 диалога с ответом" in said
    assert "Доставка сообщений: 100 % (2 из 2)" in said

    await admin.click("Агенты")
    assert "Пётр <b>: 1 · 20 минут · 100 %" in admin.last.text
    await admin.click("Категории")
    assert "Возвраты: 1" in admin.last.text
    await admin.click("Темы")
    assert "озврат" in admin.last.text
    await admin.click("Сегодня")
    await admin.click("Всё")
    assert "Открыт 1 диалог" in admin.last.text


async def test_a_median_of_one_minute_is_in_the_nominative(shop: Shop) -> None:
    admin, anna, pyotr = await shop.admin(), await shop.seller(), await shop.agent()
    topic = await pyotr.topic(await opened(shop, anna))
    await shop.passes(seconds=30)
    await topic.send("Примем возврат")
    await admin.send("/stats")
    assert "Первый ответ: медиана 1 минута, 90 % за 1 минуту" in admin.last.text


async def test_the_period_before_stands_beside(shop: Shop) -> None:
    admin, anna, boris, pyotr = await shop.admin(), await shop.seller(), await shop.seller("Борис"), await shop.agent()
    topic = await pyotr.topic(await opened(shop, anna))
    await shop.passes(minutes=40)
    await topic.send("Примем возврат")
    await anna.click("5 ⭐")
    await shop.passes(days=3)
    topic = await pyotr.topic(await opened(shop, boris))
    await shop.passes(minutes=20)
    await topic.send("Примем возврат")
    await boris.click("1 ⭐")

    await admin.send("/stats 2")

    said = admin.last.text
    assert "«было» — за " in said
    assert "Открыт 1 диалог · было 1" in said
    assert "Первый ответ: медиана 20 минут, 90 % за 20 минут (диалогов: 1) · было 40 минут" in said
    assert "Довольны (CSAT): 0 % (0 из 1) · было 100 %" in said


async def test_nothing_stands_beside_where_nothing_was(shop: Shop) -> None:
    admin, anna = await shop.admin(), await shop.seller()
    await opened(shop, anna)

    await admin.send("/stats неделя")

    assert "Открыт 1 диалог" in admin.last.text
    assert "было" not in admin.last.text


async def test_the_picture_is_a_png_that_fits_a_phone(shop: Shop) -> None:
    admin, anna = await shop.admin(), await shop.seller()
    await opened(shop, anna)

    await admin.send("/stats today")

    file_id = admin.got[-2].data["photo"][-1]["file_id"]
    async with aiohttp.ClientSession() as http, http.get(f"{shop.url}/control/files/{file_id}") as answer:
        picture = await answer.read()
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", picture[16:24])
    assert width == 1080
    assert 1000 < height < 2400


async def test_periods_without_dialogs_say_so(shop: Shop) -> None:
    admin = await shop.admin()

    for words in (
        "",
        " today",
        " 7",
        " 30d",
        " неделя",
        " месяц",
        " 3 года",
        " вчера",
        " сентябрь",
        " сегодня",
        " 1–15.09.2026",
    ):
        await admin.send(f"/stats{words}")
        assert "диалогов не было" in admin.last.text


async def test_what_is_no_period_gets_a_sentence(shop: Shop) -> None:
    admin = await shop.admin()

    for words, answer in (
        ("вчера или позавчера", "Так: /stats"),
        ("0d", "Так: /stats"),
        ("31.02.2026", "31.02.2026"),
        ("15.11.2026-01.11.2026", "раньше"),
    ):
        await admin.send(f"/stats {words}")
        assert answer in admin.last.text


async def test_figures_in_english(shop: Shop) -> None:
    admin, anna = await shop.admin(), await shop.seller()
    await opened(shop, anna)
    await shop.patch_person(admin, language_code="en")

    await admin.send("/stats")

    assert "1 dialog opened" in admin.last.text
