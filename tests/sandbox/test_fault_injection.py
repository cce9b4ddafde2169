"""Telegram fails as it is told to."""

import asyncio
import json
import time

import aiohttp
import pytest
from aiogram import Bot
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)

from sandbox.first_world import GROUP
from tests.sandbox.conftest import SELLER, TOKEN, Clock, Side


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


async def test_a_share_of_the_files_is_refused_at_each_try(bot: Bot, people: Side) -> None:
    refused = {"fault": "refused", "methods": ["sendPhoto"], "error_code": 400, "description": "no", "share": 0.3}
    await people.do("trouble", rules=[refused | {"by_file": True}])

    async def is_refused(photo: str) -> bool:
        try:
            await bot.send_photo(SELLER, photo)
        except TelegramBadRequest:
            return True
        return False

    sent = [await people.do("send", chat_id=SELLER, from_id=SELLER, items=[{"kind": "photo"}]) for _ in range(40)]
    photos = [one["messages"][0]["photo"][-1]["file_id"] for one in sent]
    first = [await is_refused(photo) for photo in photos]
    assert 4 <= sum(first) <= 20
    assert [await is_refused(photo) for photo in photos] == first


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


@pytest.mark.parametrize("page", ["page_cp1251", "page_utf16", "page_garbage", "page_empty"])
async def test_a_proxy_answers_with_a_page_of_its_own(people: Side, http: aiohttp.ClientSession, page: str) -> None:
    await people.do("trouble", rules=[{"fault": page, "times": 1}])

    async with http.post(f"{people.url}/bot{TOKEN}/sendMessage", json={"chat_id": SELLER, "text": "x"}) as answer:
        assert answer.status // 100 == 5
        with pytest.raises(ValueError, match=r"JSON|char|decode"):
            json.loads(await answer.read())
    assert await written(people) == []


async def test_half_of_an_answer_arrives(people: Side, http: aiohttp.ClientSession) -> None:
    await people.do("trouble", rules=[{"fault": "cut", "times": 1}])

    async with http.post(f"{people.url}/bot{TOKEN}/sendMessage", json={"chat_id": SELLER, "text": "x"}) as answer:
        body = await answer.read()

    assert body.startswith(b'{"ok":true')
    assert not body.endswith(b"}}")
    assert (await people.get("calls"))["calls"][-1]["done"], "it was done, and only its answer is broken"


async def test_who_does_not_wait_for_the_answer_has_lost_it(bot: Bot, people: Side) -> None:
    await people.do("trouble", rules=[{"fault": "slow", "delay_ms": 400, "times": 1}])

    with pytest.raises(TelegramNetworkError):
        await bot.send_message(SELLER, "дошло", request_timeout=0.1)  # type: ignore[arg-type]
    await asyncio.sleep(0.5)

    assert await written(people) == ["дошло"]
    assert (await people.get("calls"))["calls"][-1]["done"]


async def test_a_chat_is_spared(bot: Bot, people: Side) -> None:
    await people.do("trouble", rules=[{"fault": "spared", "chat_id": GROUP}, {"fault": "500"}])

    await bot.send_message(GROUP, "x")
    with pytest.raises(TelegramServerError):
        await bot.send_message(SELLER, "x")


async def test_each_call_takes_a_time_of_its_own(bot: Bot, people: Side) -> None:
    await people.do("trouble", rules=[{"fault": "slow", "delay_ms": 10, "delay_up_to_ms": 200}])

    took = []
    for _ in range(8):
        began = time.monotonic()
        await bot.get_me()
        took.append(time.monotonic() - began)

    assert min(took) < 0.06
    assert max(took) > 0.08


async def test_what_happens_can_be_dated_in_the_past(people: Side) -> None:
    await people.do("clock", behind=3600)
    earlier = await people.write("час назад")
    await people.do("clock", behind=0)

    assert (await people.write("сейчас"))["date"] - earlier["date"] == 3600
