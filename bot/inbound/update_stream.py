"""How far Telegram has been listened to: since when without a gap, and whether more is on its way."""

import contextlib
from bisect import bisect_left
from collections.abc import Awaitable, Callable, Iterator

from bot.clock import Clock
from core.units import SECOND

MOST_REMEMBERED = 1_000


class UpdateStream:
    """An album that a gap has cut is given time to become whole, and nobody is judged silent before they were heard."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.since: int | None = None
        self._empty_at = [0]  # moments when Telegram had nothing more
        self._coming = 0  # requests that bring updates
        self._more = False  # Telegram has more than it gave at once
        self.waits_at_telegram = False  # as was seen last
        self.look: Callable[[], Awaitable[None]] = _nobody_looks  # behind a webhook: what waits for other processes too

    def resumed(self) -> None:
        """Telegram has nothing more just now."""
        now = self._clock()
        if self.since is None:
            self.since = now
        if now >= self._empty_at[-1] + SECOND:
            self._empty_at = [*self._empty_at[-MOST_REMEMBERED:], now]

    def interrupted(self) -> None:
        self.since = None

    @contextlib.contextmanager
    def coming(self, *, more: bool = False) -> Iterator[None]:
        self._coming += 1
        self._more = more
        try:
            yield
        finally:
            self._coming -= 1

    async def is_quiet(self) -> bool:
        """Whether nothing is on its way in: neither in a request just now, nor at Telegram."""
        if self._coming or self._more:
            return False
        await self.look()
        return not self.waits_at_telegram

    def heard_until(self, oldest_unread: int | None) -> int:
        """All that was written by then has come in before the oldest of what is unread."""
        place = len(self._empty_at) if oldest_unread is None else bisect_left(self._empty_at, oldest_unread)
        return self._empty_at[max(place - 1, 0)]


async def _nobody_looks() -> None:
    """Who polls has taken what there is."""
