"""Dialogs whose sellers fell silent are closed, and their sellers reminded some time before."""

from collections.abc import Awaitable, Callable

from bot.jobs.each_due import EachDue
from core.desk import AutoClose, Desk
from core.store import Store


class AutoCloseJob:
    def __init__(
        self,
        store: Store,
        desk: Desk,
        actions: AutoClose,
        heard_until: Callable[[], Awaitable[int]],
        each_due: EachDue,
    ) -> None:
        self._store = store
        self._desk = desk
        self._actions = actions
        self._heard_until = heard_until
        self._each_due = each_due

    async def sweep(self, now: int) -> None:
        """Nobody is judged silent for a time of which their words may still be unread."""
        rules = self._desk.rules
        closes_since = min(now, await self._heard_until()) - rules.auto_close
        await self._each_due(now, lambda limit: self._store.to_expire(closes_since, limit), self._actions.expire)
        if 0 < rules.remind_before < rules.auto_close:
            reminds_since = closes_since + rules.remind_before
            await self._each_due(now, lambda limit: self._store.to_remind(reminds_since, limit), self._actions.remind)
