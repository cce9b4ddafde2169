"""A menu that an agent opened stays until it is used or left, whatever happens on the card meanwhile."""

import pytest

from tests.conversations.desk import Desk, open_dialog
from tests.conversations.shop import Shop


@pytest.mark.parametrize("label", ["Сменить тему", "Передать", "Заблокировать", "Закрыть"])
async def test_it_stays_while_the_card_changes(desk: Desk, label: str) -> None:
    olga = await (await desk.shop.agent("Ольга")).topic(desk.number)
    await olga.send("//смотрю")
    await desk.here.click(label, on=desk.here.got[0])
    menu = desk.here.last
    assert menu.buttons
    assert menu.id != desk.here.got[0].id

    await desk.anna.send("Ещё вот что")
    await olga.send("/take")
    await desk.shop.passes(seconds=10)

    same = next(post for post in (await desk.here.look()).got if post.id == menu.id)
    assert same.buttons == menu.buttons
    assert "Отпустить" in desk.here.got[0].buttons
    await desk.here.click("Назад", on=same)
    assert menu.id not in [post.id for post in (await desk.here.look()).got]
    assert "Отпустить" in desk.here.got[0].buttons


async def test_two_agents_have_a_menu_each(desk: Desk) -> None:
    olga = await (await desk.shop.agent("Ольга")).topic(desk.number)
    await desk.here.click("Сменить тему", on=desk.here.got[0])
    of_pyotr = desk.here.last
    await olga.click("Заблокировать", on=olga.got[0])
    of_olga = olga.last

    await olga.click("Назад", on=of_olga)
    await desk.here.click("Аналитика", on=of_pyotr)
    topics = next(post for post in (await desk.here.look()).got if post.id == of_pyotr.id)
    await desk.here.press(topics, topics.inline[0]["callback_data"])

    assert "Аналитика › " in (await desk.here.look()).got[0].text


async def test_in_a_plain_group_as_well(shop: Shop) -> None:
    await shop.control("group", chat_id=shop.group, action="forum_off")
    anna, pyotr = await shop.seller("Анна"), await shop.agent("Пётр")
    await open_dialog(anna)
    card = (await pyotr.look()).got[0]

    await pyotr.click("Сменить тему", on=card)
    menu = pyotr.last
    await anna.send("Ещё вот что")
    await shop.passes(seconds=10)
    assert menu.reply_to == card.id
    await pyotr.click("Аналитика", on=menu)
    topics = next(post for post in (await pyotr.look()).got if post.id == menu.id)
    await pyotr.press(topics, topics.inline[0]["callback_data"])

    assert "Аналитика › " in (await pyotr.look()).got[0].text
    assert menu.id not in [post.id for post in pyotr.got]


async def test_red_is_for_what_keeps_a_person_out(desk: Desk) -> None:
    def red() -> list[str]:
        return [each["text"] for each in desk.here.got[0].inline if each.get("style") == "danger"]

    assert red() == ["Заблокировать"]

    await desk.here.send("/ban Спам")
    await desk.here.look()
    assert red() == []
    answer = await desk.here.click("Разблокировать", on=desk.here.got[0])

    assert answer is not None
    assert "снова может писать" in answer["text"]
    await desk.here.look()
    assert red() == ["Заблокировать"]


async def test_a_banned_sellers_finished_card_lets_them_in_again(desk: Desk) -> None:
    await desk.here.send("Готово")
    await desk.here.send("/close")
    assert (await desk.here.look()).got[0].buttons == []

    await desk.shop.control(
        "topic", chat_id=desk.shop.group, message_thread_id=desk.here.thread_id, action="reopen", from_id=desk.pyotr.id
    )
    await desk.here.send("/ban Спам")
    assert (await desk.here.look()).got[0].buttons == ["Разблокировать"]
    await desk.here.click("Разблокировать", on=desk.here.got[0])

    assert (await desk.here.look()).got[0].buttons == []
    assert "Вас разблокировали" in desk.anna.last.text
