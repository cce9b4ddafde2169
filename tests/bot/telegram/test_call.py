"""A call is done, refused for good, or unknown, whatever comes back; and a slow server is asked once more at most."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramNetworkError
from aiogram.methods import SendMessage
from aiohttp import web

from bot.telegram import call as module
from bot.telegram.call import call
from bot.telegram.connector import looked_at_last
from bot.telegram.session import Session
from tests.http_server import served

DONE = '{"ok": true, "result": {"message_id": 7}}'
Answers = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Server:
    """Answers in turn, the last one for ever."""

    def __init__(self) -> None:
        self.answers: list[Answers] = []
        self.asked = 0

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self.asked += 1
        return await self.answers[min(self.asked, len(self.answers)) - 1](request)


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
async def bot(server: Server) -> AsyncIterator[Bot]:
    app = web.Application()
    app.router.add_post("/{path:.*}", server.answer)
    async with served(app, ends_within=0.1) as url, Bot("42:TEST", session=Session(url)) as bot:
        yield bot


def says(body: bytes, status: int = 200, headers: dict[str, str] | None = None) -> Answers:
    async def answer(request: web.Request) -> web.StreamResponse:
        return web.Response(body=body, status=status, headers=headers)

    return answer


async def done(request: web.Request) -> web.StreamResponse:
    return web.Response(text=DONE)


async def done_late(request: web.Request) -> web.StreamResponse:
    await asyncio.sleep(1)
    return web.Response(text=DONE)


async def at_once(ms: int) -> None:
    """No pause between attempts."""


PAGES = [
    says("Сервер перегружен".encode("cp1251"), 502, {"Content-Type": "text/html"}),
    says(b"\xff\xfe\x00", 502, {"Content-Type": "text/html; charset=no-such-charset"}),
    says(b"not gzip at all", 200, {"Content-Encoding": "gzip"}),
    says(b"", 200),
    says(b"[]", 200),
    says(b"null", 429),
    says(b'{"ok": false}', 400),
]


@pytest.mark.parametrize("page", PAGES)
async def test_any_page_in_any_encoding_is_tried_again(bot: Bot, server: Server, page: Answers) -> None:
    server.answers = [page, page, done]

    answer = await call(bot, SendMessage(chat_id=1, text="Завтра"), sleep=at_once)

    assert answer.message_id == 7
    assert server.asked == 3


async def test_a_slow_server_is_asked_once_more_at_most(
    bot: Bot, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "ANSWERS_WITHIN", (0.3, 5))
    server.answers = [done_late]

    await call(bot, SendMessage(chat_id=1, text="Завтра"), sleep=at_once)

    assert server.asked == 2


async def test_what_telegram_refuses_is_not_asked_again(bot: Bot, server: Server) -> None:
    server.answers = [says(b'{"ok": false, "error_code": 400, "description": "Bad Request: chat not found"}', 400)]

    with pytest.raises(TelegramBadRequest):
        await call(bot, SendMessage(chat_id=1, text="Завтра"), sleep=at_once)
    assert server.asked == 1


async def test_a_429_is_waited_for_as_long_as_it_asks(bot: Bot, server: Server) -> None:
    busy = b'{"ok": false, "error_code": 429, "description": "Too Many Requests", "parameters": {"retry_after": 3}}'
    server.answers = [says(busy, 429), done]
    held: list[float] = []
    slept: list[int] = []

    async def sleep(ms: int) -> None:
        slept.append(ms)

    await call(bot, SendMessage(chat_id=1, text="Завтра"), held=held.append, sleep=sleep)

    assert (held, slept) == ([3], [3_000])


class Deposed(Exception):
    """Another process delivers now."""


async def test_a_call_that_is_not_to_be_made_any_more_when_it_has_its_connection_is_not_made(
    bot: Bot, server: Server
) -> None:
    server.answers = [done_late, done]
    bot.session._connector_init["limit"] = 1  # type: ignore[attr-defined]
    deposed = asyncio.Event()

    async def look() -> None:
        if deposed.is_set():
            raise Deposed

    async def waits_for_its_connection() -> None:
        with looked_at_last(look):
            await call(bot, SendMessage(chat_id=2, text="x"), attempts=1)

    first = asyncio.create_task(call(bot, SendMessage(chat_id=1, text="x")))
    second = asyncio.create_task(waits_for_its_connection())
    await asyncio.sleep(0.2)
    deposed.set()

    with pytest.raises(TelegramNetworkError, match="Deposed"):
        await second
    await first
    assert server.asked == 1
    await call(bot, SendMessage(chat_id=3, text="x"))  # the connection was given back
    assert server.asked == 2
