"""Agents are warned before a promised time is over, and what they put off comes back."""

from collections.abc import Awaitable, Callable

from bot.jobs.each_due import EachDue
from core.desk import DueTimeActions, LaterActions
from core.store import Store


class DueTimeJob:
    def __init__(
        self,
        store: Store,
        due_times: DueTimeActions,
        later: LaterActions,
        heard_until: Callable[[], Awaitable[int]],
        each_due: EachDue,
    ) -> None:
        self._store = store
        self._due_times = due_times
        self._later = later
        self._heard_until = heard_until
        self._each_due = each_due

    async def sweep(self, now: int) -> None:
        """What is back may be due at once. Support is judged only by what is read."""
        await self._each_due(now, lambda limit: self._store.to_bring_back(now, limit), self._later.bring_back)
        heard = min(now, await self._heard_until())
        await self._each_due(now, lambda limit: self._store.to_warn(heard, limit), self._due_times.warn)
