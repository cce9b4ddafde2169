"""A dialog that goes to another group stands there, whatever else is on its way to it meanwhile."""

import pytest

from tests.conversations.agent.test_group_membership import basic
from tests.conversations.agent.test_move import category_of, route
from tests.conversations.desk import Desk, open_dialog
from tests.conversations.shop import Shop, Somebody
from tests.reliability.conftest import Trouble, at_telegram

__all__ = ["basic"]


async def topic_of_analytics(desk: Desk) -> str:
    """What the button says in the menu that moves a dialog there."""
    await desk.here.click("Сменить тему", on=desk.here.got[0])
    await desk.here.click("Аналитика", on=(await desk.here.look()).last)
    return str((await desk.here.look()).last.inline[0]["callback_data"])


@pytest.mark.parametrize("delay", [120, 300])
async def test_calls_that_take_long_write_no_old_place_over_the_new_one(
    desk: Desk, trouble: Trouble, delay: int
) -> None:
    vera = await route(desk, category_of(desk, "Аналитика"))
    topic = await topic_of_analytics(desk)
    await trouble("slow", methods=["editForumTopic", "editMessageText", "closeForumTopic"], delay_ms=delay)
    await desk.here.send("Передаю коллегам")  # the card changes, and is on its way still

    await desk.here.press(desk.here.last, topic)
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


async def test_a_correction_of_what_was_shown_before_a_move_is_shown_where_the_dialog_went(desk: Desk) -> None:
    vera = await route(desk, category_of(desk, "Аналитика"))
    [asked] = await desk.anna.send("Заказ 15")
    await desk.here.press(desk.here.last, await topic_of_analytics(desk))
    await desk.shop.passes(minutes=1)

    await desk.anna.edit(asked, "Заказ 51")

    await desk.shop.look()
    there = vera.in_topic(desk.shop.chat(vera.chat_id)["topics"][0])
    assert (await there.look()).got[-1].text == "Заказ 51"
    await desk.anna.edit(asked, "Заказ 52")
    assert (await there.look()).got[-1].text == "Заказ 52"
    assert not any("Заказ 51" in post.text for post in there.got), "it is edited where it stands now"


async def test_what_was_said_before_a_group_became_a_supergroup_says_whose_it_is_and_can_be_replied_to(
    shop: Shop, basic: int
) -> None:
    anna, pyotr = await shop.seller("Анна"), await shop.agent("Пётр")
    await shop.control("group", chat_id=basic, action="member", user_id=pyotr.id, status="member")
    number = await open_dialog(anna, "Где мой возврат?")

    new = (await shop.control("group", chat_id=basic, action="upgrade"))["chat"]["id"]
    await shop.settle()

    there = await Somebody(shop, {"id": pyotr.id, "first_name": "Пётр"}, new).look()
    [history] = [post for post in there.got if "последние сообщения" in post.text.lower()]
    assert history.text.startswith(f"№{number} · Анна")
    assert history.reply_to == there.got[0].id
    await there.send("Завтра", reply_to=history)
    assert anna.last.text.endswith("Завтра")


async def test_an_answer_that_was_written_just_before_a_group_became_a_supergroup_is_sent(
    shop: Shop, basic: int
) -> None:
    anna, pyotr = await shop.seller("Анна"), await shop.agent("Пётр")
    await shop.control("group", chat_id=basic, action="member", user_id=pyotr.id, status="member")
    await open_dialog(anna)
    there = await Somebody(shop, {"id": pyotr.id, "first_name": "Пётр"}, basic).look()
    card = next(post for post in there.got if "Диалог №" in post.text)
    body = {"chat_id": basic, "from_id": pyotr.id, "reply_to_message_id": card.id}
    await shop.control("send", text="Завтра будут", **body)
    await shop.control("group", chat_id=basic, action="upgrade")
    answer, *news = await at_telegram(shop)

    for update in (*news, answer):  # chats are read side by side
        await shop.app.update_worker.receive([update])
        await shop.app.update_worker.settle()
    await shop.settle()

    assert (await anna.look()).last.text.endswith("Завтра будут")
