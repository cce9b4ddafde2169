"""Telegram's real rate limits, where they are switched on: https://core.telegram.org/bots/faq#broadcasting-to-users."""

import math
from collections import deque
from collections.abc import Callable

from sandbox.refusals import too_many

GROUP_LIMIT = 20  # messages, edits and new topics together …
GROUP_WINDOW = 60.0  # … in any so many seconds
PRIVATE_RATE = 1.0  # a second
PRIVATE_BURST = 5.0


class Limits:
    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self.forget()

    def forget(self) -> None:
        self._groups: dict[int, deque[float]] = {}
        self._private: dict[int, tuple[float, float]] = {}  # what is left, and when that was so

    def check(self, chat_id: int, weight: int) -> None:
        """Refuses what would be too much, with the seconds to wait."""
        now = self._clock()
        wait = self._group_wait(chat_id, weight, now) if chat_id < 0 else self._private_wait(chat_id, weight, now)
        if wait > 0:
            raise too_many(max(1, math.ceil(wait)))

    def count(self, chat_id: int, weight: int) -> None:
        """What was done; an album weighs as many as it has items."""
        now = self._clock()
        if chat_id < 0:
            self._groups[chat_id].extend([now] * weight)
        else:
            self._private[chat_id] = (self._left(chat_id, now) - weight, now)

    def _group_wait(self, chat_id: int, weight: int, now: float) -> float:
        sent = self._groups.setdefault(chat_id, deque())
        while sent and sent[0] <= now - GROUP_WINDOW:
            sent.popleft()
        over = min(len(sent) + weight - GROUP_LIMIT, len(sent))
        return sent[over - 1] + GROUP_WINDOW - now if over > 0 else 0.0

    def _private_wait(self, chat_id: int, weight: int, now: float) -> float:
        # An album may be larger than the burst: it needs a full bucket, and takes an advance.
        return (min(float(weight), PRIVATE_BURST) - self._left(chat_id, now)) / PRIVATE_RATE

    def _left(self, chat_id: int, now: float) -> float:
        left, at = self._private.get(chat_id, (PRIVATE_BURST, now))
        return min(PRIVATE_BURST, left + (now - at) * PRIVATE_RATE)
