"""One call to Telegram that must succeed or be refused for good: paced, held by a 429, tried again after failures."""

from collections.abc import Iterable
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramNotFound, TelegramRetryAfter
from aiogram.methods import (
    CloseForumTopic,
    CreateForumTopic,
    EditForumTopic,
    PinChatMessage,
    ReopenForumTopic,
    SendChatAction,
    SendMediaGroup,
    TelegramMethod,
)

from bot.clock import Clock
from bot.delivery.missing_permissions import MissingPermissions
from bot.telegram.errors import may_pass
from bot.telegram.rate_limiter import RateLimiter
from core.outbox import Priority
from core.retry import pause

log = structlog.get_logger()

TOUCHES = CreateForumTopic | EditForumTopic | CloseForumTopic | ReopenForumTopic | PinChatMessage | SendChatAction
PATIENCE = 20  # seconds for one answer


class Sender:
    def __init__(
        self, bot: Bot, rate_limiter: RateLimiter, missing_permissions: MissingPermissions, clock: Clock
    ) -> None:
        self._bot = bot
        self._rate_limiter = rate_limiter
        self._missing_permissions = missing_permissions
        self._clock = clock

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
        failures = 0
        while True:
            async with self._rate_limiter.acquire(chat_id, cost=_cost(method), priority=priority):
                try:
                    answer = await self._bot(method, request_timeout=PATIENCE)
                except TelegramRetryAfter as error:
                    log.warning("held by Telegram", chat=chat_id, seconds=error.retry_after)
                    self._rate_limiter.hold(chat_id, error.retry_after)
                    continue
                except TelegramAPIError as error:
                    if not (may_pass(error) or _may_come(error, method)):
                        raise
                    failures += 1
                    log.warning("not sent yet", chat=chat_id, failures=failures, reason=type(error).__name__)
                else:
                    self._missing_permissions.end(chat_id, name)
                    return answer
            await self._clock.until(self._clock() + pause(failures))


def _may_come(error: TelegramAPIError, method: TelegramMethod[Any]) -> bool:
    """A 404 means a token that is not (yet) right, or a server without the method: touches can be done without."""
    return isinstance(error, TelegramNotFound) and not isinstance(method, TOUCHES)


def _cost(method: TelegramMethod[Any]) -> int:
    """How many messages Telegram counts it as; a pin and a sign are none."""
    if isinstance(method, PinChatMessage | SendChatAction):
        return 0
    return len(method.media) if isinstance(method, SendMediaGroup) else 1


def posted(answer: Any) -> list[int]:
    """Ids of the messages that a call has made."""
    messages: Iterable[Any] = answer if isinstance(answer, list) else (answer,)
    return [message.message_id for message in messages]
