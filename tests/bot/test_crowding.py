"""A group that stays near its limit is told of once; a burst is not."""

from typing import Any

from bot.crowding import Crowding
from bot.lanes import Limit, Pace

GROUP = -100
MOST = 20


class Rung:
    """What an admin would hear."""

    def __init__(self) -> None:
        self.on: set[str] = set()

    def ring(self, key: str, **values: Any) -> None:
        self.on.add(key)

    def over(self, key: str) -> None:
        self.on.discard(key)


class Minutes:
    def __init__(self) -> None:
        self.now = 0.0
        self.pace = Pace(Limit(1, 1), Limit(MOST, 60), clock=lambda: self.now)
        self.rung = Rung()
        self.crowding = Crowding(self.pace, lambda: [GROUP], self.rung)

    async def passes(self, messages: int) -> set[str]:
        for _ in range(messages):
            async with self.pace.turn(GROUP):
                pass
        self.crowding.look()
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
