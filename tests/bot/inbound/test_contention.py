"""A second process with the same token is told to admins; a restart that overlaps is not."""

from typing import Any

from bot.inbound.contention import Contention


class Told:
    def __init__(self) -> None:
        self.keys: list[str] = []

    def raise_alert(self, key: str, **values: Any) -> None:
        self.keys.append(key)

    def resolve(self, key: str) -> None:
        self.keys.append(f"{key} is over")


def told(*moments: tuple[float, str]) -> list[str]:
    """What admins hear of what happened when, in seconds."""
    sink, now = Told(), 0.0
    contention = Contention(sink, lambda: now)
    for moment, what in moments:
        now = moment
        if what == "refused":
            contention.refused("Conflict")
        else:
            contention.heard()
    return sink.keys


def test_a_restart_that_overlaps_is_not_told() -> None:
    assert told((1000, "refused"), (1002, "refused"), (1010, "heard")) == []


def test_two_that_fight_are_told_until_one_ends() -> None:
    fight = [(1000 + second, what) for second in range(0, 40, 2) for what in ("refused", "heard")]

    assert set(told(*fight)) == {"polled-elsewhere"}
    assert told(*fight, (1129, "heard"))[-1] == "polled-elsewhere is over"
    assert told(*fight, (1127, "heard"))[-1] == "polled-elsewhere"


def test_two_restarts_in_a_week_are_no_fight() -> None:
    assert told((1000, "refused"), (500_000, "refused")) == []
