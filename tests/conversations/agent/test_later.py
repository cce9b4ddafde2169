"""«Not now»: a dialog that is put off is in nobody's way until then, or until the seller writes."""

import pytest

from tests.conversations.agent.test_due_times import promise
from tests.conversations.desk import Desk, desk_with_dialog, open_dialog
from tests.conversations.shop import Post, Shop

# The clock starts on Monday, 21.09.2026, 17:13 in Moscow.
BACK = "Диалог снова здесь"


def card(desk: Desk) -> Post:
    return desk.here.got[0]


async def queue(desk: Desk) -> str:
    await desk.pyotr.send("/queue")
    return desk.pyotr.last.text


def lines(desk: Desk, words: str) -> list[Post]:
    return [post for post in desk.here.got if words in post.text]


async def test_it_leaves_the_queue_and_comes_back_with_a_line(desk: Desk) -> None:
    await desk.here.send("/take")
    await desk.here.send("/later завтра 10:00")

    assert "отложен до 22 сентября, 10:00" in desk.here.last.text
    assert "Отложен до 22 сентября, 10:00" in card(desk).text
    assert str(desk.number) not in await queue(desk)
    assert "Отложен 1 диалог" in desk.pyotr.last.text
    await desk.pyotr.send("/mine")
    assert "отложен до 22 сентября, 10:00" in desk.pyotr.last.text

    await desk.shop.passes(hours=16)
    assert not lines(desk, BACK)
    await desk.shop.passes(minutes=50)
    assert len(lines(desk, BACK)) == 1
    assert "Ведёт Пётр" in lines(desk, BACK)[0].text
    assert "Отложен" not in card(desk).text
    assert str(desk.number) in await queue(desk)


async def test_a_word_of_the_seller_brings_it_back_at_once(desk: Desk) -> None:
    await desk.here.send("/отложить 2 дня")
    await desk.anna.send("Нашла номер: 12345")

    assert str(desk.number) in await queue(desk)
    assert "Отложен" not in card(desk).text
    await desk.shop.passes(days=3)
    assert not lines(desk, BACK)


async def test_nobody_is_reminded_of_it_meanwhile(desk: Desk) -> None:
    admin = await desk.shop.admin()
    await admin.send("/start")
    await desk.here.send("/later 3d")
    await desk.shop.passes(hours=16)  # the digest's time
    await desk.shop.passes(days=2)

    assert not lines(desk, "⏳ Продавец ждёт")
    assert not any("Доброе утро" in post.text for post in desk.pyotr.got)
    assert not any("ждёт ответа" in post.text for post in admin.got)
    await desk.shop.passes(hours=8)
    await desk.shop.passes(minutes=2)
    assert lines(desk, "⏳ Продавец ждёт ответа 3 дня")


async def test_the_usual_times_are_on_the_card(desk: Desk) -> None:
    await desk.here.click("Отложить", on=card(desk))
    assert desk.here.buttons[:5] == ["1 час", "3 часа", "Завтра утром", "В понедельник", "Неделя"]

    menu = desk.here.last
    await desk.here.click("3 часа")
    assert desk.here.last.id == menu.id
    assert "отложен до 20:13" in desk.here.last.text
    assert desk.here.buttons == ["Сказать продавцу", "Вернуть сейчас"]

    await desk.here.click("Вернуть сейчас")
    assert "снова в очереди" in desk.here.last.text
    assert str(desk.number) in await queue(desk)


async def test_the_seller_knows_only_what_the_agent_tells(desk: Desk) -> None:
    before = len(desk.anna.posts)
    await desk.here.send("/later пятница")
    assert len((await desk.anna.look()).posts) == before

    line = desk.here.last
    await desk.here.click("Сказать продавцу", on=line)
    await desk.here.press(line, line.inline[0]["callback_data"])  # a second tap that was on its way

    told = [post.text for post in (await desk.anna.look()).got if "вернёмся к вам" in post.text]
    assert len(told) == 1
    assert f"№{desk.number}" in told[0]
    assert "в пятницу, 25 сентября, после 9:00 (МСК)" in told[0]
    assert "продавец знает" in card(desk).text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("потом", "Не поняли, до какого времени"),
        ("завтра в 25:00", "Не поняли, до какого времени"),
        ("сегодня 10:00", "Это время уже прошло"),
        ("2 года", "Не поняли"),
        ("1.01.2030", "не больше чем на 365 дней"),
        ("нет", "не отложен"),
    ],
)
async def test_what_cannot_be_done_is_said_and_changes_nothing(desk: Desk, words: str, said: str) -> None:
    await desk.here.send(f"/later {words}")

    assert said in desk.here.last.text
    assert str(desk.number) in await queue(desk)


