"""A sandbox in this process: the bot's side through aiogram, the people's through the control API."""

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Update
from aiohttp import web

from sandbox.first_world import GROUP
from sandbox.server import build_app
from sandbox.world import World

TOKEN = "42:TEST"
SELLER, OTHER_SELLER, ENGLISH = 500000001, 500000002, 500000003
AGENT, ADMIN = 600000001, 700000001
NOW = 1_790_000_000.0

Json = dict[str, Any]


class Session(AiohttpSession):
    async def close(self) -> None:
        """Without aiogram's quarter of a second, which TLS needs and this does not."""
        if self._session:
            await self._session.close()


class Clock:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> float:
        return self.now


class Side:
    """The control API."""

    def __init__(self, url: str, http: aiohttp.ClientSession) -> None:
        self.url, self.http = url, http

    async def do(self, path: str, verb: str = "POST", **body: Any) -> Json:
        async with self.http.request(verb, f"{self.url}/control/{path}", json=body) as answer:
            told = await answer.json()
            assert answer.status == 200, told
            return dict(told)

    async def refused(self, path: str, **body: Any) -> str:
        async with self.http.post(f"{self.url}/control/{path}", json=body) as answer:
            assert answer.status == 400
            return str((await answer.json())["error"])

    async def get(self, path: str) -> Json:
        async with self.http.get(f"{self.url}/control/{path}") as answer:
            assert answer.status == 200
            return dict(await answer.json())

    async def write(self, text: str = "Привет", who: int = SELLER, **more: Any) -> Json:
        """As a person, in their chat with the bot or in the group."""
        message: dict[str, Any] = {"chat_id": who, "from_id": who, "text": text} | more
        sent = await self.do("send", **message)
        return dict(sent["messages"][-1])

    async def agent_writes(self, text: str = "Ответ", **more: Any) -> Json:
        return await self.write(text, AGENT, chat_id=GROUP, **more)

    async def chat(self, chat_id: int = GROUP) -> Json:
        return next(view for view in (await self.get("state"))["chats"] if view["chat"]["id"] == chat_id)


class Ear:
    """The updates, each confirmed as soon as it was heard."""

    def __init__(self, bot: Bot) -> None:
        self._bot, self.offset = bot, 0

    async def hear(self, **how: Any) -> list[Update]:
        found = await self._bot.get_updates(offset=self.offset, timeout=0, **how)
        if found:
            self.offset = found[-1].update_id + 1
        return found


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def world(clock: Clock) -> World:
    return World(clock)


@pytest.fixture
async def url(world: World) -> AsyncIterator[str]:
    runner = web.AppRunner(build_app(world), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0][:2]
    yield f"http://{host}:{port}"
    await runner.cleanup()


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
async def bot(url: str) -> AsyncIterator[Bot]:
    async with Bot(TOKEN, session=Session(api=TelegramAPIServer.from_base(url))) as bot:
        yield bot


@pytest.fixture
def people(url: str, http: aiohttp.ClientSession) -> Side:
    return Side(url, http)


@pytest.fixture
async def ear(bot: Bot) -> Ear:
    return Ear(bot)


@pytest.fixture
async def topic(bot: Bot) -> int:
    return (await bot.create_forum_topic(GROUP, "№123456")).message_thread_id
