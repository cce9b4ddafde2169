"""«Мои диалоги»: rows, pages, filters that combine, a number that opens its dialog; and the page of one dialog."""

from bot.views.new_dialog import SHOWN_ON_A_PHONE
from tests.conversations.desk import open_dialog
from tests.conversations.seller.talks import OTHER_TOPIC, TOPIC, answered, asked, opened
from tests.conversations.shop import File, Shop, Somebody


def rows(seller: Somebody) -> list[str]:
    return [label for label in seller.buttons if "№" in label]


async def test_rows_say_status_number_topic_clip_and_date_newest_first(shop: Shop) -> None:
    anna = await shop.seller()
    first = await opened(anna)
    second = await opened(anna, "С файлом", File("photo"), topic=OTHER_TOPIC)
    await answered(shop, second)
    await anna.send("Мои диалоги")
    assert rows(anna) == [
        f"🟢 №{second} Возврат от по… 📎 · 21.09",
        f"🔵 №{first} {TOPIC} · 21.09",
    ]


async def test_a_phone_shows_the_end_of_each_row_and_last_years_date_says_its_year(shop: Shop) -> None:
    anna = await shop.seller()
    with_file = await open_dialog(anna, words="возврат от покупателя")
    await anna.send(None, File("photo"))
    await shop.passes(days=110)
    await open_dialog(anna, words="возврат брака")
    await anna.send("/dialogs")
    assert rows(anna)[0].endswith(" · 09.01")
    assert rows(anna)[1] == f"🔵 №{with_file} Возврат… 📎 · 21.09.2026"
    assert max(map(len, rows(anna))) <= SHOWN_ON_A_PHONE
    await anna.send("/language")
    await anna.click("English")
    await anna.send("/dialogs")
    newest, oldest = [label for label in anna.buttons if "#" in label]
    assert newest.endswith(" · 09 Jan")
    assert oldest.endswith(" 📎 · 21 Sep 2026")
    assert len(oldest) <= SHOWN_ON_A_PHONE


async def test_without_dialogs_a_new_one_is_offered(shop: Shop) -> None:
    anna = await shop.seller()
    await anna.send("/dialogs")
    assert "пока нет диалогов" in anna.last.text
    await anna.click("Новый диалог")
    assert "категорию" in anna.last.text


async def test_many_dialogs_stand_on_pages(shop: Shop) -> None:
    anna = await shop.seller()
    numbers = []
    for _ in range(9):
        numbers.append(await opened(anna))
        await shop.passes(minutes=15)
    await anna.send("Мои диалоги")
    assert len(rows(anna)) == 8
    assert "1 из 2" in anna.buttons
    await anna.click("›")
    assert f"№{numbers[0]}" in rows(anna)[0]
    assert len(rows(anna)) == 1


async def test_filters_combine_are_shown_and_can_be_reset(shop: Shop) -> None:
    anna = await shop.seller()
    old = await opened(anna)
    await shop.passes(days=20)
    waits = await opened(anna)
    has_answer = await opened(anna, topic=OTHER_TOPIC)
    await answered(shop, has_answer)
    await anna.send("Мои диалоги")
    assert len(rows(anna)) == 3
    await anna.click("Дата")
    await anna.click("7 дней")
    assert "Фильтр: 7 дней" in anna.last.text
    assert len(rows(anna)) == 2
    await anna.click("Статус")
    await anna.click("Создан")
    assert "7 дней · Создан" in anna.last.text
    assert [str(waits) in row for row in rows(anna)] == [True]
    await anna.click("Тема")
    await anna.click(OTHER_TOPIC)
    assert f"7 дней · Создан · {OTHER_TOPIC}" in anna.last.text
    assert "Таких диалогов нет" in anna.last.text
    await anna.click("Сбросить фильтры")
    assert len(rows(anna)) == 3
    await anna.click("Тема")
    await anna.click(TOPIC)
    assert [str(old) in row for row in rows(anna)] == [False, True]


async def test_today_and_thirty_days(shop: Shop) -> None:
    anna = await shop.seller()
    await opened(anna)
    await shop.passes(days=1)
    today = await opened(anna)
    await anna.send("Мои диалоги")
    await anna.click("Дата")
    await anna.click("Сегодня")
    assert [str(today) in row for row in rows(anna)] == [True]
    await anna.click("Дата")
    await anna.click("30 дней")
    assert len(rows(anna)) == 2
    await anna.click("Дата")
    await anna.click("За всё время")
    assert "Фильтр" not in anna.last.text


