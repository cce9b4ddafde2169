"""Telegram's real rate limits, where they are on."""

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramRetryAfter
from aiogram.types import BufferedInputFile, InputMediaDocument

from sandbox.first_world import GROUP
from sandbox.limits import GROUP_LIMIT, PRIVATE_BURST
from tests.sandbox.conftest import OTHER_SELLER, SELLER, Clock, Side


@pytest.fixture(autouse=True)
async def limited(people: Side) -> None:
    await people.write("/start")
    await people.write("/start", OTHER_SELLER)
    await people.do("trouble", limits=True)


async def wait_of(call: object) -> int:
    with pytest.raises(TelegramRetryAfter) as refused:
        await call  # type: ignore[misc]
    return refused.value.retry_after


async def test_a_group_takes_twenty_in_any_minute(bot: Bot, clock: Clock) -> None:
    for n in range(GROUP_LIMIT):
        await bot.send_message(GROUP, str(n))
        clock.now += 1

    assert await wait_of(bot.send_message(GROUP, "21")) == 40
    clock.now += 39
    assert await wait_of(bot.send_message(GROUP, "21")) == 1
    clock.now += 1
    await bot.send_message(GROUP, "21")
    await wait_of(bot.send_message(GROUP, "22"))


async def test_sends_edits_and_topics_share_a_groups_limit(bot: Bot, topic: int) -> None:
    card = await bot.send_message(GROUP, "0", message_thread_id=topic)
    for n in range(GROUP_LIMIT - 4):
        await bot.edit_message_text(str(n + 1), chat_id=GROUP, message_id=card.message_id)
    await bot.edit_forum_topic(GROUP, topic, "x")
    await bot.close_forum_topic(GROUP, topic)

    assert await wait_of(bot.create_forum_topic(GROUP, "y")) == 60
    await bot.pin_chat_message(GROUP, card.message_id)
    await bot.delete_message(GROUP, card.message_id)
    await bot.send_message(SELLER, "another chat feels nothing")


async def test_an_album_weighs_as_many_as_it_has_items(bot: Bot) -> None:
    def album(size: int) -> list[InputMediaDocument]:
        return [InputMediaDocument(media=BufferedInputFile(b"x", "a.txt")) for _ in range(size)]

    await bot.send_media_group(GROUP, [*album(10)])
    await bot.send_media_group(GROUP, [*album(9)])
    assert await wait_of(bot.send_media_group(GROUP, [*album(2)])) == 60
    await bot.send_message(GROUP, "one more fits")

    await bot.send_media_group(SELLER, [*album(10)])
    assert await wait_of(bot.send_message(SELLER, "x")) == 6, "an album larger than the burst takes an advance"


async def test_a_person_takes_one_a_second_after_a_small_burst(bot: Bot, clock: Clock) -> None:
    for n in range(int(PRIVATE_BURST)):
        await bot.send_message(SELLER, str(n))
    assert await wait_of(bot.send_message(SELLER, "x")) == 1
    await bot.send_message(OTHER_SELLER, "another person feels nothing")

    for n in range(30):
        clock.now += 1
        await bot.send_message(SELLER, str(n))
    await wait_of(bot.send_message(SELLER, "x"))


async def test_what_was_refused_is_not_counted(bot: Bot, clock: Clock) -> None:
    for n in range(GROUP_LIMIT):
        await bot.send_message(GROUP, str(n))
    for _ in range(10):
        await wait_of(bot.send_message(GROUP, "x"))
    clock.now += 60

    for n in range(GROUP_LIMIT):
        await bot.send_message(GROUP, str(n))


async def test_they_can_be_switched_off(bot: Bot, people: Side) -> None:
    await people.do("trouble", limits=False)

    for n in range(GROUP_LIMIT + 5):
        await bot.send_message(GROUP, str(n))
