"""The way between a process and its PostgreSQL, which a test may stall or cut."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Self
from urllib.parse import parse_qs, urlsplit

PORT = 5432


class Way:
    """Stalled, it takes all and passes nothing on, as a server does that is frozen or behind a dead network."""

    def __init__(self, socket: Path) -> None:
        self._socket = socket
        self._stalled = False
        self._wires: set[asyncio.Task[None]] = set()
        self._held: list[tuple[asyncio.StreamWriter, bytes]] = []
        self.connections = 0  # that the process holds open

    @classmethod
    @contextlib.asynccontextmanager
    async def to(cls, address: str) -> AsyncIterator[tuple[Self, str]]:
        """And the address of the same database at its beginning."""
        split = urlsplit(address)
        way = cls(Path(parse_qs(split.query)["host"][0]) / f".s.PGSQL.{PORT}")
        server = await asyncio.start_server(way._connected, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        try:
            yield way, f"postgresql://{split.username}@127.0.0.1:{port}{split.path}"
        finally:
            server.close()
            for wire in way._wires:
                wire.cancel()
            await asyncio.gather(*way._wires, return_exceptions=True)

    def stall(self) -> None:
        self._stalled = True

    def open(self) -> None:
        self._stalled = False
        for target, data in self._held:
            target.write(data)
        self._held.clear()

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        from_server, to_server = await asyncio.open_unix_connection(str(self._socket))
        asked = self._wire(reader, to_server)
        self._wire(from_server, writer)
        await asyncio.wait([asked])
        self.connections -= 1

    def _wire(self, source: asyncio.StreamReader, target: asyncio.StreamWriter) -> "asyncio.Task[None]":
        wire = asyncio.create_task(self._pass_on(source, target))
        self._wires.add(wire)
        wire.add_done_callback(self._wires.discard)
        return wire

    async def _pass_on(self, source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        try:
            with contextlib.suppress(OSError):
                while data := await source.read(65_536):
                    if self._stalled:
                        self._held.append((target, data))
                    else:
                        target.write(data)
        finally:
            target.close()
