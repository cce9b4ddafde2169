"""What one update waits for holds nobody else; what was kept is handled, by whoever is there, in order."""

import asyncio
import time
from typing import Any

import orjson
import pytest

from bot.inbound.update_parsing import key_of
from core.change import Change
from core.inbox import UpdateHandled, UpdateReceived, UpdateSetAside
from core.store import Unavailable
from core.unit_of_work import UnitOfWork
from tests.conversations.desk import Desk, open_dialog
from tests.conversations.shop import Json, Shop
from tests.reliability.conftest import Trouble, at_telegram, held, killed

TAKE = "k:take:{}"


async def say(desk: Desk, text: str) -> None:
    """Telegram has it; the bot does not yet."""
    await desk.shop.control("send", chat_id=desk.anna.id, from_id=desk.anna.id, text=text)


async def kept_and_no_more(shop: Shop, updates: list[Json]) -> None:
    """As where the process ends just then."""
    work = UnitOfWork(now=shop.clock.now)
    for raw in updates:
        work.add(UpdateReceived(raw["update_id"], key_of(raw), orjson.dumps(raw).decode(), work.now))
    await shop.app.store.commit(work)


def failing(shop: Shop, monkeypatch: pytest.MonkeyPatch, change: type[Change], error: Exception) -> list[int]:
    """The first commit with such a change fails, and is the only one: how many were tried."""
    commit, tried = shop.app.store.commit, [0]

    async def fail_once(work: UnitOfWork) -> None:
        if any(isinstance(one, change) for one in work.changes):
            tried[0] += 1
            if tried[0] == 1:
                await asyncio.sleep(0.2)  # what goes on beside it is there before
                raise error
        await commit(work)

    monkeypatch.setattr(shop.app.store, "commit", fail_once)
    return tried


async def press_take(desk: Desk) -> "asyncio.Task[dict[str, object]]":
    card = desk.here.got[0]
    body = {"chat_id": card.data["chat"]["id"], "message_id": card.id, "from_id": desk.pyotr.id, "wait": 15}
    pressing = asyncio.create_task(desk.shop.control("press", data=TAKE.format(desk.number), **body))
    async with asyncio.timeout(5):
        while not await at_telegram(desk.shop):  # noqa: ASYNC110 -- nothing tells
            await asyncio.sleep(0.01)
    return pressing


@pytest.mark.parametrize("fault", [{"fault": "slow", "delay_ms": 20_000}, {"fault": "500"}], ids=["slow", "500"])
async def test_a_tap_that_telegram_holds_up_holds_nobody_and_is_dropped_with_a_word(
    desk: Desk, trouble: Trouble, fault: dict[str, Any]
) -> None:
    admin = await desk.shop.admin()
    await admin.send("/start")
    await trouble(**fault, methods=["getChatMember"])
    pressing = await press_take(desk)
    await desk.shop.app.polling.once()
    await say(desk, "Меня слышно?")

    began = time.monotonic()
    await desk.shop.app.polling.once()
    async with asyncio.timeout(3):
        while "Меня слышно?" not in [post.text for post in (await desk.here.look()).got]:
            await desk.shop.app.delivery.read()
            await asyncio.sleep(0.05)
    assert time.monotonic() - began < 2

    answer = (await asyncio.wait_for(pressing, 10))["answer"]
    assert "Нажмите ещё раз" in str(answer)
    dialog = await desk.shop.app.store.dialog(desk.number)
    assert dialog
    assert dialog.agent_id is None
    assert any("Telegram не отвечает" in post.text for post in (await admin.look()).got)


async def test_a_tap_from_before_a_restart_is_answered_and_not_carried_out(desk: Desk) -> None:
    pressing = await press_take(desk)
    await kept_and_no_more(desk.shop, await at_telegram(desk.shop))
    await killed(desk.shop)
    desk.shop.clock.move_to(desk.shop.clock.now + 60_000)

    await desk.shop.app.update_worker.take_over()
    await desk.shop.settle()

    assert "Нажмите ещё раз" in str((await asyncio.wait_for(pressing, 5))["answer"])
    dialog = await desk.shop.app.store.dialog(desk.number)
    assert dialog
    assert dialog.agent_id is None


async def test_what_waits_behind_a_tap_that_another_process_dropped_is_handled(desk: Desk, trouble: Trouble) -> None:
    shop = desk.shop
    await trouble(fault="500", methods=["getChatMember"])
    pressing = await press_take(desk)
    [tap] = await at_telegram(shop)
    await shop.control("send", chat_id=shop.group, message_thread_id=desk.here.thread_id, from_id=desk.pyotr.id,
                       text="Уже едут")  # fmt: skip
    await shop.app.polling.once()

    work = UnitOfWork(now=shop.clock.now)
    work.add(UpdateHandled(tap["update_id"], work.now))
    await shop.app.store.commit(work)
    await shop.settle()

    assert (await desk.anna.look()).last.text.endswith("Уже едут")
    pressing.cancel()


