"""Buttons that were pressed, until the bot answers."""

from collections.abc import Callable
from dataclasses import dataclass

from sandbox.refusals import Json

LIFE = 150  # seconds in which the bot hears of a press, and may answer


@dataclass(slots=True)
class Press:
    at: float
    answer: Json | None = None
    answered: Callable[[], None] = lambda: None


class Presses:
    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._known: dict[str, Press] = {}

    def add(self, query_id: str) -> Press:
        self._forget_old()
        press = self._known[query_id] = Press(self._clock())
        return press

    def find(self, query_id: str) -> Press | None:
        press = self._known.get(query_id)
        return press if press and self._clock() - press.at <= LIFE else None

    def forget(self) -> None:
        self._known.clear()

    def _forget_old(self) -> None:
        while self._known and self._clock() - self._known[oldest := next(iter(self._known))].at > LIFE:
            del self._known[oldest]
