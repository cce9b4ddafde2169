"""The methods by name."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from aiogram.methods import TelegramMethod

from sandbox.world import World

T = TypeVar("T", bound=TelegramMethod[Any])
Doing = Callable[[World, Any], Any]


@dataclass(frozen=True, slots=True)
class Method:
    """`weight`: how many messages a call counts as, where Telegram limits the rate."""

    kind: type[TelegramMethod[Any]]
    do: Doing
    weight: Callable[[Any], int]


METHODS: dict[str, Method] = {}


def method(*kinds: type[T], weight: int | Callable[[T], int] = 0) -> Callable[[Callable[[World, T], Any]], Doing]:
    """Marks what answers these methods. Their names are found without regard to case, as Telegram does."""
    weigh: Callable[[Any], int] = weight if callable(weight) else lambda call: weight

    def keep(do: Callable[[World, T], Any]) -> Doing:
        for kind in kinds:
            METHODS[kind.__api_method__.lower()] = Method(kind, do, weigh)
        return do

    return keep
