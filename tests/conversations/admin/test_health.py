"""Health and figures for whoever watches the process."""

from collections.abc import AsyncIterator
from importlib.metadata import version

import aiohttp
import pytest

from bot.inbound.webhook import serve
from bot.operations.health_endpoints import health_app
from core.inbox import UpdateReceived
from core.unit_of_work import UnitOfWork
from core.units import MINUTE
from tests.conversations.admin.opening import opened
from tests.conversations.shop import Shop


@pytest.fixture
async def watched(shop: Shop) -> AsyncIterator[str]:
    runner = await serve(health_app(shop.app.bot, shop.app.watch()), ("127.0.0.1", 0))
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
    handled = "sellerdesk_update_handled_after_seconds_count"
    assert now[handled] >= before[handled] + 2
    delivered = 'sellerdesk_delivered_after_seconds_count{recipient="seller"}'
    assert now[delivered] > before[delivered]
    assert now['sellerdesk_notices_failed_total{reason="blocked"}'] == 1
    assert now["sellerdesk_notices_waiting"] == 0
    assert now['sellerdesk_dialogs{status="answered"}'] == 1
    refused = [count for name, count in now.items() if "api_calls_total" in name and 'outcome="4xx"' in name]
    assert refused == [1]  # the answer, or, where the bot has heard of the block already, the sign before it


async def test_what_waits_has_its_age(shop: Shop, watched: str) -> None:
    await opened(shop, await shop.seller())
    await shop.passes(minutes=7)

    now = await figures(watched)

    assert now['sellerdesk_dialogs{status="created"}'] == 1
    assert now["sellerdesk_dialog_oldest_seconds"] == pytest.approx(7 * 60, abs=30)
    assert (
        now["sellerdesk_updates_waiting"] == now["sellerdesk_updates_set_aside"] == now["sellerdesk_notices_held"] == 0
    )


async def test_what_people_are_refused_is_counted_by_reason(shop: Shop, watched: str) -> None:
    topic = await (await shop.agent()).topic(await opened(shop, await shop.seller()))

    await topic.send("/give @nobody")

    assert (await figures(watched))['sellerdesk_refusals_total{reason="no-such-colleague"}'] == 1


async def test_the_process_and_what_runs_are_told(shop: Shop, watched: str) -> None:
    _, text = await get(f"{watched}/metrics")

    for name in ("process_resident_memory_bytes", "process_open_fds", "python_gc_objects_collected_total",
                 f'sellerdesk_build_info{{version="{version("sellerdesk")}"}} 1'):  # fmt: skip
        assert name in text


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


async def test_not_ready_while_updates_are_not_handled(shop: Shop, watched: str) -> None:
    """Whatever holds them: whoever balances the load sends it elsewhere, whoever watches restarts it."""
    stuck = UnitOfWork(now=shop.clock())
    stuck.add(UpdateReceived(7, "1:0", "{}", stuck.now))
    await shop.app.store.commit(stuck)
    assert await get(f"{watched}/readyz") == (200, "ok\n")

    shop.clock.move_to(shop.clock.now + 4 * MINUTE)

    assert await get(f"{watched}/readyz") == (503, "1 updates are not handled\n")
