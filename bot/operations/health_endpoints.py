"""Health and figures over HTTP, for whoever watches the process: /healthz, /readyz, /metrics."""

from aiogram import Bot
from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from bot.operations.metrics import Watch, registry_of
from core.store import Unavailable
from core.units import MINUTE

STUCK_AFTER = 3 * MINUTE  # one that Telegram's silence holds up is set aside before


def health_app(bot: Bot, watch: Watch) -> web.Application:
    registry = registry_of(bot, watch)

    async def alive(request: web.Request) -> web.Response:
        return web.Response(text="ok\n")

    async def ready(request: web.Request) -> web.Response:
        reason = await unready(watch)
        return web.Response(text=f"{reason or 'ok'}\n", status=503 if reason else 200)

    async def metrics(request: web.Request) -> web.Response:
        try:
            await watch.look()
        except Unavailable:
            watch.workload = None  # what the process itself has counted is told all the same
        return web.Response(body=generate_latest(registry), headers={"Content-Type": CONTENT_TYPE_LATEST})

    app = web.Application()
    app.router.add_get("/healthz", alive)
    app.router.add_get("/readyz", ready)
    app.router.add_get("/metrics", metrics)
    return app


async def unready(watch: Watch) -> str | None:
    """Why the bot can't serve now."""
    try:
        oldest, count = await watch.store.oldest_unread()
    except Unavailable:
        return "the database does not answer"
    if oldest is not None and watch.clock() - oldest > STUCK_AFTER:
        return f"{count} updates are not handled"
    return None if watch.update_stream.since is not None else "Telegram does not answer"
