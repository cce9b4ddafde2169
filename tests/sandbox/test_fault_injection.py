"""Telegram fails as it is told to."""

import asyncio
import time

import pytest
from aiogram import Bot
from aiogram.exceptions import (
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)

from sandbox.first_world import GROUP
from tests.sandbox.conftest import SELLER, Clock, Side


@pytest.fixture(autouse=True)
async def started(people: Side) -> None:
    await people.write("/start")


async def written(people: Side, chat_id: int = SELLER) -> list[str]:
    return [one["text"] for one in (await people.chat(chat_id))["messages"] if one["from"]["is_bot"]]


async def test_429_tells_how_long(bot: Bot, people: Side) -> None:
    await people.do("trouble", rules=[{"fault": "429", "retry_after": 7, "times": 2}])
    for _ in range(2):
        with pytest.raises(TelegramRetryAfter) as refused:
            await bot.send_message(SELLER, "x")
        assert refused.value.retry_after == 7

    await bot.send_message(SELLER, "x")
    assert (await people.get("trouble"))["rules"] == [], "it is used up"


@pytest.mark.parametrize(("fault", "said"), [("500", "Internal Server Error"), ("502", "Bad Gateway")])
async def test_a_server_that_fails(bot: Bot, people: Side, fault: str, said: str) -> None:
    await people.do("trouble", rules=[{"fault": fault, "times": 1}])

    with pytest.raises(TelegramServerError, match=said):
        await bot.send_message(SELLER, "x")
    assert await written(people) == []


async def test_a_connection_that_ends_before_or_after_the_deed(bot: Bot, people: Side) -> None:
    await people.do("trouble", rules=[{"fault": "drop_before", "times": 1}])
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(SELLER, "пропало")
    assert await written(people) == []

    await people.do("trouble", rules=[{"fault": "drop_after", "times": 1}])
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(SELLER, "дошло")
    assert await written(people) == ["дошло"]


async def test_a_rule_is_for_some_methods_and_chats(bot: Bot, people: Side) -> None:
    await people.do("trouble", rules=[{"fault": "blocked", "methods": ["sendMessage"], "chat_id": SELLER}])

    await bot.send_message(GROUP, "x")
    await bot.send_chat_action(SELLER, "typing")
    with pytest.raises(TelegramForbiddenError, match="bot was blocked by the user"):
        await bot.send_message(SELLER, "x")


async def test_any_answer_can_be_given(bot: Bot, people: Side) -> None:
    gone = {"fault": "error", "error_code": 403, "description": "Forbidden: user is deactivated"}
    await people.do("trouble", rules=[gone])

    with pytest.raises(TelegramForbiddenError, match="user is deactivated"):
        await bot.send_message(SELLER, "x")


async def test_a_share_of_the_calls_fails_the_same_way_each_time(bot: Bot, people: Side) -> None:
    async def failures() -> list[int]:
        await people.do("trouble", rules=[{"fault": "500", "share": 0.3}], seed=7)
        failed = []
        for n in range(40):
            try:
                await bot.send_message(SELLER, str(n))
            except TelegramServerError:
                failed.append(n)
        return failed

    first = await failures()
    assert 4 <= len(first) <= 20
    assert await failures() == first


async def test_slowness(bot: Bot, people: Side) -> None:
    await people.do("trouble", delay_ms=80)
    begun = time.monotonic()
    await bot.send_message(SELLER, "x")
    assert time.monotonic() - begun >= 0.08

    await people.do("trouble", delay_ms=0, rules=[{"fault": "slow", "delay_ms": 120, "times": 1}])
    begun = time.monotonic()
    await bot.send_message(SELLER, "x")
    assert time.monotonic() - begun >= 0.12


async def test_an_outage_drops_all_until_it_ends(bot: Bot, people: Side, clock: Clock) -> None:
    polling = asyncio.create_task(bot.get_updates(timeout=30, offset=2_000_000_000))
    await asyncio.sleep(0.05)
    told = await people.do("trouble", outage_seconds=20)
    assert told["outage_until"] == clock.now + 20
    with pytest.raises(TelegramNetworkError):
        await bot.get_me()
    with pytest.raises(TelegramNetworkError):
        await asyncio.wait_for(polling, 5)
    await people.write("люди пишут и тогда")

    clock.now += 20
    heard = await bot.get_updates(timeout=0)
    assert heard[-1].message
    assert heard[-1].message.text == "люди пишут и тогда"


async def test_trouble_that_makes_no_sense_is_refused_whole(people: Side) -> None:
    assert "no fault is called 'rain'" in await people.refused("trouble", rules=[{"fault": "rain"}], limits=True)
    assert "a rule is not made so" in await people.refused("trouble", rules=[{"fault": "429", "colour": "red"}])
    assert (await people.get("trouble"))["limits"] is False


async def test_a_reset_calms_all(people: Side) -> None:
    await people.do("trouble", limits=True, delay_ms=5, rules=[{"fault": "500"}])
    await people.do("reset")

    told = await people.get("trouble")
    assert (told["limits"], told["delay_ms"], told["rules"]) == (False, 0, [])
