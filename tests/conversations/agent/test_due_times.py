"""A topic that promises an answer within a time: until when is seen, agents are warned once, the rest is figures."""

import re

import pytest

from core.catalogue.edit import answered_in, with_category
from core.dialog import Dialog
from core.hours import Hours
from core.units import HOUR
from tests.conversations.admin.test_export import sheets, spreadsheet

# The clock starts on Monday, 21.09.2026, 17:13 in Moscow.
from tests.conversations.desk import Desk, desk_with_dialog, open_dialog
from tests.conversations.shop import Post, Shop


def promise(shop: Shop, category: str, ms: int) -> None:
    """All topics of the category, by its title."""
    desk = shop.app.desk
    found = next(each for each in desk.catalogue.every_category if each.title("ru") == category)
    desk.use_catalogue(with_category(desk.catalogue, answered_in(found, ms)))


@pytest.fixture
async def due(shop: Shop) -> Desk:
    promise(shop, "Возвраты", 4 * HOUR)
    return await desk_with_dialog(shop)


def warnings(desk: Desk) -> list[str]:
    return [post.text for post in desk.here.got if "срок" in post.text.lower() and "Диалог №" not in post.text]


def card(desk: Desk) -> Post:
    return desk.here.got[0]


async def kept(desk: Desk) -> Dialog:
    found = await desk.shop.app.store.dialog(desk.number)
    assert found
    return found


async def test_until_when_stands_on_the_card_and_in_the_queue(due: Desk) -> None:
    other = await open_dialog(await due.shop.seller("Борис"), words="аналитика продаж")
    promise(due.shop, "Возвраты", HOUR)
    sooner = await open_dialog(await due.shop.seller("Вера"))
    await due.pyotr.send("/queue")

    assert "Ответить до 21 сентября, 21:13" in card(due).text
    rows = due.pyotr.last.text.splitlines()[2:]
    assert f"№{sooner}" in rows[0]
    assert "ответить до 18:13" in rows[0]
    assert f"№{due.number}" in rows[1]
    assert "ответить до 21:13" in rows[1]
    assert f"№{other}" in rows[2]
    assert "ответить" not in rows[2]


async def test_agents_are_warned_once_and_no_longer_reminded(due: Desk) -> None:
    admin = await due.shop.admin()
    await admin.send("/start")
    await due.shop.passes(hours=3)
    assert warnings(due) == []

    await due.shop.passes(minutes=15)
    await due.shop.passes(minutes=15)
    assert len(warnings(due)) == 1
    assert "до 21 сентября, 21:13" in warnings(due)[0]
    assert "никто не взял" in warnings(due)[0]

    await due.shop.passes(hours=6)
    assert len(warnings(due)) == 1
    assert not any(post.text.startswith("⏳ Продавец ждёт") for post in due.here.got)
    assert not any("ждёт ответа" in post.text for post in admin.got)
    await due.pyotr.send("/queue")
    assert "срок был 21 сентября, 21:13" in due.pyotr.last.text


async def test_a_bot_that_was_off_says_that_the_time_is_over(due: Desk) -> None:
    await due.shop.passes(hours=5)

    assert len(warnings(due)) == 1
    assert "Срок ответа прошёл" in warnings(due)[0]


async def test_an_answer_ends_it_and_the_next_word_begins_another(due: Desk) -> None:
    await due.here.send("Секунду")
    assert "Ответить до" not in card(await looked(due)).text
    await due.shop.passes(hours=4)
    assert warnings(due) == []

    await due.anna.send("Так где деньги?")
    await due.anna.send("Алло")
    assert "Ответить до 22 сентября, 1:13" in card(await looked(due)).text
    await due.shop.passes(hours=3.5)
    assert len(warnings(due)) == 1


async def looked(desk: Desk) -> Desk:
    await desk.here.look()
    return desk


async def test_an_answer_that_was_taken_back_leaves_the_time_as_it_was(due: Desk) -> None:
    before = await kept(due)
    due.shop.app.desk.rules.answer_delay = 60_000
    await due.here.send("Не то")
    assert (await kept(due)).due_at is None

    await due.here.send("/undo")
    assert (await kept(due)).due_at == before.due_at


async def test_another_topic_promises_another_time(due: Desk) -> None:
    promise(due.shop, "Аналитика", HOUR)
    await due.here.send("/move аналитика продаж")
    await due.here.click(due.here.last.buttons[0])
    assert "Ответить до 21 сентября, 18:13" in card(await looked(due)).text


async def test_only_working_hours_count(shop: Shop) -> None:
    rules = shop.app.desk.rules
    rules.hours = Hours.parse("mon-fri 09:00-18:00", rules.zone)
    promise(shop, "Возвраты", 4 * HOUR)
    desk = await desk_with_dialog(shop)

    assert "Ответить до 22 сентября, 12:13" in card(desk).text
    await shop.passes(hours=16)  # 09:13
    assert warnings(desk) == []
    await shop.passes(hours=2.5)
    assert len(warnings(desk)) == 1


async def test_what_was_promised_stays_when_the_catalogue_changes_and_the_bot_starts_again(due: Desk) -> None:
    before = await kept(due)
    promise(due.shop, "Возвраты", HOUR)
    await due.anna.send("И ещё")
    assert (await kept(due)).due_at == before.due_at

    await due.shop.restart()
    await due.shop.passes(hours=3.5)
    await due.shop.restart()
    await due.shop.passes(minutes=5)
    assert len(warnings(due)) == 1


async def test_in_a_plain_group_it_is_said_as_well(shop: Shop) -> None:
    await shop.control("group", chat_id=shop.group, action="forum_off")
    promise(shop, "Возвраты", HOUR)
    anna, pyotr = await shop.seller(), await shop.agent()
    await open_dialog(anna)

    assert any("Ответить до 21 сентября, 18:13" in post.text for post in (await pyotr.look()).got)
    await shop.passes(minutes=50)
    assert any("Скоро срок" in post.text for post in pyotr.got)


async def test_what_was_kept_is_in_the_figures_and_in_the_export(due: Desk) -> None:
    admin = await due.shop.admin()
    second = await open_dialog(await due.shop.seller("Борис"))
    await due.shop.passes(hours=1)
    await due.here.send("Готово")
    await due.shop.passes(hours=3.5)
    await (await due.pyotr.topic(second)).send("Простите за ожидание")
    await due.anna.send("Ещё вопрос")  # not late yet

    await admin.send("/stats today")
    picture, words = admin.got[-2:]
    assert picture.kind == "photo"
    # cards take seconds, minutes are rounded up
    assert re.search(r"В срок: 50 % \(1 из 2\)\. Остальные опоздали на 3[01] минут", words.text)

    await admin.send("/export today")
    found = sheets(await spreadsheet(due.shop, admin))
    late = {row["Диалог"]: float(row["Опоздание, мин"]) for row in found["Диалоги"]}
    assert late[str(due.number)] == 0
    assert 30 <= late[str(second)] < 31
    figures = {row["Показатель"]: row for row in found["Показатели"]}
    assert (figures["В срок, %"]["Значение"], figures["В срок, %"]["Сколько"]) == ("50", "2")
    assert 30 <= float(figures["Опоздание"]["Медиана, мин"]) < 31
