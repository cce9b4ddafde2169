"""An aiohttp application on a port of its own."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web


@asynccontextmanager
async def served(app: web.Application, *, ends_within: float = 1) -> AsyncIterator[str]:
    """Its address. `ends_within`: seconds that requests still have at the end."""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=ends_within)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield "http://{}:{}".format(*runner.addresses[0][:2])
    finally:
        await runner.cleanup()
