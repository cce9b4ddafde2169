"""Alerts are remembered while they last, and not without end."""

from collections.abc import AsyncIterator
from zoneinfo import ZoneInfo

import pytest
from aiogram import Bot
from structlog.testing import capture_logs

from bot.operations.alerts import MOST_REMEMBERED, Alerts
from bot.texts import Texts
from tests.conversations.clock import ManualClock


@pytest.fixture
async def alerts() -> AsyncIterator[Alerts]:
    """Of a desk without admins: nobody is told."""
    bot = Bot("42:TEST")
    yield Alerts(bot, Texts(ZoneInfo("UTC")), [], ManualClock())
    await bot.session.close()


def rings(alerts: Alerts, number: int) -> bool:
    with capture_logs() as logs:
        alerts.raise_alert(f"set-aside.{number}", update=str(number), error="x")
    return [line["event"] for line in logs] == ["alert"]


async def test_each_rings_once_and_the_oldest_of_very_many_is_forgotten(alerts: Alerts) -> None:
    assert all(rings(alerts, number) for number in range(MOST_REMEMBERED + 1))
    assert not rings(alerts, MOST_REMEMBERED)
    assert rings(alerts, 0)
    await alerts.settle()