async def test_a_period_can_be_typed_and_a_wrong_one_is_explained(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    await anna.send("Мои диалоги")
    await anna.click("Дата")
    await anna.click("Свой период")
    for text, said in {
        "31.02.2026": "Дня 31.02.2026 нет в календаре",
        "15.11.2026–01.11.2026": "заканчивается раньше",
        "когда-нибудь": "Не получилось прочитать даты",
    }.items():
        await anna.send(text)
        assert said in anna.last.text
    await anna.send("01.09.2026–30.09.2026")
    assert "01.09.2026–30.09.2026" in anna.last.text
    assert str(number) in rows(anna)[0]
    await anna.click("Дата")
    await anna.click("Свой период")
    await anna.send("01.11.2026")
    assert "Таких диалогов нет" in anna.last.text


async def test_a_typed_number_opens_its_dialog_from_the_list_and_from_home(shop: Shop) -> None:
    anna, boris = await shop.seller(), await shop.seller("Борис")
    number, foreign = await opened(anna), await opened(boris)
    await anna.send("Мои диалоги")
    await anna.send(str(foreign))
    assert f"Диалог №{foreign} не найден" in anna.last.text
    await anna.send("999999999999")
    assert "не найден" in anna.last.text
    await anna.send(f"№{number}")
    assert f"Диалог №{number}\n" in anna.last.text
    await anna.send("/start")
    await anna.send(str(number))
    assert f"Диалог №{number}\n" in anna.last.text


async def test_the_page_says_all_that_was_promised(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna, "Пришёл брак", File("document", name="акт.pdf"))
    agent = await answered(shop, number, "Оформите возврат")
    await anna.click("Открыть диалог")
    text = anna.last.text
    assert f"Диалог №{number}\nКатегория: Возвраты\nТема: {TOPIC}\nСтатус: 🟢 Поступил ответ" in text
    assert "Создан: 21.09.2026 17:13 (МСК)" in text
    assert "Вложения: 📎 1" in text
    assert "Вы, 21.09.2026 17:13\nПришёл брак" in text
    assert "📎 акт.pdf" in text
    assert "Поддержка, 21.09.2026 17:13\nОформите возврат" in text
    assert agent.name not in text


async def test_a_long_history_has_pages_and_long_messages_are_shortened(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna, "<b>&" * 1000)
    for count in range(1, 9):
        await anna.send(f"Дополнение {count}. " + "слово " * 200)
    await anna.send(str(number))
    assert "страница 2 из 2" in anna.last.text
    assert "Дополнение 8" in anna.last.text
    assert "Дополнение 1." not in anna.last.text
    await anna.click("‹")
    assert "страница 1 из 2" in anna.last.text
    assert "<b>&<b>&" in anna.last.text
    assert len(anna.last.text) <= 4096


async def test_edits_are_marked_in_the_history(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    [post] = await anna.send("Опечатка")
    await anna.edit(post, "Без опечатки")
    await anna.send(str(number))
    assert "изменено\nБез опечатки" in anna.last.text


async def test_the_attachments_come_again_in_albums(shop: Shop) -> None:
    anna = await shop.seller()
    await opened(anna, "Файлы", File("photo"), File("video"), File("document", name="а.pdf"), File("voice"))
    await anna.click("Открыть диалог")
    before = len(anna.got)
    await anna.click("Вложения")
    again = anna.got[before + 1 :]
    assert [post.kind for post in again] == ["document", "photo", "video", "voice"]
    assert again[1].album
    assert again[1].album == again[2].album


async def test_cancelling_asks_once_more_and_then_finishes(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    await anna.click("Открыть диалог")
    await anna.click("Отменить переписку")
    assert f"№{number}?" in anna.last.text
    await anna.click("Не отменять")
    assert "Статус: 🔵 Создан" in anna.last.text
    await anna.click("Отменить переписку")
    await anna.click("Да, отменить")
    assert "Завершён (переписка отменена)" in anna.last.text
    assert not any("Отменить" in label or "Дополнить" in label for label in anna.buttons)
    agent = await (await shop.agent()).topic(number)
    assert any("отмен" in post.text.lower() for post in agent.got)


async def test_every_open_status_may_be_cancelled(shop: Shop) -> None:
    anna = await shop.seller()
    for say in (answered, asked):
        number = await opened(anna)
        await say(shop, number)
        await anna.send("Мои диалоги")
        await anna.click(f"№{number}")
        await anna.click("Отменить переписку")
        await anna.click("Да, отменить")
        assert "Завершён" in anna.last.text
        await shop.passes(minutes=15)


async def test_the_buttons_fit_the_status(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    await anna.click("Открыть диалог")
    assert [label.split(" ", 1)[-1] for label in anna.buttons] == ["Дополнить", "переписку", "Мои диалоги"]
    await answered(shop, number)
    await anna.send("Мои диалоги")
    await anna.click(f"№{number}")
    assert any("Оценить" in label for label in anna.buttons)


async def test_files_of_support_are_attachments_too(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    agent = await (await shop.agent()).topic(number)
    await agent.send("Вот акт", File("document", name="акт.pdf"))
    await anna.send("Мои диалоги")
    assert "📎" in rows(anna)[0]
    await anna.click(f"№{number}")
    await anna.click("Вложения")
    assert anna.last.data["document"]["file_name"] == "акт.pdf"
