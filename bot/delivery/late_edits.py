"""Edits that got no answer in time may be carried out much later, over what was edited since: the newest is said again.

Kept in memory alone: a process that ends leaves nobody who knows which edits were on their way.
"""

import contextlib
from collections.abc import Awaitable, Callable
from typing import Any

from aiogram.exceptions import TelegramAPIError
from aiogram.methods import (
    EditMessageCaption,
    EditMessageMedia,
    EditMessageReplyMarkup,
    EditMessageText,
    TelegramMethod,
)

from bot.clock import Clock
from bot.delivery.leader_term import TermOver
from bot.tasks import Tasks
from core.store import Unavailable
from core.units import SECOND

EDITS = EditMessageText | EditMessageCaption | EditMessageMedia | EditMessageReplyMarkup
COMES_WITHIN = 30 * SECOND

Again = Callable[[TelegramMethod[Any]], Awaitable[Any]]
Place = tuple[Any, Any]  # a chat, and a message of it


class LateEdits:
    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._newest: dict[Place, dict[type, TelegramMethod[Any]]] = {}  # where an older one may come, by what it edits
        self._tasks = Tasks()

    def begin(self, method: TelegramMethod[Any]) -> None:
        """What was said before it is no more to be said."""
        if isinstance(method, EDITS) and (newest := self._newest.get(_place_of(method))) is not None:
            newest.pop(type(method), None)
            newest[type(method)] = method

    def expect(self, method: TelegramMethod[Any], again: Again) -> None:
        """`method` is done, and an attempt of it that got no answer may be done once more."""
        if isinstance(method, EDITS) and (place := _place_of(method)) not in self._newest:
            self._newest[place] = {type(method): method}
            self._tasks.own(self._say_again(place, again))

    async def _say_again(self, place: Place, again: Again) -> None:
        try:
            await self._clock.until(self._clock() + COMES_WITHIN)
            newest, said = self._newest[place], None
            while said != (to_say := list(newest.values())):  # one that began meanwhile may have come first
                for method in to_say:
                    with contextlib.suppress(TelegramAPIError):  # mostly: it is not modified
                        await again(method)
                said = to_say
        except (TermOver, Unavailable):
            pass  # whoever delivers now knows nothing of it
        finally:
            del self._newest[place]


def _place_of(method: EDITS) -> Place:
    return method.chat_id, method.message_id
