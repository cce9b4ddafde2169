"""Connections to the Bot API server, and a last look before one is used.

A call may wait for its connection, and a process that is frozen meanwhile wakes up with the call in its hands: whoever
made it says, once there is a connection, whether it is still to be made.
"""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from aiohttp import TCPConnector
from aiohttp.connector import Connection

LastLook = Callable[[], Awaitable[None]]  # raises where the call is to be left
_last_look: ContextVar[LastLook | None] = ContextVar("last look", default=None)


@contextmanager
def looked_at_last(look: LastLook) -> Iterator[None]:
    """All calls that the running task makes meanwhile are."""
    before = _last_look.set(look)
    try:
        yield
    finally:
        _last_look.reset(before)


class Connector(TCPConnector):
    async def connect(self, *request: Any, **more: Any) -> Connection:
        connection = await super().connect(*request, **more)
        if look := _last_look.get():
            try:
                await look()
            except BaseException:
                connection.release()
                raise
        return connection
