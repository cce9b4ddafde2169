"""How far Telegram has been listened to: since when without a gap, and what of it is still in hand."""

import contextlib
from collections.abc import Iterator

from bot.clock import Clock


class UpdateStream:
    """An album that a gap has cut is given time to become whole, and nobody is judged silent before they were heard."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.since: int | None = None
        self._heard_until = 0  # all that was written by then has come in
        self._coming = 0  # requests that bring updates
        self._more = False  # Telegram has more than it gave at once
        self._in_hand: dict[int, int] = {}  # update -> when it came, oldest first

    def resumed(self) -> None:
        """Telegram has nothing more just now."""
        self._heard_until = self._clock()
        if self.since is None:
            self.since = self._heard_until

    def interrupted(self) -> None:
        self.since = None

    @contextlib.contextmanager
    def coming(self, *, more: bool = False) -> Iterator[None]:
        self._coming += 1
        self._more = more
        try:
            yield
        finally:
            self._coming -= 1

    def begun(self, update_id: int) -> None:
        self._in_hand.setdefault(update_id, self._clock())

    def done(self, update_id: int) -> None:
        self._in_hand.pop(update_id, None)

    def has_taken_all_of(self, moment: int) -> bool:
        """Whether what had come by then is handled."""
        return not self._coming and not self._more and self._oldest_in_hand > moment

    @property
    def read_until(self) -> int:
        """All that was written by then has come in, and is handled."""
        return min(self._heard_until, self._oldest_in_hand - 1)

    @property
    def _oldest_in_hand(self) -> int:
        return next(iter(self._in_hand.values()), self._clock() + 1)
