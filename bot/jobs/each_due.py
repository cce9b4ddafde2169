"""Whatever is due is read and acted on in shares: many in one transaction, none of them in the way of the others."""

import asyncio
from collections.abc import Awaitable, Callable

from core.dialog import Dialog
from core.store import Store, commit_or_skip
from core.unit_of_work import UnitOfWork

TOGETHER = 200
SHARE = 20  # of them in one transaction, several side by side

Action = Callable[..., None]  # takes a UnitOfWork and dialogs


class EachDue:
    def __init__(self, store: Store, wake_delivery: Callable[[], None]) -> None:
        self._store = store
        self._wake_delivery = wake_delivery

    async def __call__(self, now: int, due: Callable[[int], Awaitable[list[Dialog]]], action: Action) -> None:
        """`due`: at most how many -> those that are; what is acted on is not due any more."""
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
