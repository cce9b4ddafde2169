"""An update in hand: how old it is, who wrote it, and when it is tried again."""

import asyncio
from dataclasses import dataclass

from aiogram.exceptions import TelegramAPIError, TelegramRetryAfter

from bot.inbound.retries import Obstacle, again_in, tap_again_in
from bot.inbound.update_parsing import Raw, is_tap
from bot.telegram.errors import may_pass
from core.store import Unavailable
from core.units import SECOND


@dataclass(frozen=True, slots=True)
class Entry:
    update_id: int
    key: str
    raw: Raw
    came_at: float  # by the loop's clock, which never steps back

    @property
    def age(self) -> int:
        """In ms."""
        return int((asyncio.get_running_loop().time() - self.came_at) * SECOND)


def obstacle_of(error: Exception) -> Obstacle:
    if isinstance(error, Unavailable):
        return Obstacle.STORE
    passes = isinstance(error, TelegramAPIError) and (may_pass(error) or isinstance(error, TelegramRetryAfter))
    return Obstacle.TELEGRAM if passes or isinstance(error, TimeoutError) else Obstacle.BUG


def entry_again_in(entry: Entry, obstacle: Obstacle, failures: int, error: Exception) -> int | None:
    if is_tap(entry.raw):
        return tap_again_in(obstacle, failures, entry.age)
    retry_after = error.retry_after * SECOND if isinstance(error, TelegramRetryAfter) else 0
    return again_in(obstacle, failures, retry_after)


def writer_of(raw: Raw) -> int | None:
    """Whoever wrote it in private: they may wait for an answer."""
    message = raw.get("message")
    chat = message.get("chat") if isinstance(message, dict) else None
    if not isinstance(chat, dict) or chat.get("type") != "private" or not isinstance(chat.get("id"), int):
        return None
    return int(chat["id"])
