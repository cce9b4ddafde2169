"""What a group refuses the bot for want of rights. One of those who wait asks again; when it is let in, all go on."""

import asyncio
from dataclasses import dataclass, field

from bot.alarms import Alarms
from bot.clock import Clock

ASK_AGAIN_IN = 30_000  # ms
EVERYTHING = ""  # the bot is not in the group


@dataclass(slots=True)
class Outage:
    ask_at: int
    news: asyncio.Event = field(default_factory=asyncio.Event)


class Outages:
    """By group and method: who may not make topics may still write in those that are there."""

    def __init__(self, alarms: Alarms, clock: Clock) -> None:
        self._alarms = alarms
        self._clock = clock
        self._outages: dict[tuple[int, str], Outage] = {}

    def begin(self, group: int, method: str, reason: str) -> None:
        """The group has just refused."""
        self._alarms.ring(f"group.{group}{method}", group=str(group), reason=reason)
        outage = self._outages.setdefault((group, method), Outage(ask_at=0))
        outage.ask_at = self._clock() + ASK_AGAIN_IN

    def end(self, group: int, method: str) -> None:
        """The group has just let the method in."""
        if not self._outages:
            return
        for name in (EVERYTHING, method):
            if outage := self._outages.pop((group, name), None):
                outage.news.set()
                self._alarms.over(f"group.{group}{name}")

    def look_again(self, group: int) -> None:
        """The bot's rights there have changed: whoever is first asks at once."""
        for (of_group, _), outage in self._outages.items():
            if of_group == group:
                outage.ask_at = self._clock()
                outage.news.set()
                outage.news = asyncio.Event()

    async def let_in(self, group: int, method: str) -> None:
        """Returns when the group takes it, or when it is this one's turn to ask."""
        for name in (EVERYTHING, method):
            while outage := self._outages.get((group, name)):
                if self._clock() >= outage.ask_at:
                    outage.ask_at = self._clock() + ASK_AGAIN_IN
                    break
                await self._news_or_time(outage)

    async def _news_or_time(self, outage: Outage) -> None:
        waiting = [
            asyncio.ensure_future(outage.news.wait()),
            asyncio.ensure_future(self._clock.until(outage.ask_at)),
        ]
        try:
            await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for one in waiting:
                one.cancel()
            await asyncio.gather(*waiting, return_exceptions=True)
