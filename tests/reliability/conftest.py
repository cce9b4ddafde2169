"""The same shop as in the conversations; here things go wrong."""

from collections.abc import Awaitable, Callable

import pytest

from tests.conversations.conftest import clock, desk, more_settings, sandbox_url, shop
from tests.conversations.shop import Shop

__all__ = ["clock", "desk", "more_settings", "sandbox_url", "shop"]

Trouble = Callable[..., Awaitable[None]]


@pytest.fixture
def trouble(shop: Shop) -> Trouble:
    """`await trouble("500", methods=["sendMessage"], times=2)`; without a fault all is well again."""

    async def trouble(fault: str | None = None, **rule: object) -> None:
        await shop.control("trouble", rules=[{"fault": fault, **rule}] if fault else [], outage_seconds=0)

    return trouble
