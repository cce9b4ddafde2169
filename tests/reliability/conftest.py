"""The same shop as in the conversations; here things go wrong."""

from collections.abc import Awaitable, Callable

import pytest

from bot.app import App
from bot.inbound.polling import GetRawUpdates
from tests.conversations.conftest import clock, desk, more_settings, sandbox_url, schema, shop, world
from tests.conversations.shop import Json, Shop

__all__ = ["clock", "desk", "more_settings", "sandbox_url", "schema", "shop", "world"]

Trouble = Callable[..., Awaitable[None]]


@pytest.fixture
def trouble(shop: Shop) -> Trouble:
    """`await trouble("500", methods=["sendMessage"], times=2)`; without a fault all is well again."""

    async def trouble(fault: str | None = None, **rule: object) -> None:
        await shop.control("trouble", rules=[{"fault": fault, **rule}] if fault else [], outage_seconds=0)

    return trouble


async def at_telegram(shop: Shop) -> list[Json]:
    """Updates that are not confirmed."""
    return await shop.app.bot(GetRawUpdates(timeout=0))


async def come_in(shop: Shop, count: int | None = None) -> None:
    """So many of the updates that wait at Telegram reach the bot; the others are still on their way."""
    for update in (await at_telegram(shop))[:count]:
        await shop.app.update_worker.receive([update])
        await shop.app.update_worker.settle()


async def killed(shop: Shop) -> None:
    """The bot ends as by SIGKILL, with nothing said or confirmed, and another one starts on the same database."""
    old = shop.app
    for task in old.delivery._tasks.values():
        task.cancel()
    old.delivery._backlog.clear()
    await old.update_worker.stop(0)
    await old.bot.session.close()
    await old.polling.close()
    await old.to_hook.close()
    await old.store.database.close()
    shop.app = await App.build(old.settings, shop.clock)