async def test_what_was_kept_and_not_handled_before_a_kill_is_handled_after_it(desk: Desk) -> None:
    for i in range(20):
        await say(desk, f"Строка {i}")
    await desk.shop.app.update_worker.receive(await at_telegram(desk.shop))
    await killed(desk.shop)

    await desk.shop.app.update_worker.take_over(left_alone=0)
    await desk.shop.settle()

    assert [post.text for post in (await desk.here.look()).got[2:]] == [f"Строка {i}" for i in range(20)]


async def test_what_was_handled_before_its_row_could_be_kept_is_there_once(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = failing(desk.shop, monkeypatch, UpdateReceived, Unavailable("no room"))
    await say(desk, "Один раз")

    await desk.shop.settle()
    await say(desk, "И дальше")
    await desk.shop.settle()

    assert tried[0] >= 2, "it was kept later"
    assert [post.text for post in (await desk.here.look()).got[-2:]] == ["Один раз", "И дальше"]
    assert await desk.shop.app.store.oldest_unread() == (None, 0)


async def test_an_update_that_can_not_even_be_set_aside_is_tried_again(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = failing(shop, monkeypatch, UpdateSetAside, RuntimeError("a bug"))

    await shop.app.update_worker.receive([{"update_id": 98, "message": 7}])
    await shop.settle()

    assert tried == [2]
    assert await shop.app.store.count_set_aside() == 1


async def test_what_telegram_can_not_say_for_long_is_set_aside_told_and_done_later(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*arguments: object, **more: object) -> None:
        raise TimeoutError

    monkeypatch.setattr("bot.inbound.retries.MOST_WAITS", 2)
    monkeypatch.setattr(desk.shop.app.dispatcher["seller_actions"], "add", fail)
    await desk.anna.send("Подождёт")
    assert "Ваше сообщение пока не удалось обработать" in desk.anna.last.text
    await desk.anna.send("И это")
    assert await desk.shop.app.store.count_set_aside() == 2

    monkeypatch.undo()
    await desk.shop.app.update_worker.take_up_again()
    await desk.shop.settle()

    assert [post.text for post in (await desk.here.look()).got[-2:]] == ["Подождёт", "И это"]
    assert await desk.shop.app.store.count_set_aside() == 0


async def test_each_update_that_is_set_aside_is_told(shop: Shop) -> None:
    admin = await shop.admin()
    await admin.send("/start")

    for update_id in (98, 99):
        await shop.app.update_worker.receive([{"update_id": update_id, "message": 7}])
        await shop.settle()

    told = str([post.text for post in (await admin.look()).got])
    assert "Событие Telegram №98" in told
    assert "Событие Telegram №99" in told


@pytest.mark.parametrize(
    "unknown",
    [
        {"forward_origin": {"type": "planet", "planet": 7, "date": 1}},
        {"entities": [{"type": "bold", "offset": 0, "length": 5}, {"type": "sparkle"}]},
        {"reply_markup": {"inline_keyboard": [[{"hologram": 1}]]}, "link_preview_options": 5},
        {"forward_origin": {"type": "planet"}, "external_reply": {"origin": {"type": "planet"}}, "via_bot": {}},
        {"reply_to_message": {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"},
                              "forward_origin": {"type": "planet"}}},
    ],
)  # fmt: skip
async def test_words_arrive_whatever_comes_with_them(desk: Desk, unknown: dict[str, object]) -> None:
    await say(desk, "Слова целы")
    [update] = await at_telegram(desk.shop)
    update["message"] |= unknown

    await desk.shop.app.update_worker.receive([update])
    await desk.shop.settle()

    assert [post.text for post in (await desk.here.look()).got].count("Слова целы") == 1
    assert await desk.shop.app.store.count_set_aside() == 0


async def test_a_chat_that_is_stuck_with_hundreds_of_messages_holds_nobody_else(on_postgres: str, desk: Desk) -> None:
    boris, admin = await desk.shop.seller("Борис"), await desk.shop.admin()
    other = await open_dialog(boris)
    for i in range(600):
        await say(desk, f"Строка {i}")
    await desk.shop.control("send", chat_id=boris.id, from_id=boris.id, text="Спокойно")

    async with held(desk.shop, desk.number):
        while await desk.shop.app.polling.once():
            assert not desk.shop.app.update_worker.is_full
        async with asyncio.timeout(5):
            while await desk.shop.app.store.count_history(other) < 2:  # noqa: ASYNC110 -- nothing tells
                await asyncio.sleep(0.02)

        await admin.shop.control("send", chat_id=admin.id, from_id=admin.id, text="/start")
        await desk.shop.app.polling.once()
        desk.shop.clock.move_to(desk.shop.clock.now + 61_000)
        await desk.shop.app.update_worker.watch_unread()
    for i in range(600, 620):
        await say(desk, f"Строка {i}")
        await desk.shop.app.polling.once()
    await desk.shop.app.update_worker.settle()
    await desk.shop.app.update_worker.watch_unread()
    await desk.shop.app.alerts.settle()

    history = await desk.shop.app.store.last_messages(desk.number, 620)
    assert [message.content.text for message in history] == [f"Строка {i}" for i in range(620)]
    told = [post.text for post in (await admin.look()).got]
    assert any("ждут обработки дольше минуты, всего 60" in text for text in told)
    assert any("Все сообщения обработаны" in text for text in told)
