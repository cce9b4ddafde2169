"""Telegram answers 429 and 5xx, loses answers, or is gone: nothing is lost, and nobody else waits."""

import asyncio

import pytest

from core.outbox import PendingNotice
from tests.conversations.desk import Desk, open_dialog
from tests.conversations.shop import Shop
from tests.reliability.conftest import Trouble, locked

SEND = ["sendMessage"]


def answers(desk: Desk, text: str) -> int:
    return sum(text in post.text for post in desk.anna.got)


async def test_a_429_holds_one_chat_for_as_long_as_it_asks_and_no_other(desk: Desk, trouble: Trouble) -> None:
    boris = await desk.shop.seller("Борис")
    other = await open_dialog(boris)
    await trouble("429", methods=SEND, chat_id=desk.anna.id, times=1, retry_after=1)
    loop, began = asyncio.get_running_loop(), asyncio.get_running_loop().time()
    before = len(await desk.shop.calls(*SEND))

    await (await desk.pyotr.topic(other)).send("Борису")
    sooner = loop.time() - began
    await desk.here.send("Анне")

    assert answers(desk, "Анне") == 1
    assert "Борису" in boris.last.text
    assert sooner < loop.time() - began
    assert loop.time() - began >= 1
    calls = (await desk.shop.calls(*SEND))[before:]
    assert [call.get("error_code") for call in calls if "Анне" in str(call["params"])] == [429, None]


async def test_server_errors_and_broken_lines_are_tried_again(desk: Desk, trouble: Trouble) -> None:
    for fault in ("500", "502", "drop_before"):
        await trouble(fault, methods=SEND, chat_id=desk.anna.id, times=2)

        await desk.here.send(f"Ответ {fault}")

        assert answers(desk, f"Ответ {fault}") == 1


async def test_a_token_that_telegram_does_not_know_loses_nothing(desk: Desk, trouble: Trouble) -> None:
    """Such as one that was mistyped: the operator mends it, and what waits is sent."""
    await trouble("404", error_code=404, description="Not Found", methods=SEND, chat_id=desk.anna.id, times=2)

    await desk.here.send("Отправили утром")

    assert answers(desk, "Отправили утром") == 1


async def test_a_lost_answer_repeats_a_message_once_at_most(desk: Desk, trouble: Trouble) -> None:
    await trouble("drop_after", methods=SEND, chat_id=desk.anna.id, times=1)

    await desk.here.send("Отправили утром")
    await desk.here.send("Ещё один")

    assert answers(desk, "Отправили утром") == 2
    assert answers(desk, "Ещё один") == 1


async def test_a_seller_is_heard_when_telegram_is_back_and_admins_hear_of_the_wait(desk: Desk) -> None:
    shop = desk.shop
    admin = await shop.admin()
    await admin.send("/start")
    await shop.control("trouble", rules=[{"fault": "500", "methods": SEND, "chat_id": shop.group}])
    await desk.anna.send("Вы здесь?")
    await shop.passes(minutes=6)

    await shop.app.jobs.run("outbox-watch")
    await shop.settle()
    assert "ждут отправки" in (await admin.look()).last.text

    await shop.control("trouble", rules=[])
    await shop.passes(minutes=1)
    await shop.app.jobs.run("outbox-watch")
    await shop.settle()
    assert [post.text for post in (await desk.here.look()).got].count("Вы здесь?") == 1
    assert "Все сообщения отправлены" in (await admin.look()).last.text


async def test_each_answer_shows_where_it_is(desk: Desk, trouble: Trouble) -> None:
    [sent] = await desk.here.send("Дошло?")
    assert await marks(desk, sent.id) == ["👌"]

    await trouble("500", methods=SEND, chat_id=desk.anna.id)
    body = {"chat_id": desk.here.chat_id, "from_id": desk.here.id, "message_thread_id": desk.here.thread_id}
    waiting = (await desk.shop.control("send", **body, text="А это?"))["messages"][0]["message_id"]
    await desk.shop.app.polling.once()
    await desk.shop.app.update_worker.settle()
    await desk.shop.app.delivery.read()
    desk.shop.clock.move_to(desk.shop.clock.now + 5_000)
    await desk.shop.app.delivery.outcomes.show_waiting()
    await desk.shop.app.reactions.settle()
    assert await marks(desk, waiting) == ["👀"]

    await trouble()
    await desk.shop.passes(minutes=1)
    assert await marks(desk, waiting) == ["👌"]