async def test_over_midnight_and_a_restart_it_is_the_shops_day(desk: Desk) -> None:
    await desk.shop.passes(hours=6)  # 23:13
    await desk.here.send("/later завтра 0:30")
    assert "отложен до 22 сентября, 0:30" in desk.here.last.text

    await desk.shop.restart()
    await desk.shop.passes(minutes=70)
    assert not lines(desk, BACK)
    await desk.shop.restart()
    await desk.shop.passes(minutes=10)
    await desk.shop.passes(minutes=10)
    assert len(lines(desk, BACK)) == 1


async def test_an_answer_ends_it_and_a_note_does_not(desk: Desk) -> None:
    await desk.here.send("/later 2d")
    await desk.here.send("//ждём склад")
    assert "Отложен до" in card(desk).text

    await desk.here.send("Готово")
    await desk.here.look()
    assert "Отложен до" not in card(desk).text
    await desk.shop.passes(days=2)
    assert not lines(desk, BACK)


async def test_one_that_was_answered_does_not_close_while_it_is_put_off(desk: Desk) -> None:
    await desk.here.send("Передали на склад, ответят в течение недели")
    await desk.here.send("/later 7d")
    await desk.shop.passes(days=5)
    assert "Завершён" not in card(desk).text

    await desk.shop.passes(days=2)
    assert len(lines(desk, BACK)) == 1
    await desk.shop.passes(days=1)
    assert "Завершён" not in card(desk).text  # silence begins when it is back
    await desk.shop.passes(days=2.1)
    assert "Завершён" in card(desk).text


async def test_one_that_is_over_cannot_be_put_off(desk: Desk) -> None:
    await desk.here.send("Готово")
    await desk.here.click("Отложить", on=card(desk))
    menu = desk.here.last
    await desk.here.send("/close")

    answer = await desk.here.click("3 часа", on=menu)
    assert answer
    assert "завершён" in answer["text"]


async def test_what_is_due_meanwhile_is_said_when_it_is_back(shop: Shop) -> None:
    promise(shop, "Возвраты", 3_600_000)
    desk = await desk_with_dialog(shop)
    await desk.here.send("/later 3h")
    await shop.passes(hours=2)
    assert not lines(desk, "срок")

    await shop.passes(hours=1.1)
    assert lines(desk, BACK)
    assert lines(desk, "Срок ответа прошёл: 21 сентября, 18:13")


async def test_in_a_plain_group_and_in_english(shop: Shop) -> None:
    await shop.control("group", chat_id=shop.group, action="forum_off")
    anna, pyotr = await shop.seller(), await shop.agent()
    number = await open_dialog(anna)
    await shop.patch_person(anna, language_code="en")
    await anna.send("When?")
    first = next(post for post in (await pyotr.look()).got if str(number) in post.text)
    await pyotr.send("/later tomorrow 10:00", reply_to=first)
    await pyotr.click("Сказать продавцу")

    assert any("we will be back on Tuesday, 22 September, after 10:00" in post.text for post in (await anna.look()).got)
    await shop.passes(hours=17)
    assert any(BACK in post.text for post in pyotr.got)


async def test_what_waits_for_nobody_comes_back_to_no_queue(desk: Desk) -> None:
    await desk.here.send("Готово")
    await desk.here.send("/отложить 2 дня")

    await desk.here.click("Вернуть сейчас")

    assert desk.here.last.text == f"Диалог №{desk.number} больше не отложен."
