"""The control API (CONTROL.md): the page and the tests look at the world and play the people in it."""

import asyncio
import contextlib
import json
from collections.abc import Awaitable, Callable
from typing import Any

import orjson
from aiohttp import web

from sandbox import groups, people, user_actions
from sandbox.control_views import chat_view
from sandbox.events import Events
from sandbox.guide import Guide
from sandbox.log import Log
from sandbox.refusals import Impossible, Json, Refused
from sandbox.world import World

NEWEST = 200
# What a person sent is shown as a file, whatever it says of itself.
CAREFUL = {
    "Cache-Control": "max-age=86400",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "sandbox",
}
Uploads = dict[str, tuple[str, bytes]]


class Control:
    def __init__(self, world: World, log: Log, guide: Guide) -> None:
        self._world = world
        self._log = log
        self._guide = guide

    # ---- looking

    async def state(self, request: web.Request) -> Json:
        world, newest = self._world, int(request.query.get("messages", NEWEST))
        return {
            "bot": world.bot,
            "people": [person.view() for person in world.people.values()],
            "chats": [
                chat_view(world.shape(chat), chat) | {"messages": chat.newest(newest)}
                for chat in world.chats.values()
                if not chat.moved_to
            ],
            "commands": [
                {"scope": one.scope, "language_code": one.language_code, "commands": one.commands}
                for one in world.commands.values()
            ],
            "trouble": world.trouble.view(),
        }

    async def messages(self, request: web.Request) -> Json:
        asked = request.query
        chat = user_actions.chat_called(self._world, int(asked["chat_id"]))
        thread = int(asked["thread_id"]) if asked.get("thread_id") else None
        return {"messages": chat.newest(int(asked.get("limit", 100)), int(asked.get("before", 0)), thread)}

    async def file(self, request: web.Request) -> web.Response:
        file = self._world.files.known.get(request.match_info["file_id"])
        if file is None:
            raise Impossible("there is no such file")
        body = await asyncio.to_thread(self._world.files.content, file)
        mime = "image/png" if file.kind == "photo" and body.startswith(b"\x89PNG") else file.mime
        return web.Response(body=body, headers={"Content-Type": mime, **CAREFUL})

    async def calls(self, request: web.Request) -> Json:
        return self._log.since(int(request.query.get("since", 0)))

    async def guide(self, request: web.Request) -> Json:
        return self._guide.view()

    # ---- doing

    async def fill(self, request: web.Request) -> Json:
        return await self._guide.fill()

    async def add_person(self, request: web.Request) -> Json:
        return people.add_person(self._world, await body(request)).view()

    async def change_person(self, request: web.Request) -> Json:
        person = user_actions.person_called(self._world, int(request.match_info["id"]))
        people.change_person(self._world, person, await body(request))
        return person.view()

    async def send(self, request: web.Request) -> Json:
        asked, uploads = await parts(request)
        sent = user_actions.send(self._world, asked, uploads)
        chat = user_actions.chat_called(self._world, sent[0]["chat"]["id"])
        return {"messages": [chat.view(one["message_id"]) for one in sent]}

    async def edit(self, request: web.Request) -> Json:
        return user_actions.edit(self._world, await body(request))

    async def delete(self, request: web.Request) -> Json:
        asked = await body(request)
        self._world.delete(user_actions.chat_called(self._world, asked["chat_id"]), asked["message_ids"])
        return {}

    async def press(self, request: web.Request) -> Json:
        """Waits for the bot's answer, as the app shows a clock on the button."""
        asked = await body(request)
        press = user_actions.press(self._world, asked)
        if press.answer is None:
            answered = asyncio.Event()
            press.answered = answered.set
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(float(asked.get("wait", 5))):
                    await answered.wait()
        return {"answer": press.answer}

    async def react(self, request: web.Request) -> Json:
        user_actions.react(self._world, await body(request))
        return {}

    async def topic(self, request: web.Request) -> Json:
        return groups.change_topic(self._world, await body(request))

    async def group(self, request: web.Request) -> Json:
        chat = groups.change_group(self._world, await body(request))
        return chat_view(self._world.shape(chat), chat)

    # ---- trouble

    async def trouble(self, request: web.Request) -> Json:
        if request.method == "POST":
            self._world.trouble.change(await body(request))
            self._world.tell({"type": "trouble", "trouble": self._world.trouble.view()})
            if self._world.trouble.is_outage:
                self._world.updates.hang_up()
        return self._world.trouble.view()

    async def clock(self, request: web.Request) -> Json:
        self._world.behind = float((await body(request))["behind"])
        return {}

    async def reset(self, request: web.Request) -> Json:
        self._world.reset()
        return {}


async def body(request: web.Request) -> Json:
    raw = await request.read()
    asked = orjson.loads(raw) if raw else {}
    if not isinstance(asked, dict):
        raise Impossible("a JSON object is expected")
    return asked


async def parts(request: web.Request) -> tuple[Json, Uploads]:
    """JSON, or a form whose fields are JSON and whose files are `file0`, `file1` …"""
    if not request.content_type.startswith("multipart/"):
        return await body(request), {}
    asked: Json = {}
    uploads: Uploads = {}
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            uploads[name] = (value.filename, value.file.read())
        else:
            asked[name] = as_json(str(value))
    return asked | asked.pop("message", {}), uploads


def as_json(text: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        return text


def add_routes(app: web.Application, world: World, log: Log, guide: Guide) -> None:
    control, events = Control(world, log, guide), Events(world)
    for verb, path, act in (
        ("GET", "state", control.state),
        ("GET", "messages", control.messages),
        ("GET", "calls", control.calls),
        ("GET", "files/{file_id}", control.file),
        ("GET", "events", events.serve),
        ("GET", "guide", control.guide),
        ("POST", "fill", control.fill),
        ("POST", "people", control.add_person),
        ("PATCH", "people/{id}", control.change_person),
        ("POST", "send", control.send),
        ("POST", "edit", control.edit),
        ("POST", "delete", control.delete),
        ("POST", "press", control.press),
        ("POST", "react", control.react),
        ("POST", "topic", control.topic),
        ("POST", "group", control.group),
        ("GET", "trouble", control.trouble),
        ("POST", "trouble", control.trouble),
        ("POST", "clock", control.clock),
        ("POST", "reset", control.reset),
    ):
        app.router.add_route(verb, f"/control/{path}", answering(act))
    app.on_shutdown.append(events.end)


Act = Callable[[web.Request], Awaitable[Json | web.StreamResponse]]


def answering(act: Act) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    """JSON out; what a person can't do, and what is missing in the question, is a sentence with 400."""

    async def answer(request: web.Request) -> web.StreamResponse:
        try:
            told = await act(request)
        except Impossible as impossible:
            return said(str(impossible), 400)
        except Refused as refused:
            return said(refused.description, 400)
        except KeyError as missing:
            return said(f"{missing} is missing", 400)
        except (ValueError, TypeError) as wrong:
            return said(f"this can't be read: {wrong}", 400)
        return told if isinstance(told, web.StreamResponse) else web.Response(
            body=orjson.dumps(told), content_type="application/json"
        )  # fmt: skip

    return answer


def said(sentence: str, status: int) -> web.Response:
    return web.Response(body=orjson.dumps({"error": sentence}), status=status, content_type="application/json")
