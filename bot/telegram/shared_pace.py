"""The pace of all processes of a desk together: Telegram's limits are the bot's, not those of one process."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable
from typing import Protocol

import structlog

from bot.tasks import Tasks
from core.store import Unavailable

log = structlog.get_logger()

Seconds = float
SURELY_THERE = 1.0  # seconds after its turn, in which a message has most likely reached Telegram
ANSWERS_WITHIN = 2.0
ASKS_AGAIN = 1.0  # seconds at most
A_MOMENT = 0.005


class Pace(Protocol):
    """Kept where all processes see it."""

    async def take(self, chat_id: int, cost: int, most: int, period: Seconds) -> tuple[int, Seconds]: ...
    async def lasted(self, chat_id: int, taken: int) -> None: ...
    async def hold(self, chat_id: int, seconds: Seconds) -> None: ...


class SharedPace:
    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._tasks = Tasks()

    @contextlib.asynccontextmanager
    async def turn(self, chat_id: int, cost: int, most: int, period: Seconds) -> AsyncIterator[None]:
        """Where nobody can be asked, this process goes on at its own pace."""
        taken, loop = 0, asyncio.get_running_loop()
        try:
            taken = await self._take(chat_id, cost, most, period + SURELY_THERE)
        except Unavailable as error:
            log.warning("pace not shared", chat=chat_id, reason=str(error))
        began = loop.time()
        try:
            yield
        finally:
            if taken and loop.time() - began > SURELY_THERE:
                self._tasks.own(self._say(self._pace.lasted(chat_id, taken)))

    async def _take(self, chat_id: int, cost: int, most: int, period: Seconds) -> int:
        while True:
            taken, wait = await self._ask(chat_id, cost, most, period)
            if taken:
                return taken
            await asyncio.sleep(min(max(wait, A_MOMENT), ASKS_AGAIN))

    async def _ask(self, chat_id: int, cost: int, most: int, period: Seconds) -> tuple[int, Seconds]:
        """A database that hangs lets go of nobody who is cancelled: it is left to answer when it can."""
        asking = asyncio.ensure_future(self._pace.take(chat_id, cost, most, period))
        try:
            return await asyncio.wait_for(asyncio.shield(asking), ANSWERS_WITHIN)
        except (TimeoutError, asyncio.CancelledError) as error:
            self._tasks.own(_ended(asking))
            if isinstance(error, TimeoutError):
                raise Unavailable("no answer in time") from error
            raise

    def hold(self, chat_id: int, seconds: Seconds) -> None:
        self._tasks.own(self._say(self._pace.hold(chat_id, seconds)))

    async def _say(self, said: Awaitable[None]) -> None:
        with contextlib.suppress(Unavailable):
            await said


async def _ended(asking: "asyncio.Future[tuple[int, Seconds]]") -> None:
    await asyncio.wait([asking])
    if not asking.cancelled():
        asking.exception()  # nobody waits for it any more
