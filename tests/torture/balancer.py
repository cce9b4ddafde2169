"""What stands between Telegram and the processes: hands them its posts in turn."""

import itertools
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
from aiohttp import web

from tests.torture.processes import free_port
from tests.torture.telegram import Json

ANSWERS_WITHIN = aiohttp.ClientTimeout(total=5)
PASSED_OVER = 10.0  # seconds, whoever did not answer
HOP = ("Host", "Content-Length", "Transfer-Encoding", "Connection")


class Balancer:
    def __init__(self, http: aiohttp.ClientSession) -> None:
        self.port = free_port()
        self._http = http
        self._silent_until: dict[int, float] = {}  # by port
        self._turn = itertools.count()
        self.ailing = set[int]()  # ports of those to whom something is being done
        self.kept_from_them = set[int]()  # chats

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/hook"

    def add(self, port: int) -> None:
        self._silent_until[port] = 0.0

    async def pass_on(self, request: web.Request) -> web.Response:
        """To the next who is there. Nobody else gets what one may have taken: Telegram will ask again."""
        body = await request.read()
        headers = {name: value for name, value in request.headers.items() if name not in HOP}
        for port in self._in_turn(json.loads(body)):
            try:
                async with self._http.post(
                    f"http://127.0.0.1:{port}{request.path}", data=body, headers=headers, timeout=ANSWERS_WITHIN
                ) as answer:
                    return web.Response(status=answer.status, body=await answer.read())
            except aiohttp.ClientConnectorError:
                continue
            except (aiohttp.ClientError, TimeoutError):
                self._silent_until[port] = time.monotonic() + PASSED_OVER
                return web.Response(status=504)
        return web.Response(status=502)

    def _in_turn(self, update: Json) -> list[int]:
        ports, first = [*self._silent_until], next(self._turn)
        ports = [*ports[first % len(ports) :], *ports[: first % len(ports)]]
        ports = sorted(ports, key=lambda port: self._silent_until[port] > time.monotonic())
        if chat_of(update) in self.kept_from_them:
            ports = sorted(ports, key=lambda port: port in self.ailing)
        return ports


def chat_of(update: Json) -> int | None:
    chats = (part["chat"]["id"] for part in update.values() if isinstance(part, dict) and "chat" in part)
    return next(chats, None)


@asynccontextmanager
async def balancer(http: aiohttp.ClientSession) -> AsyncIterator[Balancer]:
    made = Balancer(http)
    app = web.Application()
    app.router.add_post("/{path:.*}", made.pass_on)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", made.port).start()
    try:
        yield made
    finally:
        await runner.cleanup()
