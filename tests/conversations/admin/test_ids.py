"""The numbers that the settings ask for are told by the bot itself: before there is a desk, and while it runs."""

import asyncio
from collections.abc import AsyncIterator
from zoneinfo import ZoneInfo

import pytest
from aiogram import Bot

from bot.operations.id_finder import IdFinder
from bot.settings import SettingsWrong
from bot.telegram.session import Session
from bot.texts import Texts
from tests.conversations.shop import Shop


async def test_anybody_is_told_their_own_id(shop: Shop) -> None:
    anna, james = await shop.seller("Анна"), await shop.seller("James", language="en")

    await anna.send("/id")
    await james.send("/id")

    assert anna.last.text == f"Ваш id: {anna.id}"
    assert james.last.text == f"Your id: {james.id}"


@pytest.mark.parametrize("written", ["/id", "/ид", "/айди"])
async def test_the_agents_group_tells_its_id(shop: Shop, written: str) -> None:
    pyotr = await shop.agent()

    await pyotr.send(written)

    assert pyotr.last.text == f"Id этой группы: {shop.group}"


async def test_a_draft_does_not_take_the_command_for_words(shop: Shop) -> None:
    anna = await shop.seller()
    await anna.send("/new")
    await anna.send("/id")

    assert anna.last.text == f"Ваш id: {anna.id}"


# ---- before there is a desk


@pytest.fixture
async def bot(shop: Shop) -> AsyncIterator[Bot]:
    bot = Bot("42:TEST", session=Session(shop.url))
    yield bot
    await bot.session.close()


async def test_a_bot_that_serves_is_asked_itself(shop: Shop, bot: Bot) -> None:
    finder = IdFinder(bot, Texts(ZoneInfo("UTC")), lambda line: None)
    asking = asyncio.create_task(finder.run())
    async with asyncio.timeout(60):
        while not asking.done():  # the bot asks for its updates, as it does every half minute
            await bot.get_updates(timeout=0)
            await asyncio.sleep(0.1)

    with pytest.raises(SettingsWrong, match="another process asks for its updates: write /id to it"):
        await asking


async def test_before_there_is_a_desk_the_console_has_the_lines_for_the_settings(shop: Shop, bot: Bot) -> None:
    said: list[str] = []
    finder = IdFinder(bot, Texts(ZoneInfo("UTC")), said.append)
    anna = await shop.seller("Анна")
    pyotr = await shop.agent()

    for somebody, text in ((anna, "/id"), (pyotr, "/id"), (pyotr, "всем привет")):
        await shop.control("send", chat_id=somebody.chat_id, from_id=somebody.id, text=text)
    await finder.once()

    assert said == [f"ADMIN_IDS={anna.id}   # Анна", f"AGENT_GROUP={shop.group}   # Поддержка"]
    assert (await anna.look()).last.text == f"Ваш id: {anna.id}"
    assert (await pyotr.look()).last.text == f"Id этой группы: {shop.group}"
