"""The two sides over HTTP: the Bot API for the bot, the page and the control API for people and tests."""

import re
from pathlib import Path

import orjson
from aiohttp import web

from sandbox import control
from sandbox.calls import Calls, Dropped
from sandbox.guide import Guide
from sandbox.pages import Page
from sandbox.refusals import NOT_FOUND, TOO_LARGE, UNAUTHORIZED, Json, Refused
from sandbox.request_parsing import read_body
from sandbox.webhook import Courier
from sandbox.world import World

PAGE = Path(__file__).parent / "page"
BODY_LIMIT = 600 << 20  # an album of ten files; each is judged by itself
TOKEN = re.compile(r"(\d{1,15}):[\w-]+")
WORLD = web.AppKey("world", World)
CALLS = web.AppKey("calls", Calls)
NO_GUIDE = Guide()
ONLY_TOKEN = web.AppKey("only_token", str)


def build_app(world: World, token: str = "", guide: Guide = NO_GUIDE) -> web.Application:
    """Serves this world; with `token`, to no bot but that one."""
    app = web.Application(client_max_size=BODY_LIMIT)
    calls = Calls(world)
    app[WORLD], app[CALLS], app[ONLY_TOKEN] = world, calls, token
    app.router.add_route("*", "/bot{token}/{method}", bot_api)
    app.router.add_get("/file/bot{token}/{path:.+}", download)
    control.add_routes(app, world, calls.log, guide)
    app.router.add_get("/", index)
    app.router.add_static("/", PAGE)
    app.cleanup_ctx.append(Courier(world, calls).run)
    app.on_shutdown.append(hang_up)
    return app


async def hang_up(app: web.Application) -> None:
    app[WORLD].updates.hang_up()


async def index(request: web.Request) -> web.FileResponse:
    return web.FileResponse(PAGE / "index.html")


async def bot_api(request: web.Request) -> web.StreamResponse:
    try:
        admit(request)
        asked = read_body(request.headers.get("Content-Type", ""), await request.read(), request.query_string)
        return reply(200, await request.app[CALLS].answer(request.match_info["method"], asked, lambda: waits(request)))
    except Refused as refused:
        return reply(refused.code, refused.body())
    except web.HTTPRequestEntityTooLarge:
        return reply(413, TOO_LARGE.body())
    except Page as page:
        return web.Response(status=page.status, body=page.body, headers={"Content-Type": page.content_type})
    except Dropped:
        return drop(request)


async def download(request: web.Request) -> web.StreamResponse:
    world = request.app[WORLD]
    if world.trouble.is_outage:
        return drop(request)
    try:
        admit(request)
    except Refused as refused:
        return reply(refused.code, refused.body())
    file = world.files.by_path.get(request.match_info["path"])
    if file is None:
        return reply(404, NOT_FOUND.body())
    return web.Response(body=world.files.content(file), content_type="application/octet-stream")


def admit(request: web.Request) -> None:
    token = request.match_info["token"]
    shape = TOKEN.fullmatch(token)
    if not shape:
        raise NOT_FOUND
    only = request.app[ONLY_TOKEN]
    if (only and token != only) or not request.app[WORLD].adopt(int(shape[1])):
        raise UNAUTHORIZED


def reply(status: int, body: Json) -> web.Response:
    return web.Response(body=orjson.dumps(body), status=status, content_type="application/json")


def waits(request: web.Request) -> bool:
    """Whether somebody is there to hear the answer."""
    return request.transport is not None and not request.transport.is_closing()


def drop(request: web.Request) -> web.Response:
    """Ends the connection in the middle, as a bad line does; the answer goes nowhere."""
    if request.transport:
        request.transport.abort()
    return web.Response()
