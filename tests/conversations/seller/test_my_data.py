"""«Мои данные»: taken as a file, deleted for good."""

import aiohttp

from tests.conversations.seller.talks import OTHER_TOPIC, TOPIC, answered, opened
from tests.conversations.shop import File, Shop


async def test_all_dialogs_come_as_one_file(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna, "Пришёл <брак>", File("document", name="акт.pdf"))
    await answered(shop, number, "Оформите возврат")
    await anna.react(anna.last, "❤")
    await anna.click("5 ⭐")
    await anna.send("Спасибо")
    await opened(anna, "Другое", topic=OTHER_TOPIC)
    await anna.send("/mydata")
    assert "(2)" in anna.last.text
    await anna.click("Скачать")
    assert anna.last.kind == "document"
    file_id = anna.last.data["document"]["file_id"]
    async with aiohttp.ClientSession() as http, http.get(f"{shop.url}/control/files/{file_id}") as answer:
        text = await answer.text()
    for told in (
        f"Диалог №{number}",
        "Пришёл <брак>",
        "акт.pdf",
        "Поддержка\nОформите возврат\nВаша реакция: ❤",
        "★★★★★",
        "Спасибо",
    ):
        assert told in text
    assert "Пётр" not in text


async def test_everything_can_be_deleted_once_all_is_finished(shop: Shop) -> None:
    anna, boris = await shop.seller(), await shop.seller("Борис")
    number, other = await opened(anna, "Секрет"), await opened(boris)
    await anna.send("/mydata")
    await anna.click("Удалить всё")
    assert "все диалоги завершены" in anna.last.text
    await anna.press(next(post for post in anna.got if "Скачать" in str(post.buttons)), "data-erase:1")
    assert "все диалоги завершены" in anna.last.text
    await anna.click("Мои диалоги")
    await anna.click(f"№{number}")
    await anna.click("Отменить переписку")
    await anna.click("Да, отменить")
    await anna.send("/mydata")
    await anna.click("Удалить всё")
    await anna.click("Оставить")
    await anna.send("/mydata")
    await anna.click("Удалить всё")
    await anna.click("Да, удалить")
    assert "Готово" in anna.last.text
    assert await shop.app.store.dialog(number) is None
    assert await shop.app.store.person(anna.id) is None
    assert await shop.app.store.dialog(other) is not None
    await anna.send("Мои диалоги")
    assert "пока нет диалогов" in anna.last.text
    await anna.send("/mydata")
    assert anna.buttons == []


async def test_deleting_does_not_make_the_topic_free_sooner(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    await anna.click("Открыть диалог")
    await anna.click("Отменить переписку")
    await anna.click("Да, отменить")
    await anna.send("/mydata")
    await anna.click("Удалить всё")
    await anna.click("Да, удалить")

    await shop.passes(minutes=3)
    await anna.send("Новый диалог")
    await anna.send(TOPIC)
    refused = await anna.click(f"{TOPIC} · через")
    assert refused
    assert "через 12 минут" in refused["text"]
    assert str(number) not in refused["text"], "it is gone"

    await shop.passes(minutes=12)
    await opened(anna)
