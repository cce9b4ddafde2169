"""Updates that Telegram delivers: answered 200 only when they are kept, so that what fails is delivered again."""

import hashlib
import hmac
from typing import Any

import orjson
from aiohttp import web

from bot.inbound.update_stream import UpdateStream
from bot.inbound.worker import UpdateWorker
from bot.settings import Settings, SettingsWrong
from core.store import Unavailable

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
LARGEST_UPDATE = 1024 * 1024  # bytes; Telegram's are a few kilobytes
TRY_AGAIN_IN = 5  # seconds
LARGEST_ID = 2**63 - 1
LAST_UPDATES = 2.5  # seconds that what is in hand has at the end


def secret_of(settings: Settings) -> str:
    """The one that was set, else one that only the holder of the token can know."""
    if settings.webhook_secret:
        return settings.webhook_secret.get_secret_value()
    return hashlib.sha256(b"webhook:" + settings.bot_token.get_secret_value().encode()).hexdigest()


def webhook_app(update_worker: UpdateWorker, update_stream: UpdateStream, secret: str) -> web.Application:
    async def receive(request: web.Request) -> web.Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(errors="surrogateescape"), secret.encode()):
            return web.Response(status=401)
        update = _read(await request.read())
        if update is None:
            return web.Response(status=400)
        if update_worker.is_full:
            return _later()
        try:
            with update_stream.coming():
                await update_worker.receive([update])
        except Unavailable:
            update_stream.interrupted()
            return _later()
        return web.Response()

    app = web.Application(client_max_size=LARGEST_UPDATE)
    app.router.add_post("/{path:.*}", receive)
    return app


def _later() -> web.Response:
    return web.Response(status=503, headers={"Retry-After": str(TRY_AGAIN_IN)})


def _read(body: bytes) -> dict[str, Any] | None:
    try:
        update = orjson.loads(body)
    except orjson.JSONDecodeError:
        return None
    if not isinstance(update, dict) or type(update.get("update_id")) is not int:
        return None
    return update if 0 <= update["update_id"] <= LARGEST_ID else None


async def serve(app: web.Application, address: tuple[str, int], setting: str = "LISTEN") -> web.AppRunner:
    """Raises SettingsWrong, which names `setting`, where nobody can listen there."""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=LAST_UPDATES)
    await runner.setup()
    try:
        await web.TCPSite(runner, *address).start()
    except OSError as error:
        await runner.cleanup()
        host, port = address
        where = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
        raise SettingsWrong(f"{setting} is wrong: {where} can't be listened on here: {error.strerror}.") from None
    return runner
