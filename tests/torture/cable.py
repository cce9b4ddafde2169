"""The line between one process and its database, which can be cut."""

import asyncio
import contextlib
from types import TracebackType
from typing import Self

from tests.torture.processes import free_port

CHUNK = 65_536


class Cable:
    """While it is cut nothing passes, not even an end; what was on its way arrives when it is mended."""

    def __init__(self, socket: str) -> None:
        self.port = free_port()
        self._socket = socket
        self._whole = asyncio.Event()
        self._whole.set()
        self._ways = set[asyncio.Task[None]]()

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._connect, "127.0.0.1", self.port)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.close()
        for way in self._ways:
            way.cancel()
        await asyncio.gather(*self._ways, return_exceptions=True)

    def cut(self) -> None:
        self._whole.clear()

    def mend(self) -> None:
        self._whole.set()

    async def _connect(self, near: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        await self._whole.wait()
        far, there = await asyncio.open_unix_connection(self._socket)
        for source, target in ((near, there), (far, back)):
            way = asyncio.create_task(self._pass_on(source, target))
            self._ways.add(way)
            way.add_done_callback(self._ways.discard)

    async def _pass_on(self, source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError):
            while chunk := await source.read(CHUNK):
                await self._whole.wait()
                target.write(chunk)
                await target.drain()
        await self._whole.wait()
        target.close()
