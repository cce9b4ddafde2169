"""Every call of the bot: taken in, troubled, done, and written down."""

import asyncio
import inspect
from collections import deque
from itertools import islice

import aiogram.methods
from aiogram.types import BufferedInputFile

import sandbox.methods  # noqa: F401 (registers them)
from sandbox.reading import read_call
from sandbox.refusals import NOT_FOUND, Json, Refused
from sandbox.register import METHODS
from sandbox.trouble import DEFAULT_SLOWNESS, Rule
from sandbox.world import World

KEPT = 20_000


class Dropped(Exception):
    """The connection is to end without an answer."""


class Calls:
    def __init__(self, world: World) -> None:
        self._world = world
        self._log: deque[Json] = deque(maxlen=KEPT)
        self._count = 0

    async def answer(self, name: str, asked: Json) -> Json:
        """What Telegram says: `{"ok": true, "result": …}`; or Refused, or Dropped."""
        world = self._world
        trouble = world.trouble
        if trouble.is_outage:
            raise Dropped
        if trouble.delay_ms and name.lower() != "getupdates":
            await asyncio.sleep(trouble.delay_ms / 1000)
        rule = trouble.strike(name, chat_of(asked)) if trouble.rules else None
        if rule:
            world.tell({"type": "trouble", "trouble": trouble.view()})
        try:
            return await self._do(name, asked, rule)
        except Refused as refused:
            self._write_down(name, asked, refused)
            raise

    async def _do(self, name: str, asked: Json, rule: Rule | None) -> Json:
        await before(rule)
        method = METHODS.get(name.lower())
        if method is None:
            raise not_done(name)
        call = read_call(method.kind, asked)
        chat_id, weight = chat_of(asked), method.weight(call)
        limited = self._world.trouble.limits and chat_id and weight
        if chat_id and limited:
            self._world.limits.check(chat_id, weight)
        result = method.do(self._world, call)
        if inspect.isawaitable(result):
            result = await result
        if chat_id and limited:
            self._world.limits.count(chat_id, weight)
        self._write_down(name, asked)
        if self._world.trouble.is_outage or (rule and rule.fault == "drop_after"):
            raise Dropped
        return {"ok": True, "result": result}

    # ---- the log

    def _write_down(self, name: str, asked: Json, refused: Refused | None = None) -> None:
        entry: Json = {
            "n": self._count,
            "at": self._world.clock(),
            "method": name,
            "params": asked,
            "ok": not refused,
        }
        if refused:
            entry |= {"error_code": refused.code, "description": refused.description}
        self._log.append(entry)
        self._count += 1

    def since(self, n: int) -> Json:
        first = self._count - len(self._log)
        found = [plain(entry) for entry in islice(self._log, max(0, n - first), None)]
        return {"calls": found, "next": self._count}


async def before(rule: Rule | None) -> None:
    if rule is None:
        return
    if refusal := rule.refusal():
        raise refusal
    if rule.fault == "drop_before":
        raise Dropped
    if rule.fault == "slow":
        await asyncio.sleep((rule.delay_ms or DEFAULT_SLOWNESS) / 1000)


def chat_of(asked: Json) -> int | None:
    chat_id = str(asked.get("chat_id", ""))
    return int(chat_id) if chat_id.lstrip("-").isdigit() else None


def not_done(name: str) -> Refused:
    """Telegram knows no such method, or only the sandbox does not."""
    known = {one.lower() for one in aiogram.methods.__all__}
    return Refused(501, f"Not Implemented: the sandbox does not know {name}") if name.lower() in known else NOT_FOUND


def plain(entry: Json) -> Json:
    """An entry of the log as JSON: files by their names."""
    params = {
        name: f"<{value.filename}, {len(value.data)} bytes>" if isinstance(value, BufferedInputFile) else value
        for name, value in entry["params"].items()
    }
    return entry | {"params": params}
