"""A dialog that goes to another group stands there, whatever else is on its way to it meanwhile."""

import pytest

from tests.conversations.agent.test_group_membership import basic
from tests.conversations.agent.test_move import category_of, route
from tests.conversations.desk import Desk, open_dialog
from tests.conversations.shop import Shop, Somebody
from tests.reliability.conftest import Trouble

__all__ = ["basic"]


@pytest.mark.parametrize("delay", [120, 300])
async def test_calls_that_take_long_write_no_old_place_over_the_new_one(
    desk: Desk, trouble: Trouble, delay: int
) -> None:
    vera = await route(desk, category_of(desk, "Аналитика"))
    await desk.here.click("Сменить тему", on=desk.here.got[0])
    await desk.here.click("Аналитика", on=(await desk.here.look()).got[0])
    topic = (await desk.here.look()).got[0].inline[0]["callback_data"]
    await trouble("slow", methods=["editForumTopic", "editMessageText", "closeForumTopic"], delay_ms=delay)
    await desk.here.send("Передаю коллегам")  # the card changes, and is on its way still

    await desk.here.press(desk.here.got[0], topic)
    await trouble()
    await desk.shop.passes(minutes=1)

    await desk.shop.look()
    [stands] = desk.shop.chat(vera.chat_id)["topics"]
    await vera.in_topic(stands).send("Это Вера")
    assert desk.anna.last.text.endswith("Это Вера")
    await desk.anna.send("Спасибо")
    assert len(desk.shop.chat(vera.chat_id)["topics"]) == 1
    assert (await vera.in_topic(stands).look()).got[-1].text == "Спасибо"


async def test_a_dialog_that_waits_in_a_group_that_becomes_a_supergroup_is_shown_there(shop: Shop, basic: int) -> None:
    anna, pyotr = await shop.seller("Анна"), await shop.agent("Пётр")
    await shop.control("group", chat_id=basic, action="member", user_id=pyotr.id, status="member")
    number = await open_dialog(anna, "Где мой возврат?")

    new = (await shop.control("group", chat_id=basic, action="upgrade"))["chat"]["id"]
    await shop.settle()

    there = await Somebody(shop, {"id": pyotr.id, "first_name": "Пётр"}, new).look()
    assert any(str(number) in post.text for post in there.got)
    assert any("Где мой возврат?" in post.text for post in there.got)
    await there.send("Завтра", reply_to=there.got[0])
    assert anna.last.text.endswith("Завтра")
