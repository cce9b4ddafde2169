"""A group that stays near its limit is told of once; a burst is not."""

from typing import Any

from bot.jobs.rate_watch import RateWatch
from bot.telegram.rate_limiter import RateLimit, RateLimiter

GROUP = -100
MOST = 20


class Rung:
    """What an admin would hear."""

    def __init__(self) -> None:
        self.on: set[str] = set()

    def raise_alert(self, key: str, **values: Any) -> None:
        self.on.add(key)

    def resolve(self, key: str) -> None:
        self.on.discard(key)


class Minutes:
    def __init__(self) -> None:
        self.now = 0.0
        self.rate_limiter = RateLimiter(RateLimit(1, 1), RateLimit(MOST, 60), clock=lambda: self.now)
        self.rung = Rung()
        self.rate_watch = RateWatch(self.rate_limiter, lambda: [GROUP], self.rung)

    async def passes(self, messages: int) -> set[str]:
        for _ in range(messages):
            async with self.rate_limiter.acquire(GROUP):
                pass
        await self.rate_watch.look(0)
        self.now += 61
        return set(self.rung.on)


async def test_minutes_near_the_limit_ring_until_it_is_calm() -> None:
    minutes = Minutes()

    assert await minutes.passes(19) == set()
    assert await minutes.passes(18) == set()
    assert await minutes.passes(20) == {f"crowded.{GROUP}"}
    assert await minutes.passes(20) == {f"crowded.{GROUP}"}
    assert await minutes.passes(3) == set()


async def test_a_burst_rings_nothing() -> None:
    minutes = Minutes()

    for messages in (20, 20, 2, 20, 20, 0):
        assert await minutes.passes(messages) == set()
