"""What Telegram handed over is kept once, in order, and confirmed only then."""

import asyncio
from typing import Any

import pytest

from tests.conversations.desk import Desk, open_dialog
from tests.conversations.shop import Shop
from tests.reliability.conftest import Trouble, at_telegram, come_in, killed, locked, stumbling


async def say(desk: Desk, text: str) -> None:
    """Telegram has it; the bot does not yet."""
    await desk.shop.control("send", chat_id=desk.anna.id, from_id=desk.anna.id, text=text)


async def relayed(desk: Desk) -> list[str]:
    return [post.text for post in (await desk.here.look()).got[2:]]


async def test_what_comes_at_once_leaves_in_order(desk: Desk) -> None:
    for i in range(30):
        await say(desk, f"Строка {i}")

    await desk.shop.settle()

    assert await relayed(desk) == [f"Строка {i}" for i in range(30)]


async def test_an_update_that_comes_again_changes_nothing(desk: Desk) -> None:
    await say(desk, "Один раз")
    for _ in range(3):
        await come_in(desk.shop)

    await desk.shop.settle()

    assert await relayed(desk) == ["Один раз"]


async def test_a_message_that_comes_under_another_update_id_changes_nothing(desk: Desk) -> None:
    await say(desk, "Один раз")
    [update] = await at_telegram(desk.shop)
    for update_id in (update["update_id"], 5, 7_000_000_000):
        await desk.shop.app.update_worker.receive([update | {"update_id": update_id}])
        await desk.shop.app.update_worker.settle()

    await desk.shop.settle()

    assert await relayed(desk) == ["Один раз"]


async def test_what_was_kept_and_not_confirmed_before_a_kill_is_not_doubled(desk: Desk) -> None:
    await say(desk, "До падения")
    await come_in(desk.shop)
    await killed(desk.shop)

    await desk.shop.settle()

    assert await relayed(desk) == ["До падения"]


async def test_nothing_is_confirmed_while_it_can_not_be_kept(desk: Desk) -> None:
    await say(desk, "Подождём")

    with locked(desk.shop):
        once = asyncio.create_task(desk.shop.app.polling.once())
        await asyncio.sleep(0.3)
        assert not once.done()
        assert len(await at_telegram(desk.shop)) == 1
    await once
    await desk.shop.settle()

    assert await relayed(desk) == ["Подождём"]


@pytest.mark.parametrize("broken", [{"message": {"message_id": "x"}}, {"message": 7}, {"callback_query": {"id": []}}])
async def test_what_can_not_be_read_is_set_aside_and_told(shop: Shop, broken: dict[str, Any]) -> None:
    admin = await shop.admin()
    await admin.send("/start")

    await shop.app.update_worker.receive([{"update_id": 99, **broken}])
    await shop.app.update_worker.settle()
    await shop.settle()

    assert await shop.app.store.count_set_aside() == 1
    assert any("Событие Telegram №99 не удалось обработать" in post.text for post in (await admin.look()).got)
    await admin.send("/check")
    assert "отложен" in admin.last.text.lower()


async def test_an_update_that_always_fails_blocks_nobody(desk: Desk) -> None:
    with stumbling(desk.shop, on="INSERT ON message WHEN new.content LIKE '%яд%'"):
        for text in ("до", "яд", "после"):
            await say(desk, text)

        await desk.shop.settle()

        assert await relayed(desk) == ["до", "после"]
        assert await desk.shop.app.store.count_set_aside() == 1

        await desk.shop.app.update_worker.take_up_again()  # as the next start does; the bug is still there
        assert await desk.shop.app.store.count_set_aside() == 1

    await desk.shop.app.update_worker.take_up_again()  # an upgrade brought its end
    await desk.shop.settle()
    assert await relayed(desk) == ["до", "после", "яд"]
    assert await desk.shop.app.store.count_set_aside() == 0


async def test_a_tap_that_failed_is_not_carried_out_later(desk: Desk) -> None:
    await desk.here.send("Готово?")
    with stumbling(desk.shop, on="UPDATE ON dialog WHEN new.rating = 1"):
        await desk.anna.click("1 ⭐")
        assert await desk.shop.app.store.count_set_aside() == 1

    await desk.shop.app.update_worker.take_up_again()
    await desk.shop.settle()

    dialog = await desk.shop.app.store.dialog(desk.number)
    assert dialog
    assert dialog.rating is None


async def test_an_agent_whose_membership_can_not_be_asked_now_loses_nothing(shop: Shop, trouble: Trouble) -> None:
    anna, pyotr = await shop.seller("Анна"), await shop.agent("Пётр")
    number = await open_dialog(anna)
    here = await pyotr.topic(number)
    await trouble("500", methods=["getChatMember"], times=2)

    await here.send("Ответ")

    assert "Ответ" in anna.last.text.splitlines()


CONFLICT = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"


@pytest.mark.parametrize(
    "rule",
    [
        {"fault": "500"},
        {"fault": "drop_before"},
        {"fault": "drop_after"},
        {"fault": "429", "retry_after": 1},
        {"fault": "x", "error_code": 409, "description": CONFLICT},
    ],
    ids=lambda rule: rule["fault"],
)
async def test_polling_goes_on_whatever_telegram_answers(desk: Desk, rule: dict[str, Any]) -> None:
    await desk.shop.control("trouble", rules=[rule | {"methods": ["getUpdates"], "times": 1}])
    polling = asyncio.create_task(desk.shop.app.polling.run())
    await say(desk, "Всё равно")
    async with asyncio.timeout(15):
        while "Всё равно" not in await relayed(desk):
            await asyncio.sleep(0.2)
            await desk.shop.app.delivery.read()
    polling.cancel()
    await asyncio.gather(polling, return_exceptions=True)

    assert (await relayed(desk)).count("Всё равно") == 1


async def test_a_flood_is_told_once_slowed_and_dropped_nowhere(desk: Desk) -> None:
    boris = await desk.shop.seller("Борис")
    other = await open_dialog(boris)
    for i in range(200):
        await say(desk, f"Строка {i}")
    await desk.shop.control("send", chat_id=boris.id, from_id=boris.id, text="Спокойно")

    await desk.shop.settle()

    assert await relayed(desk) == [f"Строка {i}" for i in range(200)][-len(await relayed(desk)) :]
    assert (await desk.pyotr.topic(other)).got[-1].text == "Спокойно"
    assert sum("Ничего не потеряется" in post.text for post in (await desk.anna.look()).got) == 1
    assert not any("Ничего не потеряется" in post.text for post in (await boris.look()).got)
