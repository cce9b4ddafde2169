"""Dialogs in which something is due by the clock."""

from typing import Protocol

from core.dialog import Dialog


class DueReads(Protocol):
    async def to_remind(self, silent_since: int, limit: int) -> list[Dialog]: ...
    async def to_expire(self, silent_since: int, limit: int) -> list[Dialog]: ...
    async def waiting_dialogs(self, until: int, after: Dialog | None, limit: int) -> list[Dialog]:
        """Those that wait for an answer since `until` or longer, page after page; none that has a time of its own."""

    async def to_warn(self, until: int, limit: int) -> list[Dialog]:
        """Those whose time comes to an end, and of whom nothing was said."""

    async def to_bring_back(self, until: int, limit: int) -> list[Dialog]:
        """Those that were put off until then."""

    async def ended_before(self, moment: int, limit: int) -> list[int]:
        """Numbers of dialogs that are finished for so long, oldest first."""
