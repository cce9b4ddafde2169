"""Two processes write for one bot, under Telegram's real limits: neither earns a 429 for the other."""

import asyncio
import time
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.app import App
from bot.telegram import shared_pace
from bot.telegram.rate_limiter import RateLimit, RateLimiter
from bot.telegram.screens import Screen
from bot.telegram.shared_pace import SharedPace
from storage.connect import connect
from tests.conversations.clock import ManualClock
from tests.conversations.desk import Desk
from tests.conversations.shop import Shop
from tests.reliability.conftest import at_telegram
from tests.storage.servers import Server
from tests.storage.way import Way

IN_GROUP, IN_PRIVATE = 14, 5  # of each process: together more than the limits let go at once
A_MINUTE = 20


class RealClock(ManualClock):
    """Telegram's limits, and ours, run in real time."""

    def __init__(self) -> None:
        super().__init__()
        self._began = self.now - int(time.monotonic() * 1000)

    def __call__(self) -> int:
        self.now = self._began + int(time.monotonic() * 1000)
        return self.now

    def seconds(self) -> float:
        return self() / 1000

    async def until(self, at: int) -> None:
        await asyncio.sleep((at - self()) / 1000)


@pytest.fixture
def clock() -> ManualClock:
    return RealClock()


@pytest.fixture
async def more_settings(server: Server) -> dict[str, Any]:
    return {
        "database_url": await server.database(),
        "webhook_url": "https://desk.example/hook",
        "group_per_minute": A_MINUTE,
        "chat_burst": 3,
    }


@pytest.fixture
async def follower(shop: Shop) -> AsyncIterator[App]:
    app = await App.build(shop.app.settings, shop.clock)
    app.update_stream.since = 0
    yield app
    await app.update_worker.stop(1)
    await app.close()


def show(app: App, chat_id: int, text: str, thread_id: int | None = None) -> None:
    screen = Screen(app.texts, "ru", chat_id, thread_id)
    screen.send(text)
    app.screens.show(screen)


async def written(desk: Desk) -> tuple[int, int]:
    """How many of the test's messages stand in the group, and at Anna's."""
    await desk.shop.look()
    return (
        sum(text.startswith(("Вопрос", "Строка")) for text in (post.text for post in desk.here.got)),
        sum("Ответ" in text or "Экран" in text for text in (post.text for post in desk.anna.got)),
    )


async def test_messages_of_one_and_screens_of_the_other_share_the_limits(desk: Desk, follower: App) -> None:
    shop, group = desk.shop, desk.shop.group
    await shop.control("trouble", limits=True)
    delivering = [asyncio.create_task(app.delivery.run()) for app in (shop.app, follower)]
    here = {"chat_id": group, "from_id": desk.pyotr.id, "message_thread_id": desk.here.thread_id}
    for i in range(IN_GROUP):
        await shop.control("send", chat_id=desk.anna.id, from_id=desk.anna.id, text=f"Вопрос {i}")
    for i in range(IN_PRIVATE):
        await shop.control("send", **here, text=f"Ответ {i}")
    for update in await at_telegram(shop):
        await shop.app.update_worker.receive([update])
    for i in range(IN_GROUP):
        show(follower, group, f"Строка {i}", desk.here.thread_id)
    for i in range(IN_PRIVATE):
        show(follower, desk.anna.id, f"Экран {i}")

    async with asyncio.timeout(60):
        while True:
            in_group, in_private = await written(desk)
            if in_private >= 2 * IN_PRIVATE and in_group >= IN_GROUP:
                break
            await asyncio.sleep(0.2)
    await asyncio.sleep(1)  # whoever thinks that there is more room would use it now

    for task in delivering:
        task.cancel()
    assert [call["method"] for call in await shop.calls() if call.get("error_code") == 429] == []
    assert (await written(desk))[0] <= A_MINUTE


async def test_where_the_database_hangs_each_goes_on_at_its_own_pace(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shared_pace, "ANSWERS_WITHIN", 0.05)
    async with Way.to(await server.database()) as (way, through):
        database = await connect(through)
        assert database.pace
        limit = RateLimit(2, 60.0)
        limiter = RateLimiter(private=limit, group=limit, shared=SharedPace(database.pace))
        async with limiter.acquire(-100):
            way.stall()

        async with limiter.acquire(-100):
            assert limiter.used(-100) == 0.5

        database.cut_off()
        await database.close()
