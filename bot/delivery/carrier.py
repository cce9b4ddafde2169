"""A way out: one for each kind of recipient, in a table of the composition root."""

from collections.abc import Sequence
from typing import Protocol

from core.change import Change
from core.outbox import PendingNotice


class NotNow(Exception):
    """The whole stream waits until `at`, and holds nobody up meanwhile."""

    def __init__(self, at: int) -> None:
        super().__init__(at)
        self.at = at


class Carrier(Protocol):
    async def carry(self, notices: Sequence[PendingNotice]) -> list[Change]:
        """What is to be kept of it: delivered, or why not; neither where something else comes first now."""