async def marks(desk: Desk, post_id: int) -> list[str]:
    return next(post for post in (await desk.here.look()).posts if post.id == post_id).reactions


async def test_a_server_without_topics_pins_and_reactions_has_a_desk_all_the_same(shop: Shop, trouble: Trouble) -> None:
    missing = ["createForumTopic", "editForumTopic", "closeForumTopic", "pinChatMessage", "setMessageReaction"]
    await trouble("404", error_code=404, description="Not Found", methods=missing)
    anna = await shop.seller("Анна")
    pyotr = await shop.agent("Пётр")

    await open_dialog(anna, "Где моя выплата?")
    question = next(post for post in (await pyotr.look()).posts if "Где моя выплата?" in post.text)
    await pyotr.send("Придёт завтра", reply_to=question)

    assert "Придёт завтра" in anna.last.text


async def test_an_answer_that_leaves_while_it_is_looked_for_is_not_marked_as_waiting(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, thread = desk.shop.app, {"chat_id": desk.here.chat_id, "message_thread_id": desk.here.thread_id}
    sent = await desk.shop.control("send", from_id=desk.here.id, text="Дошло?", **thread)
    await app.polling.once()
    await app.update_worker.settle()
    desk.shop.clock.move_to(desk.shop.clock.now + 5_000)
    look = app.store.late_answers

    async def leaves_meanwhile(due_before: int, limit: int) -> list[PendingNotice]:
        found = await look(due_before, limit)
        await desk.shop.settle()
        return found

    monkeypatch.setattr(app.store, "late_answers", leaves_meanwhile)
    await app.delivery.outcomes.show_waiting()
    await app.reactions.settle()

    assert await marks(desk, sent["messages"][0]["message_id"]) == ["👌"]


async def test_an_answer_that_is_out_is_not_marked_as_waiting_while_it_is_being_kept(desk: Desk) -> None:
    app, thread = desk.shop.app, {"chat_id": desk.here.chat_id, "message_thread_id": desk.here.thread_id}
    sent = await desk.shop.control("send", from_id=desk.here.id, text="Дошло?", **thread)
    await app.polling.once()
    await app.update_worker.settle()

    with locked(desk.shop):
        await app.delivery.read()
        async with asyncio.timeout(5):
            while not answers(desk, "Дошло?"):
                await asyncio.sleep(0.05)
                await desk.anna.look()
        desk.shop.clock.move_to(desk.shop.clock.now + 5_000)
        await app.delivery.outcomes.show_waiting()
        await app.reactions.settle()
    await desk.shop.settle()

    assert await marks(desk, sent["messages"][0]["message_id"]) == ["👌"]


async def test_an_edit_that_is_carried_out_long_after_does_not_stay_over_a_newer_one(
    desk: Desk, trouble: Trouble, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.telegram.call.ANSWERS_WITHIN", (0.3, 5))
    [asked] = await desk.anna.send("Заказ 1")
    await trouble("slow", methods=["editMessageText"], times=1, delay_ms=2_000)
    await desk.anna.edit(asked, "Заказ 2")
    await desk.anna.edit(asked, "Заказ 3")
    assert (await desk.here.look()).got[-1].text == "Заказ 3"
    await reads(desk, "Заказ 2")

    desk.shop.clock.move_to(desk.shop.clock.now + 31_000)

    await reads(desk, "Заказ 3")


async def reads(desk: Desk, text: str) -> None:
    async with asyncio.timeout(5):
        while (await desk.here.look()).got[-1].text != text:  # noqa: ASYNC110 -- nothing tells
            await asyncio.sleep(0.05)
