"""Two processes behind a webhook, on one PostgreSQL: wherever an update arrives, its meaning is the same."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest

from bot.app import App
from tests.conversations.desk import Desk
from tests.conversations.shop import File, Json, Shop, Somebody
from tests.reliability.conftest import at_telegram
from tests.storage.servers import Server


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.stop()


@pytest.fixture
async def more_settings(server: Server) -> dict[str, Any]:
    return {"database_url": await server.database(), "webhook_url": "https://desk.example/hook"}


@pytest.fixture
async def other(shop: Shop) -> AsyncIterator[App]:
    """The second process."""
    app = await App.build(shop.app.settings, shop.clock)
    app.update_stream.since = 0
    yield app
    await app.update_worker.stop(5)
    await app.close()


async def drafting(shop: Shop) -> Somebody:
    """A seller whose draft waits for «Создать диалог»."""
    anna = await shop.seller("Анна")
    await anna.send("/new")
    await anna.send("возврат")
    await anna.press(anna.last, anna.last.inline[0]["callback_data"])
    if any("Всё равно написать" in label for label in anna.buttons):
        await anna.click("Всё равно написать")
    await anna.send("Где мои деньги?")
    return anna


async def photo_and_tap(anna: Somebody) -> tuple[Json, Json]:
    shop = anna.shop
    create = next(button for button in anna.last.inline if "Создать" in button["text"])
    await shop.control("send", chat_id=anna.id, from_id=anna.id, items=[File("photo").item()])
    body = {"chat_id": anna.id, "message_id": anna.last.id, "from_id": anna.id, "wait": 0}
    await shop.control("press", data=create["callback_data"], **body)
    photo, tap = await at_telegram(shop)
    return photo, tap


@pytest.mark.parametrize("first", ["photo", "tap"])
@pytest.mark.parametrize("apart", [0.0, 0.002, 0.01])
async def test_a_photo_and_the_tap_that_creates_come_side_by_side(
    shop: Shop, other: App, first: str, apart: float
) -> None:
    anna = await drafting(shop)
    photo, tap = await photo_and_tap(anna)
    workers = [shop.app.update_worker, other.update_worker]
    if first == "tap":
        workers.reverse()

    async def later(update: Json, delay: float, worker: Any) -> None:
        await asyncio.sleep(delay)
        await worker.receive([update])
        await worker.settle()

    await asyncio.gather(
        later(photo, 0 if first == "photo" else apart, workers[0]),
        later(tap, apart if first == "photo" else 0, workers[1]),
    )
    await shop.settle()

    [dialog] = await shop.app.store.open_dialogs(anna.id)
    assert await shop.app.store.count_files(dialog.number) == 1
    fsm_state = await shop.app.store.fsm_state(f"{anna.id}:{anna.id}:0")
    assert "draft" not in fsm_state.data


async def test_what_one_process_has_in_hand_the_other_waits_for(
    shop: Shop, other: App, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    for text in ("Первое", "Второе"):
        await shop.control("send", chat_id=desk.anna.id, from_id=desk.anna.id, text=text)
    first, second = await at_telegram(shop)
    actions, held = shop.app.dispatcher["seller_actions"], asyncio.Event()
    add = actions.add

    async def slow_add(*arguments: Any, **more: Any) -> Any:
        await held.wait()
        return await add(*arguments, **more)

    monkeypatch.setattr(actions, "add", slow_add)
    await shop.app.update_worker.receive([first])
    await other.update_worker.receive([second])
    await asyncio.sleep(0.3)
    assert await shop.app.store.count_history(desk.number) == 1
    held.set()
    await asyncio.gather(shop.app.update_worker.settle(), other.update_worker.settle())
    await shop.settle()

    assert [post.text for post in (await desk.here.look()).got[-2:]] == ["Первое", "Второе"]


async def test_what_a_dead_process_left_is_done_by_the_one_that_lives(shop: Shop, other: App, desk: Desk) -> None:
    for text in ("Первое", "Второе"):
        await shop.control("send", chat_id=desk.anna.id, from_id=desk.anna.id, text=text)
    first, second = await at_telegram(shop)
    await other.update_worker.receive([first])
    await other.update_worker.stop(0)
    shop.clock.move_to(shop.clock.now + 11_000)

    await shop.app.update_worker.receive([second])
    await shop.settle()

    assert [post.text for post in (await desk.here.look()).got[-2:]] == ["Первое", "Второе"]
