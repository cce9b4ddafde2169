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

    def take(self, chat_id: int, weight: int) -> None:
        """Counts a deed, or refuses it with the seconds to wait. An album weighs as many as it has items."""
        now = self._clock()
        wait = self._group(chat_id, weight, now) if chat_id < 0 else self._person(chat_id, weight, now)
        if wait > 0:
            raise too_many(max(1, math.ceil(wait)))

    def _group(self, chat_id: int, weight: int, now: float) -> float:
        sent = self._groups.setdefault(chat_id, deque())
        while sent and sent[0] <= now - GROUP_WINDOW:
            sent.popleft()
        over = len(sent) + weight - GROUP_LIMIT
        if over > 0:
            return sent[min(over, len(sent)) - 1] + GROUP_WINDOW - now if sent else 0.0
        sent.extend([now] * weight)
        return 0.0

    def _person(self, chat_id: int, weight: int, now: float) -> float:
        left, at = self._private.get(chat_id, (PRIVATE_BURST, now))
        left = min(PRIVATE_BURST, left + (now - at) * PRIVATE_RATE)
        needed = min(float(weight), PRIVATE_BURST)  # an album may be larger than the burst: it then takes an advance
        if left < needed:
            return (needed - left) / PRIVATE_RATE
        self._private[chat_id] = (left - weight, now)
        return 0.0
