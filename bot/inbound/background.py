"""Work that takes longer than a turn may: nobody's messages wait for a report or an export."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

import structlog

from bot.inbound.update_context import UpdateContext
from bot.telegram.screens import Screen, Screens

log = structlog.get_logger()


class Background:
    def __init__(self, screens: Screens) -> None:
        self._screens = screens
        self._tasks: set[asyncio.Task[None]] = set()

    def after(self, context: UpdateContext, work: Callable[[Screen], Awaitable[None]]) -> None:
        """Done once the turn is kept; what it puts on its screen is shown then."""
        shown = context.screen
        screen = Screen(shown.texts, shown.locale, shown.chat_id, shown.thread_id)
        context.after_commit.append(lambda: self._own(self._do(screen, work)))

    async def settle(self) -> None:
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)

    def stop(self) -> None:
        for task in self._tasks:
            task.cancel()

    def _own(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _do(self, screen: Screen, work: Callable[[Screen], Awaitable[None]]) -> None:
        try:
            await work(screen)
        except Exception:
            log.exception("background work failed")
            screen.clear()
            screen.send(screen.t("admin-failed"))
        self._screens.show(screen)
