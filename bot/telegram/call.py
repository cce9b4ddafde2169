"""One call to Telegram that is done, refused for good, or unknown, whatever exception, page or encoding came back.

Unknown is tried again. A time-out is given more time at each attempt: a server that is only slow has done it, and is
asked once more at most.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import dataclass
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
    SetMessageReaction,
    TelegramMethod,
)

from bot.telegram.errors import has_timed_out, may_pass
from core.backoff import pause
from core.units import SECOND

log = structlog.get_logger()

ANSWERS_WITHIN = (20, 120, 300)  # seconds, from one time-out to the next
TOUCHES = (
    CreateForumTopic
    | EditForumTopic
    | CloseForumTopic
    | ReopenForumTopic
    | PinChatMessage
    | SendChatAction
    | SetMessageReaction
)

Turn = Callable[[], AbstractAsyncContextManager[None]]


@dataclass(frozen=True, slots=True)
class Done:
    answer: Any


@dataclass(frozen=True, slots=True)
class Refused:
    error: TelegramAPIError


@dataclass(frozen=True, slots=True)
class Unknown:
    """It may be done, or not; `held` says for how many seconds Telegram wants to hear nothing."""

    error: TelegramAPIError
    held: float = 0.0


Outcome = Done | Refused | Unknown


async def attempt(bot: Bot, method: TelegramMethod[Any], answers_within: int) -> Outcome:
    try:
        return Done(await bot(method, request_timeout=answers_within))
    except TelegramRetryAfter as error:
        return Unknown(error, held=error.retry_after)
    except TelegramAPIError as error:
        return Unknown(error) if may_pass(error) or _may_come(error, method) else Refused(error)


async def _sleep(ms: int) -> None:
    await asyncio.sleep(ms / SECOND)


async def call(
    bot: Bot,
    method: TelegramMethod[Any],
    *,
    attempts: int | None = None,
    turn: Turn = nullcontext,
    held: Callable[[float], None] = lambda seconds: None,
    unanswered: Callable[[], None] = lambda: None,
    sleep: Callable[[int], Awaitable[None]] = _sleep,
) -> Any:
    """Telegram's answer, each attempt in a `turn` of its own; without `attempts`, for as long as it takes.

    `held` is told where Telegram asks for a pause, in seconds; `unanswered`, where an attempt got no answer in time.
    Raises: the TelegramAPIError with which Telegram refuses, or with which the last attempt ended.
    """
    failures, timeouts = 0, 0
    while True:
        async with turn():
            outcome = await attempt(bot, method, ANSWERS_WITHIN[min(timeouts, len(ANSWERS_WITHIN) - 1)])
        if isinstance(outcome, Done):
            return outcome.answer
        if isinstance(outcome, Refused):
            raise outcome.error
        failures += 1
        if has_timed_out(outcome.error):
            timeouts += 1
            unanswered()
        log.warning("not done yet", method=method.__api_method__, failures=failures, held=outcome.held or None,
                    reason=type(outcome.error).__name__)  # fmt: skip
        if failures == attempts:
            raise outcome.error
        if outcome.held:
            held(outcome.held)
        await sleep(int(outcome.held * SECOND) or pause(failures))


def _may_come(error: TelegramAPIError, method: TelegramMethod[Any]) -> bool:
    """A 404 means a token that is not (yet) right, or a server without the method: touches can be done without."""
    return isinstance(error, TelegramNotFound) and not isinstance(method, TOUCHES)
