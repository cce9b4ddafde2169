"""Dialogs whose sellers fell silent are closed, and their sellers reminded some time before."""

import asyncio
from collections.abc import Awaitable, Callable

from core.desk import AutoClose, Desk
from core.dialog import Dialog
from core.store import Store, commit_or_skip
from core.unit_of_work import UnitOfWork

TOGETHER = 200
SHARE = 20  # of them in one transaction, several side by side

Action = Callable[..., None]  # takes a UnitOfWork and dialogs


class AutoCloseJob:
    def __init__(
        self,
        store: Store,
        desk: Desk,
        actions: AutoClose,
        heard_until: Callable[[], Awaitable[int]],
        wake_delivery: Callable[[], None],
    ) -> None:
        self._store = store
        self._desk = desk
        self._actions = actions
        self._heard_until = heard_until
        self._wake_delivery = wake_delivery

    async def sweep(self, now: int) -> None:
        """Nobody is judged silent for a time of which their words may still be unread."""
        rules = self._desk.rules
        closes_since = min(now, await self._heard_until()) - rules.auto_close
        await self._for_each(now, lambda limit: self._store.to_expire(closes_since, limit), self._actions.expire)
        if 0 < rules.remind_before < rules.auto_close:
            reminds_since = closes_since + rules.remind_before
            await self._for_each(now, lambda limit: self._store.to_remind(reminds_since, limit), self._actions.remind)

    async def _for_each(self, now: int, due: Callable[[int], Awaitable[list[Dialog]]], action: Action) -> None:
        while dialogs := await due(TOGETHER):
            shares = [dialogs[start : start + SHARE] for start in range(0, len(dialogs), SHARE)]
            await asyncio.gather(*(self._each(now, share, action) for share in shares))
            self._wake_delivery()
            if len(dialogs) < TOGETHER:
                return

    async def _each(self, now: int, dialogs: list[Dialog], action: Action) -> None:
        """All at once; one by one where somebody wrote in one of them just now."""
        if not await self._all(now, dialogs, action):
            for dialog in dialogs:
                await self._all(now, [dialog], action)

    async def _all(self, now: int, dialogs: list[Dialog], action: Action) -> bool:
        work = UnitOfWork(now=now)
        action(work, *dialogs)
        return await commit_or_skip(self._store, work)
