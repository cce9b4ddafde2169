"""Telegram is listened to whatever else goes on, and nobody is judged silent before they were heard."""

import asyncio
import time

from aiogram.methods import SendMessage, SetWebhook

from core.dialog import Dialog, Status
from core.units import MINUTE
from tests.conversations.desk import Desk
from tests.reliability.conftest import Trouble, at_telegram, killed

CLOSED = "закрылся автоматически"


async def dialog_of(desk: Desk) -> Dialog:
    dialog = await desk.shop.app.store.dialog(desk.number)
    assert dialog
    return dialog


async def say(desk: Desk, text: str) -> None:
    await desk.shop.control("send", chat_id=desk.anna.id, from_id=desk.anna.id, text=text)


async def silent_until_just_before_the_end(desk: Desk) -> None:
    await desk.here.send("Отправили")
    desk.shop.clock.move_to(desk.shop.clock.now + desk.shop.app.desk.rules.auto_close - MINUTE)
    await desk.shop.settle()


async def test_who_wrote_in_time_while_the_bot_was_deaf_is_heard_first(desk: Desk, trouble: Trouble) -> None:
    await silent_until_just_before_the_end(desk)
    await say(desk, "Не пришло!")
    desk.shop.clock.move_to(desk.shop.clock.now + 2 * MINUTE)
    await trouble("500", methods=["getUpdates"])
    await desk.shop.app.jobs.run("auto-close")
    await trouble()
    await desk.shop.settle()

    assert (await dialog_of(desk)).status is Status.CREATED
    assert (await desk.here.look()).got[-1].text == "Не пришло!"
    assert CLOSED not in str([post.text for post in (await desk.anna.look()).got])


async def test_who_wrote_in_time_is_heard_before_a_sweep_that_comes_between(desk: Desk) -> None:
    """Their words are kept, and not handled yet."""
    await silent_until_just_before_the_end(desk)
    await say(desk, "Не пришло!")
    desk.shop.clock.move_to(desk.shop.clock.now + 2 * MINUTE)
    await desk.shop.app.update_worker.receive(await at_telegram(desk.shop))
    await desk.shop.app.update_worker.stop(0)
    await desk.shop.app.polling.once(0)

    await desk.shop.app.jobs.run("auto-close")
    assert (await dialog_of(desk)).is_open
    await killed(desk.shop)
    await desk.shop.app.update_worker.take_over(left_alone=0)
    await desk.shop.settle()

    assert (await dialog_of(desk)).status is Status.CREATED


async def test_who_did_not_write_is_judged_when_the_bot_hears_again(desk: Desk, trouble: Trouble) -> None:
    await silent_until_just_before_the_end(desk)
    desk.shop.clock.move_to(desk.shop.clock.now + 2 * MINUTE)
    await desk.shop.app.jobs.run("auto-close")
    assert (await dialog_of(desk)).is_open

    await desk.shop.passes(minutes=1)

    assert not (await dialog_of(desk)).is_open


async def test_updates_do_not_wait_behind_messages_on_their_way_out(desk: Desk, trouble: Trouble) -> None:
    await trouble("slow", methods=["sendMessage"], delay_ms=4000)
    bot = desk.shop.app.bot
    sending = [asyncio.create_task(bot(SendMessage(chat_id=desk.anna.id, text=f"{i}"))) for i in range(150)]
    await asyncio.sleep(0.5)
    await say(desk, "Слышно?")

    began = time.monotonic()
    assert await desk.shop.app.polling.once()
    await desk.shop.app.update_worker.settle()
    assert time.monotonic() - began < 2

    for task in sending:
        task.cancel()
    await asyncio.gather(*sending, return_exceptions=True)
    await trouble()


async def test_a_webhook_that_is_set_elsewhere_is_taken_away_and_told(desk: Desk) -> None:
    admin = await desk.shop.admin()
    await admin.send("/start")
    polling = asyncio.create_task(desk.shop.app.polling.run())
    await asyncio.sleep(0.1)  # it listens
    await desk.shop.app.bot(SetWebhook(url="http://127.0.0.1:9/elsewhere"))
    await say(desk, "Слышно?")

    async with asyncio.timeout(10):
        while await desk.shop.app.store.count_history(desk.number) < 2:  # noqa: ASYNC110 -- nothing tells
            await asyncio.sleep(0.05)
    polling.cancel()
    await asyncio.gather(polling, return_exceptions=True)
    await desk.shop.app.alerts.settle()

    assert any("Кто-то поставил вебхук" in post.text for post in (await admin.look()).got)
