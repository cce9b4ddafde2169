"""Takes updates to the bot's webhook: in order for each key, side by side for different ones."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

import aiohttp
import orjson
from aiohttp import web

from sandbox.calls import Calls, Dropped
from sandbox.pages import Page
from sandbox.refusals import Refused
from sandbox.request_parsing import read_body
from sandbox.updates import Waiting, Webhook
from sandbox.world import World

PATIENCE = aiohttp.ClientTimeout(total=60)
LONGEST_PAUSE = 60.0
LOOK_EVERY = 1.0  # seconds


class Courier:
    """One task per key that has something waiting. The next goes only after a 2xx for the one before."""

    def __init__(self, world: World, calls: Calls) -> None:
        self._world = world
        self._calls = calls
        self._ways: dict[str, asyncio.Task[None]] = {}

    async def run(self, app: web.Application) -> AsyncIterator[None]:
        task = asyncio.create_task(self._watch())
        yield
        ways = [task, *self._ways.values()]
        for way in ways:
            way.cancel()
        await asyncio.gather(*ways, return_exceptions=True)

    async def _watch(self) -> None:
        async with aiohttp.ClientSession(timeout=PATIENCE) as session:
            updates = self._world.updates
            while True:
                if updates.webhook.url and updates.pending and not self._world.trouble.is_outage:
                    self._set_out(session)
                await updates.news(LOOK_EVERY)

    def _set_out(self, session: aiohttp.ClientSession) -> None:
        updates = self._world.updates
        for key in [key for key in updates.lines if key not in self._ways]:
            if len(self._ways) >= updates.webhook.max_connections:
                return
            self._ways[key] = asyncio.create_task(self._deliver(session, key))

    async def _deliver(self, session: aiohttp.ClientSession, key: str) -> None:
        """All that waits for this key. The first failure is tried again at once, then with growing pauses."""
        failures = 0
        try:
            while not self._world.trouble.is_outage and (waiting := self._world.updates.first_of(key)):
                hook = self._world.updates.webhook
                if not hook.url:
                    return
                if await self._post(session, hook, waiting):
                    failures = 0
                    self._world.updates.done(waiting.update["update_id"])
                    continue
                failures += 1
                if failures > 1:
                    await asyncio.sleep(min(2.0 ** (failures - 2), LONGEST_PAUSE))
        finally:
            del self._ways[key]
            self._world.updates.wake()

    async def _post(self, session: aiohttp.ClientSession, hook: Webhook, waiting: Waiting) -> bool:
        headers = {"Content-Type": "application/json"}
        if hook.secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = hook.secret
        try:
            async with session.post(hook.url, data=orjson.dumps(waiting.update), headers=headers) as answer:
                body = await answer.read()
                if answer.status // 100 == 2:
                    await self._obey(answer.headers.get("Content-Type", ""), body)
                    return True
                self._failed(hook, f"Wrong response from the webhook: {answer.status} {answer.reason}")
        except (aiohttp.ClientError, TimeoutError) as wrong:
            self._failed(hook, str(wrong) or "Connection timed out")
        return False

    def _failed(self, hook: Webhook, why: str) -> None:
        hook.failed_at = int(self._world.clock())
        hook.failure = why

    async def _obey(self, content_type: str, body: bytes) -> None:
        """The answer may hold one call of a method; nobody is told how it went."""
        with contextlib.suppress(Refused, Dropped, Page):
            asked = read_body(content_type, body)
            name = asked.pop("method", "")
            if name and not name.lower().startswith("get"):
                await self._calls.answer(name, asked)
