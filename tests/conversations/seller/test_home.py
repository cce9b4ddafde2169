"""The greeting, the help, two languages, and people who are not welcome."""

from dataclasses import replace

from tests.conversations.seller.talks import TOPIC, answered, choose, opened, pick
from tests.conversations.shop import Shop


async def test_the_greeting_warns_of_scammers_whatever_stands_behind_start(shop: Shop) -> None:
    anna = await shop.seller("Анна <b>&")
    for start in ("/start", "/start ref_123", "/start " + "А" * 64, "/START", "/start <b>&\"';--"):
        await anna.send(start)
        assert "Здравствуйте, Анна <b>&!" in anna.last.text
        assert "Остерегайтесь мошенников" in anna.last.text
        assert [label.split(" ", 1)[1] for label in anna.keyboard] == ["Новый диалог", "Мои диалоги", "Помощь"]


async def test_strange_names_are_greeted(shop: Shop) -> None:
    for name in ("\u200b", "\u202eаннА", "И" * 64, "Ё\n\nё"):
        anna = await shop.seller(name)
        await anna.send("/start")
        assert "Здравствуйте" in anna.last.text
        assert "\u202e" not in anna.last.text


async def test_help_tells_the_limits(shop: Shop) -> None:
    anna = await shop.seller()
    await anna.send("Помощь")
    for told in ("10 МБ", "50 МБ", "15 минут", "3 дня", "/language"):
        assert told in anna.last.text


async def test_the_language_can_be_changed_and_both_keyboards_stay_understood(shop: Shop) -> None:
    anna = await shop.seller()
    await anna.send("/language")
    await anna.click("English")
    assert [label.split(" ", 1)[1] for label in anna.keyboard] == ["New dialog", "My dialogs", "Help"]
    await anna.send("✏️ Новый диалог")
    assert "Choose a category" in anna.last.text
    await anna.send("My dialogs")
    assert "no dialogs yet" in anna.last.text
    await anna.send("/language")
    await anna.click("Русский")
    await anna.send("📂 My dialogs")
    assert "пока нет диалогов" in anna.last.text


async def test_telegrams_language_is_spoken_until_another_is_chosen(shop: Shop) -> None:
    emily = await shop.seller("Emily", language="en")
    await emily.send("/start")
    assert "Beware of scammers" in emily.last.text
    await emily.send("New dialog")
    await emily.send("Defective return")
    await pick(emily, "›")
    await emily.send("It is broken")
    await emily.click("Create dialog")
    assert "is created" in emily.last.text
    assert "a comment" in emily.last.text


async def test_an_unknown_command_is_answered_with_the_known_ones(shop: Shop) -> None:
    anna = await shop.seller()
    await choose(anna)
    await anna.send("/nonsense")
    assert "/dialogs" in anna.last.text
    await anna.send("текст черновика")
    assert any("текст черновика" in post.text for post in anna.got)


async def test_a_banned_seller_is_told_so_with_the_reason_whatever_they_do(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    [post] = await anna.send("Было")
    page = anna.last
    admin = await shop.admin()
    await admin.send("/start")
    await admin.send(f"/ban {number} Спам")
    assert "Спам" in (await anna.look()).last.text
    for action in ("/start", "Новый диалог", "слова", "/language"):
        await anna.send(action)
        assert "заблокированы: писать в поддержку нельзя. Причина: Спам" in anna.last.text
    await anna.edit(post, "Стало")
    assert "заблокированы: писать в поддержку нельзя. Причина: Спам" in anna.last.text
    answer = await anna.press(page, f"open:{number}:1000000:1")
    assert answer is not None
    assert "Спам" in answer["text"]
    await admin.send(f"/unban {number}")
    await anna.send("/start")
    assert "Здравствуйте" in anna.last.text


async def test_the_labels_work_in_the_midst_of_everything(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    await answered(shop, number)
    await anna.click("5 ⭐")
    await anna.send("Помощь")  # not a comment on support
    assert "Как это устроено" in anna.last.text
    await anna.send("Мои диалоги")
    await anna.click("Дата")
    await anna.click("Свой период")
    await anna.send("Новый диалог")
    assert "категорию" in anna.last.text
    await anna.send("Мои диалоги")
    assert TOPIC in anna.buttons[0]


async def test_an_admins_help_names_their_commands_and_a_sellers_does_not(shop: Shop) -> None:
    admin, anna = await shop.admin(), await shop.seller()
    for person in (admin, anna):
        await person.send("/help")
    assert "/stats" in admin.last.text
    assert "/stats" not in anna.last.text


async def test_help_names_no_pause_where_a_shop_has_none(shop: Shop) -> None:
    shop.app.desk.use_rules(replace(shop.app.desk.rules, cooldown=0))
    anna = await shop.seller()
    await anna.send("/help")
    assert "на ту же тему" not in anna.last.text
    assert "все вместе до 50 МБ.\n" in anna.last.text
