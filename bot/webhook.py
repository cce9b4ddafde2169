"""Updates that Telegram delivers: answered 200 only when they are kept, so that what fails is delivered again."""

import hashlib
import hmac
from typing import Any

import orjson
import structlog
from aiohttp import web

from bot.intake import Intake
from bot.settings import Settings
from core.ports import Unavailable

log = structlog.get_logger()

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
LARGEST_UPDATE = 1024 * 1024  # bytes; Telegram's are a few kilobytes
TRY_AGAIN_IN = "5"  # seconds


def secret_of(settings: Settings) -> str:
    """The one that was set, else one that only the holder of the token can know."""
    if settings.webhook_secret:
        return settings.webhook_secret.get_secret_value()
    return hashlib.sha256(b"webhook:" + settings.bot_token.get_secret_value().encode()).hexdigest()


def webhook_app(intake: Intake, secret: str) -> web.Application:
    async def receive(request: web.Request) -> web.Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            return web.Response(status=401)
        update = _read(await request.read())
        if update is None:
            return web.Response(status=400)
        try:
            await intake.take(update, patient=False)
        except Unavailable:
            return web.Response(status=503, headers={"Retry-After": TRY_AGAIN_IN})
        return web.Response()

    app = web.Application(client_max_size=LARGEST_UPDATE)
    app.router.add_post("/{path:.*}", receive)
    return app


def _read(body: bytes) -> dict[str, Any] | None:
    try:
        update = orjson.loads(body)
    except orjson.JSONDecodeError:
        return None
    return update if isinstance(update, dict) and isinstance(update.get("update_id"), int) else None


async def serve(app: web.Application, address: tuple[str, int]) -> web.AppRunner:
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, *address).start()
    return runner
