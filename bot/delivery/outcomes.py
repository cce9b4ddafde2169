"""What became of notices: kept before anything else happens, counted, and shown on the agent's message."""

from collections.abc import Sequence
from functools import partial

from prometheus_client import Counter, Histogram

from bot.clock import Clock
from bot.delivery.persister import Persister
from bot.telegram.reactions import DELIVERED, FAILED, WAITING, Reactions
from core.change import Change
from core.message import MessageRef
from core.outbox import (
    Delivered,
    NoticeQueued,
    OutboxReads,
    PendingNotice,
    Undeliverable,
    recipient_of,
    thread_notice,
)
from core.units import SECOND

SHOWN_AS_WAITING_AFTER = 3_000  # ms
MOST_SHOWN = 500
BUCKETS = (0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60, 300, 3600)  # seconds


class Outcomes:
    def __init__(self, store: OutboxReads, persister: Persister, reactions: Reactions, clock: Clock) -> None:
        self._store = store
        self._persister = persister
        self._reactions = reactions
        self._clock = clock
        self._shown_as_waiting: set[int] = set()
        self._ended: set[int] = set()  # since it was last asked what waits
        self._told_unmarked: set[int] = set()
        self.delivered_after = Histogram(
            "sellerdesk_delivered_after_seconds", "From keeping a notice to keeping that it was carried out",
            ["recipient"], buckets=BUCKETS, registry=None,
        )  # fmt: skip
        self.failed = Counter("sellerdesk_notices_failed", "Notices given up, by reason", ["reason"], registry=None)

    async def keep(self, together: Sequence[PendingNotice], changes: Sequence[Change]) -> bool:
        """Whether there is more to deliver now."""
        work = await self._persister.keep(changes)
        self._count(together, changes)
        self._mark(together, changes)
        return work.has_notices

    def _count(self, together: Sequence[PendingNotice], changes: Sequence[Change]) -> None:
        """From when a notice was due, where it was to wait."""
        since = {notice.id: max(notice.created_at, notice.due_at) for notice in together}
        recipient = recipient_of(together[0].stream)[0]
        for change in changes:
            if isinstance(change, Undeliverable):
                self.failed.labels(change.error).inc()
            elif isinstance(change, Delivered) and change.notice_id in since:
                took = max(change.at - since[change.notice_id], 0)
                self.delivered_after.labels(recipient.name.lower()).observe(took / SECOND)

    def _mark(self, together: Sequence[PendingNotice], changes: Sequence[Change]) -> None:
        sources = {notice.id: notice.values.get("from") for notice in together}
        for change in changes:
            if isinstance(change, Delivered | Undeliverable) and (source := sources.get(change.notice_id)):
                self._ended.add(change.notice_id)
                mark = DELIVERED if isinstance(change, Delivered) else FAILED
                self._reactions.set(MessageRef.from_data(source), mark, partial(self._say_unmarked, together[0], mark))

    async def _say_unmarked(self, notice: PendingNotice, mark: str) -> None:
        """Once for a group that allows no mark: what is not delivered is said there in words anyway."""
        group = MessageRef.from_data(notice.values["from"]).chat_id
        if mark == DELIVERED and notice.dialog and group not in self._told_unmarked:
            self._told_unmarked.add(group)
            now = self._clock()
            await self._persister.keep([NoticeQueued(thread_notice(notice.dialog, "unmarked", now), now)])

    async def show_waiting(self) -> None:
        """An answer that is not out after some seconds says so by its mark, unless it left while this was read."""
        self._ended.clear()
        late = await self._store.late_answers(self._clock() - SHOWN_AS_WAITING_AFTER, MOST_SHOWN)
        for notice in late:
            is_news = notice.id not in self._shown_as_waiting and notice.id not in self._ended
            if is_news and (source := notice.values.get("from")):
                self._reactions.set(MessageRef.from_data(source), WAITING)
        self._shown_as_waiting = {notice.id for notice in late}

    def store_is_down(self, error: Exception) -> None:
        self._persister.store_is_down(error)

    def store_is_up(self) -> None:
        self._persister.store_is_up()
