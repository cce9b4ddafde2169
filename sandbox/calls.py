"""Every call of the bot: taken in, troubled, done, and written down."""

import asyncio
import inspect
from collections.abc import Callable

import aiogram.methods

import sandbox.methods  # noqa: F401 (registers them)
from sandbox.fault_injection import Rule
from sandbox.log import Log
from sandbox.method_registry import METHODS
from sandbox.pages import Page, cut, page
from sandbox.refusals import NOT_FOUND, Json, Refused
from sandbox.request_parsing import read_call
from sandbox.world import World


class Dropped(Exception):
    """The connection is to end without an answer."""


class Calls:
    def __init__(self, world: World) -> None:
        self._world = world
        self.log = Log(world.clock)

    async def answer(self, name: str, asked: Json, is_heard: Callable[[], bool] = lambda: True) -> Json:
        """What Telegram says: `{"ok": true, "result": …}`; or Refused, or Dropped, or a Page.

        `is_heard`: whether the bot still waits for it.
        """
        try:
            rule = await self._strike(name, asked)
            told = await self._do(name, asked)
        except Refused as refused:
            self.log.add(name, asked, refused.code, refused.description)
            raise
        except (Dropped, Page) as nothing:
            self.log.add(name, asked, description=str(nothing))
            raise
        if lost := self._lost(rule, told, is_heard()):
            self.log.add(name, asked, description="done, but the answer was lost", done=True)
            raise lost
        self.log.add(name, asked)
        return told

    def _lost(self, rule: Rule | None, told: Json, is_heard: bool) -> Dropped | Page | None:
        """What becomes of the answer to what was done, where it does not arrive."""
        if rule and rule.fault == "cut":
            return cut(told)
        if self._world.trouble.is_outage or (rule and rule.fault == "drop_after") or not is_heard:
            return Dropped()
        return None

    async def _strike(self, name: str, asked: Json) -> Rule | None:
        """The trouble that comes before the deed; the rule, for what comes after it."""
        trouble = self._world.trouble
        if trouble.is_outage:
            raise Dropped("an outage")
        if trouble.delay_ms and name.lower() != "getupdates":
            await asyncio.sleep(trouble.delay_ms / 1000)
        rule = trouble.strike(name, chat_of(asked), asked)
        if rule is None:
            return None
        self._world.tell({"type": "trouble", "trouble": trouble.view()})
        if refusal := rule.refusal():
            raise refusal
        if shown := page(rule.fault):
            raise shown
        if rule.fault == "drop_before":
            raise Dropped("lost before anything was done")
        if rule.fault == "slow":
            await asyncio.sleep(trouble.slowness(rule))
        return rule

    async def _do(self, name: str, asked: Json) -> Json:
        method = METHODS.get(name.lower())
        if method is None:
            raise not_done(name)
        call = read_call(method.kind, asked)
        weight = method.weight(call) if self._world.trouble.limits else 0
        chat_id = chat_of(asked)
        if chat_id and weight:
            self._world.limits.check(chat_id, weight)
        result = method.do(self._world, call)
        if inspect.isawaitable(result):
            result = await result
        if chat_id and weight:
            self._world.limits.count(chat_id, weight)
        return {"ok": True, "result": result}


def chat_of(asked: Json) -> int | None:
    try:
        return int(asked["chat_id"])
    except (KeyError, TypeError, ValueError):
        return None


def not_done(name: str) -> Refused:
    """Telegram knows no such method, or only the sandbox does not."""
    known = {one.lower() for one in aiogram.methods.__all__}
    return Refused(501, f"Not Implemented: the sandbox does not know {name}") if name.lower() in known else NOT_FOUND
