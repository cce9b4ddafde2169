"""One call to Telegram that must succeed or be refused for good: paced, held by a 429, tried again after failures."""

import contextlib
from collections.abc import AsyncIterator, Iterable
from functools import partial
from typing import Any

from aiogram import Bot
from aiogram.methods import GetChat, PinChatMessage, SendChatAction, SendMediaGroup, TelegramMethod

from bot.clock import Clock
from bot.delivery.late_edits import LateEdits
from bot.delivery.leader_term import Term
from bot.delivery.missing_permissions import MissingPermissions
from bot.telegram.call import call
from bot.telegram.connector import looked_at_last
from bot.telegram.rate_limiter import RateLimiter
from core.outbox import Priority


class Sender:
    def __init__(
        self, bot: Bot, rate_limiter: RateLimiter, missing_permissions: MissingPermissions, term: Term, clock: Clock
    ) -> None:
        self._bot = bot
        self._term = term
        self._rate_limiter = rate_limiter
        self._missing_permissions = missing_permissions
        self._clock = clock
        self._late_edits = LateEdits(clock)

    async def __call__(
        self,
        chat_id: int,
        method: TelegramMethod[Any],
        priority: Priority = Priority.PEOPLE,
        *,
        waits_for_rights: bool = True,
    ) -> Any:
        """Telegram's answer, or the TelegramAPIError with which it refuses."""
        name = method.__api_method__
        if waits_for_rights:
            await self._missing_permissions.let_in(chat_id, name)
        self._late_edits.begin(method)
        unanswered: list[TelegramMethod[Any]] = []
        answer = await call(
            self._bot,
            method,
            turn=lambda: self._turn(chat_id, _cost(method), priority),
            held=partial(self._rate_limiter.hold, chat_id),
            unanswered=lambda: unanswered.append(method),
            sleep=lambda ms: self._clock.until(self._clock() + ms),
        )
        if unanswered:
            self._late_edits.expect(method, lambda newest: self(chat_id, newest, Priority.CARDS))
        self._missing_permissions.end(chat_id, name)
        return answer

    @contextlib.asynccontextmanager
    async def _turn(self, chat_id: int, cost: int, priority: Priority) -> AsyncIterator[None]:
        """The chat's turn, in a term that still lasts: who slept or waited long may be deposed."""
        async with self._rate_limiter.acquire(chat_id, cost=cost, priority=priority):
            await self._term.must_last()
            with looked_at_last(self._term.must_last):
                yield


def _cost(method: TelegramMethod[Any]) -> int:
    """How many messages Telegram counts it as; a pin, a sign and a question are none."""
    if isinstance(method, PinChatMessage | SendChatAction | GetChat):
        return 0
    return len(method.media) if isinstance(method, SendMediaGroup) else 1


def posted(answer: Any) -> list[int]:
    """Ids of the messages that a call has made."""
    messages: Iterable[Any] = answer if isinstance(answer, list) else (answer,)
    return [message.message_id for message in messages]
