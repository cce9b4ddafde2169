"""Server-sent events: what happens in the world, as it happens."""

import asyncio

import orjson
from aiohttp import web

from sandbox.refusals import Json
from sandbox.world import World

KEEP_ALIVE = 15.0  # seconds
END = None
Stream = asyncio.Queue[Json | None]


class Events:
    """The world is listened to only while somebody looks."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._streams: list[Stream] = []

    async def end(self, app: web.Application) -> None:
        for stream in self._streams:
            stream.put_nowait(END)

    async def serve(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-cache"})
        await response.prepare(request)
        stream: Stream = asyncio.Queue()
        self._streams.append(stream)
        self._world.listeners.append(stream.put_nowait)
        try:
            line: bytes | None = b": welcome"
            while line is not None:
                await response.write(line + b"\n\n")
                line = await next_line(stream)
        except ConnectionError:
            pass  # the page was closed
        finally:
            self._streams.remove(stream)
            self._world.listeners.remove(stream.put_nowait)
        return response


async def next_line(stream: Stream) -> bytes | None:
    try:
        async with asyncio.timeout(KEEP_ALIVE):
            event = await stream.get()
    except TimeoutError:
        return b": still here"
    return None if event is END else b"data: " + orjson.dumps(event)
