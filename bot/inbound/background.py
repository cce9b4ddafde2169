"""Work that takes longer than an update may: nobody's messages wait for a report or an export."""

from collections.abc import Awaitable, Callable

import structlog

from bot.inbound.update_context import UpdateContext
from bot.tasks import Tasks
from bot.telegram.screens import Screen, Screens

log = structlog.get_logger()


class Background:
    def __init__(self, screens: Screens) -> None:
        self._screens = screens
        self._tasks = Tasks()

    def after(self, context: UpdateContext, work: Callable[[Screen], Awaitable[None]]) -> None:
        """Done once the update is kept; what it puts on its screen is shown then."""
        shown = context.screen
        screen = Screen(shown.texts, shown.locale, shown.chat_id, shown.thread_id)
        context.after_commit.append(lambda: self._tasks.own(self._do(screen, work)))

    async def settle(self) -> None:
        await self._tasks.settle()

    def stop(self) -> None:
        self._tasks.cancel()

    async def _do(self, screen: Screen, work: Callable[[Screen], Awaitable[None]]) -> None:
        try:
            await work(screen)
        except Exception:
            log.exception("background work failed")
            screen.clear()
            screen.send(screen.t("admin-failed"))
        self._screens.show(screen)
