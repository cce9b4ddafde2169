"""Server-sent events: what happens in the world, as it happens."""

import asyncio

import orjson
from aiohttp import web

from sandbox.refusals import Json
from sandbox.world import World

KEEP_ALIVE = 15.0  # seconds
END = None


class Events:
    def __init__(self, world: World) -> None:
        self._streams: set[asyncio.Queue[Json | None]] = set()
        world.listeners.append(self._spread)

    def _spread(self, event: Json | None) -> None:
        for stream in self._streams:
            stream.put_nowait(event)

    async def end(self, app: web.Application) -> None:
        self._spread(END)

    async def stream(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-cache"})
        await response.prepare(request)
        stream: asyncio.Queue[Json | None] = asyncio.Queue()
        self._streams.add(stream)
        try:
            line: bytes | None = b": welcome"
            while line is not None:
                await response.write(line + b"\n\n")
                line = await next_line(stream)
        except ConnectionError:
            pass  # the page was closed
        finally:
            self._streams.discard(stream)
        return response


async def next_line(stream: asyncio.Queue[Json | None]) -> bytes | None:
    try:
        async with asyncio.timeout(KEEP_ALIVE):
            event = await stream.get()
    except TimeoutError:
        return b": still here"
    return None if event is END else b"data: " + orjson.dumps(event)
