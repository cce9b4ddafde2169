"""What became of notices: kept before anything else happens, counted, and shown on the agent's message."""

from collections.abc import Sequence

from bot.clock import Clock
from bot.delivery.persister import Persister
from bot.telegram.reactions import DELIVERED, FAILED, WAITING, Reactions
from core.change import Change
from core.message import MessageRef
from core.outbox import Delivered, OutboxReads, PendingNotice, Undeliverable

SHOWN_AS_WAITING_AFTER = 3_000  # ms
MOST_SHOWN = 500


class Outcomes:
    def __init__(self, store: OutboxReads, persister: Persister, reactions: Reactions, clock: Clock) -> None:
        self._store = store
        self._persister = persister
        self._reactions = reactions
        self._clock = clock
        self._shown_as_waiting: set[int] = set()
        self.delivered = 0
        self.failed = 0

    async def keep(self, together: Sequence[PendingNotice], changes: Sequence[Change]) -> bool:
        """Whether there is more to deliver now."""
        work = await self._persister.keep(changes)
        self.delivered += sum(isinstance(change, Delivered) for change in changes)
        self.failed += sum(isinstance(change, Undeliverable) for change in changes)
        self._mark(together, changes)
        return work.has_notices

    def _mark(self, together: Sequence[PendingNotice], changes: Sequence[Change]) -> None:
        sources = {notice.id: notice.values.get("from") for notice in together}
        for change in changes:
            if isinstance(change, Delivered | Undeliverable) and (source := sources.get(change.notice_id)):
                mark = DELIVERED if isinstance(change, Delivered) else FAILED
                self._reactions.set(MessageRef.from_data(source), mark)

    async def show_waiting(self) -> None:
        """An answer that is not out after some seconds says so by its mark."""
        late = await self._store.late_answers(self._clock() - SHOWN_AS_WAITING_AFTER, MOST_SHOWN)
        for notice in late:
            if (source := notice.values.get("from")) and notice.id not in self._shown_as_waiting:
                self._reactions.set(MessageRef.from_data(source), WAITING)
        self._shown_as_waiting = {notice.id for notice in late}

    def store_is_down(self, error: Exception) -> None:
        self._persister.store_is_down(error)

    def store_is_up(self) -> None:
        self._persister.store_is_up()
