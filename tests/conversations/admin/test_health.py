"""Health and figures for whoever watches the process."""

from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.inbound.webhook import serve
from bot.operations.metrics import Watch, health_app
from tests.conversations.admin.opening import opened
from tests.conversations.shop import Shop


@pytest.fixture
async def watched(shop: Shop) -> AsyncIterator[str]:
    app = shop.app
    runner = await serve(
        health_app(app.bot, Watch(app.update_worker, app.delivery.outcomes, app.update_stream, app.store, app.clock)),
        ("127.0.0.1", 0),
    )
    yield "http://{}:{}".format(*runner.addresses[0])
    await runner.cleanup()


async def get(url: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as http, http.get(url) as answer:
        return answer.status, await answer.text()


async def figures(url: str) -> dict[str, float]:
    _, text = await get(f"{url}/metrics")
    lines = [line.rsplit(" ", 1) for line in text.splitlines() if not line.startswith("#")]
    return {name: float(value) for name, value in lines}


async def test_figures_follow_what_happens(shop: Shop, watched: str) -> None:
    anna, pyotr = await shop.seller(), await shop.agent()
    topic = await pyotr.topic(await opened(shop, anna))
    before = await figures(watched)

    await topic.send("Здравствуйте")
    await shop.patch_person(anna, blocked=True)
    await topic.send("Вы здесь?")

    now = await figures(watched)
    assert now["sellerdesk_updates_taken_total"] >= before["sellerdesk_updates_taken_total"] + 2
    assert now["sellerdesk_notices_delivered_total"] > before["sellerdesk_notices_delivered_total"]
    assert now["sellerdesk_notices_failed_total"] == before["sellerdesk_notices_failed_total"] + 1
    assert now["sellerdesk_notices_waiting"] == 0
    refused = [count for name, count in now.items() if "api_calls_total" in name and 'outcome="4xx"' in name]
    assert refused == [1]  # the answer, or, where the bot has heard of the block already, the sign before it


async def test_a_429_is_counted_as_one(shop: Shop, watched: str) -> None:
    anna = await shop.seller()
    await shop.control("trouble", rules=[{"fault": "429", "methods": ["sendMessage"], "times": 1, "retry_after": 0}])

    await anna.send("/start")

    assert (await figures(watched))['sellerdesk_api_calls_total{method="sendMessage",outcome="429"}'] == 1


async def test_ready_only_while_telegram_answers(shop: Shop, watched: str) -> None:
    assert await get(f"{watched}/healthz") == (200, "ok\n")
    assert await get(f"{watched}/readyz") == (200, "ok\n")

    shop.app.update_stream.interrupted()

    assert await get(f"{watched}/readyz") == (503, "Telegram does not answer\n")
    assert await get(f"{watched}/healthz") == (200, "ok\n")
