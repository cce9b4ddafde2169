"""What a group refuses the bot for want of rights. One of those who wait asks again; when it is let in, all go on."""

import asyncio
from dataclasses import dataclass, field

from bot.clock import Clock
from bot.operations.alerts import Alerts

ASK_AGAIN_IN = 30_000  # ms
EVERYTHING = ""  # the bot is not in the group


@dataclass(slots=True)
class MissingPermission:
    ask_at: int
    news: asyncio.Event = field(default_factory=asyncio.Event)


class MissingPermissions:
    """By group and method: who may not make topics may still write in those that are there."""

    def __init__(self, alerts: Alerts, clock: Clock) -> None:
        self._alerts = alerts
        self._clock = clock
        self._missing_permissions: dict[tuple[int, str], MissingPermission] = {}

    def begin(self, group: int, method: str, reason: str) -> None:
        """The group has just refused."""
        self._alerts.raise_alert(f"group.{group}{method}", group=str(group), reason=reason)
        missing_permission = self._missing_permissions.setdefault((group, method), MissingPermission(ask_at=0))
        missing_permission.ask_at = self._clock() + ASK_AGAIN_IN

    def end(self, group: int, method: str) -> None:
        """The group has just let the method in."""
        if not self._missing_permissions:
            return
        for name in (EVERYTHING, method):
            if missing_permission := self._missing_permissions.pop((group, name), None):
                missing_permission.news.set()
                self._alerts.resolve(f"group.{group}{name}")

    def look_again(self, group: int) -> None:
        """The bot's rights there have changed: whoever is first asks at once."""
        for (of_group, _), missing_permission in self._missing_permissions.items():
            if of_group == group:
                missing_permission.ask_at = self._clock()
                missing_permission.news.set()
                missing_permission.news = asyncio.Event()

    async def let_in(self, group: int, method: str) -> None:
        """Returns when the group takes it, or when it is this one's turn to ask."""
        for name in (EVERYTHING, method):
            while missing_permission := self._missing_permissions.get((group, name)):
                if self._clock() >= missing_permission.ask_at:
                    missing_permission.ask_at = self._clock() + ASK_AGAIN_IN
                    break
                await self._news_or_time(missing_permission)

    async def _news_or_time(self, missing_permission: MissingPermission) -> None:
        waiting = [
            asyncio.ensure_future(missing_permission.news.wait()),
            asyncio.ensure_future(self._clock.until(missing_permission.ask_at)),
        ]
        try:
            await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for one in waiting:
                one.cancel()
            await asyncio.gather(*waiting, return_exceptions=True)
