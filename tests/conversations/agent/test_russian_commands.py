"""Commands in Russian: Telegram marks none of them as a command, and nobody has to switch layouts."""

import pytest

from sandbox.world import BOT_USERNAME
from tests.conversations.desk import Desk, open_dialog
from tests.conversations.shop import File, Shop


async def card(desk: Desk) -> str:
    return (await desk.here.look()).got[0].text


async def test_a_dialog_is_worked_in_russian(desk: Desk) -> None:
    await desk.here.send("/взять")
    assert "Ведёт: Пётр" in await card(desk)

    await desk.here.send("/Вернуть")
    assert "Ведёт: Пётр" not in await card(desk)

    await desk.here.send(f"/ВЗЯТЬ@{BOT_USERNAME}")
    assert "Ведёт: Пётр" in await card(desk)

    await desk.here.send("/вопрос Какой номер?")
    assert desk.anna.last.text == f"Ждём вашего ответа по диалогу №{desk.number}\n\nКакой номер?"

    before = len(desk.anna.posts)
    await desk.here.send("/заметка странный какой-то")
    assert (await desk.here.look()).posts[-1].reactions == ["✍"]
    await desk.here.send("/история")
    await desk.here.send("/перенести")
    await desk.here.send("/мои")
    assert str(desk.number) in desk.here.last.text
    await desk.here.send("/найти деньги")
    assert str(desk.number) in desk.here.last.text
    assert len((await desk.anna.look()).posts) == before

    await desk.here.send("/закрыть")
    assert "Завершён" in await card(desk)


async def test_in_a_plain_group_by_reply(shop: Shop) -> None:
    await shop.control("group", chat_id=shop.group, action="forum_off")
    anna, pyotr = await shop.seller("Анна"), await shop.agent("Пётр")
    await open_dialog(anna)
    _, question = (await pyotr.look()).got

    await pyotr.send("/вопрос Номер заказа?", File("photo"), reply_to=question)
    assert anna.last.text.startswith("Ждём вашего ответа")

    before = len(anna.posts)
    await pyotr.send("/взять", reply_to=question)
    await pyotr.send("/вопрос", reply_to=question)
    assert len((await anna.look()).posts) == before
    assert pyotr.last.text.startswith("/вопрос")


@pytest.mark.parametrize("words", ["/вопрос", "/вопрос  ", f"/ВОПРОС@{BOT_USERNAME}", "/вопрос \u200b"])
async def test_without_words_it_shows_how_in_the_spelling_that_was_used(desk: Desk, words: str) -> None:
    before = len(desk.anna.posts)

    await desk.here.send(words)

    assert len((await desk.anna.look()).posts) == before
    assert desk.here.last.text == "/вопрос какой номер поставки? — запросить уточнение у продавца."  # this is its place


@pytest.mark.parametrize("words", ["/зкарыть", "/взятка", "/ответик Здравствуйте", "/закрыто@" + BOT_USERNAME])
async def test_an_unknown_one_is_told_and_stays(desk: Desk, words: str) -> None:
    before = len(desk.anna.posts)

    await desk.here.send(words)

    assert "/помощь" in desk.here.last.text
    assert len((await desk.anna.look()).posts) == before


async def test_outside_of_a_dialog_they_show_how(desk: Desk) -> None:
    for command in ("взять", "вопрос", "заметка", "закрыть", "бан"):
        await desk.pyotr.send(f"/{command} что-то")
        assert desk.pyotr.last.text.startswith(f"/{command}")
        assert "в теме диалога" in desk.pyotr.last.text
    await desk.pyotr.send("/статистика")
    assert "в личном чате" in desk.pyotr.last.text
    await desk.pyotr.send("/помощь")
    assert "/взять" in desk.pyotr.last.text


async def test_a_command_for_another_bot_is_nobodys_word(desk: Desk) -> None:
    before = len(desk.here.got), len(desk.anna.got)

    await desk.here.send("/взять@other_bot")

    assert (len((await desk.here.look()).got), len((await desk.anna.look()).got)) == before


async def test_sellers_and_admins_have_theirs(shop: Shop) -> None:
    anna, admin = await shop.seller("Анна"), await shop.admin()

    await anna.send("/Новый")
    assert "категори" in anna.last.text.lower()
    await anna.send("/язык")
    assert any("English" in label for label in anna.buttons)
    await anna.send("/статистика")
    assert "Такой команды нет" in anna.last.text

    await admin.send("/проверка")
    assert "SQLite" in admin.last.text
    await admin.send("/бан")
    assert "/бан 123456 причина" in admin.last.text
    await admin.send("/очередь")
    assert "в группе поддержки" in admin.last.text


async def test_words_with_a_slash_are_still_the_sellers_words(desk: Desk) -> None:
    for words in ("/склад не принял", "/вопрос где деньги?", "/взять могу?"):
        await desk.anna.send(words)
        assert desk.here.got[-1].text.endswith(words)


async def test_what_is_suggested_is_spelled_as_it_was_written(desk: Desk) -> None:
    await desk.here.send("/отложить")
    assert desk.here.last.text.endswith("Своё время: /отложить завтра 10:00")
    await desk.here.send("/later")
    assert desk.here.last.text.endswith("Своё время: /later завтра 10:00")
    await desk.here.send("/отложить когда-нибудь")
    assert "/отложить 2 дня" in desk.here.last.text
    await desk.here.send("/later sometime")
    assert "/later 2 дня" in desk.here.last.text

    await desk.here.click("Заблокировать", on=desk.here.got[0])
    assert "/бан причина" in desk.here.last.text
    await desk.here.send("/ban Спам")
    await desk.here.send("/бан Спам")
    assert desk.here.last.text.endswith("Разблокировать: /разбан")


@pytest.mark.parametrize("words", ["/ефлу", ".ефлу", ".взять", "/dpznm", "/ЕФЛУ"])
async def test_the_keyboard_in_the_other_layout_is_understood(desk: Desk, words: str) -> None:
    before = len(desk.anna.posts)

    await desk.here.send(words)

    assert "Ведёт: Пётр" in await card(desk)
    assert len((await desk.anna.look()).posts) == before


async def test_a_note_in_the_other_layout_stays_inside(desk: Desk) -> None:
    before = len(desk.anna.posts)

    await desk.here.send(".тщеу спорит третий раз")

    assert (await desk.here.look()).posts[-1].reactions == ["✍"]
    assert len(desk.anna.posts) == before


@pytest.mark.parametrize("words", [".", ".. ", "...сейчас проверю", ".NET не работает", ".5 кг"])
async def test_what_only_begins_with_a_full_stop_is_no_command(desk: Desk, words: str) -> None:
    await desk.here.send(words)

    assert "такой" not in desk.here.last.text.lower()
    assert "/help" not in desk.here.last.text


async def test_one_that_was_nearly_written_is_named(desk: Desk) -> None:
    await desk.here.send("/закрыт")
    assert "Похоже на /закрыть. Команды: /помощь" in desk.here.last.text
    await desk.here.send("/relese")
    assert "Похоже на /release. Команды: /help" in desk.here.last.text
    await desk.here.send("/абракадабра")
    assert "Похоже" not in desk.here.last.text


async def test_help_shows_each_in_both_spellings(desk: Desk) -> None:
    await desk.here.send("/help")

    for row in ("/queue · /очередь — ", "/similar · /похожие — ", "/later · /отложить — ", "/unban · /разбан — "):
        assert row in desk.here.last.text
    assert "/undo" not in desk.here.last.text  # answers leave at once here
