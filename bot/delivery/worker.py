"""The outbox out. Rows are read as they are written; each stream is carried in order, streams side by side."""

import asyncio
import contextlib
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

import structlog

from bot.clock import Clock
from bot.delivery.failover import Failover
from bot.delivery.giving_up import BUG, GivingUp
from bot.delivery.persister import Persister
from bot.delivery.readiness import Readiness
from bot.delivery.seller_carrier import SellerCarrier
from bot.delivery.status_reactions import DELIVERED, FAILED, WAITING, StatusReactions
from bot.delivery.thread_carrier import ThreadCarrier
from bot.inbound.update_stream import UpdateStream
from bot.operations.alerts import Alerts
from core.change import Change
from core.message import MessageRef
from core.outbox import Delivered, NoticeKind, PendingNotice, Undeliverable
from core.store import Store, Unavailable
from core.units import MINUTE

log = structlog.get_logger()

READ_TOGETHER = 500
LOOK_AGAIN = 5.0  # seconds; rows of other processes are found without being woken
LOOK_AT_ALL_AGAIN = MINUTE
MOST_IN_MEMORY = 20_000
SHOWN_AS_WAITING_AFTER = 3_000  # ms
REMEMBERED = 2_000
CARD_AGAIN = 5_000  # ms
LEADS_FOR = 1.0  # seconds that are taken for granted
STORE_AGAIN = 1.0  # seconds
STUMBLED = 5.0
MOST_STUMBLES = 5


@dataclass(slots=True)
class Stream:
    notices: deque[PendingNotice] = field(default_factory=deque)
    task: asyncio.Task[None] | None = None
    carries: bool = False  # the first notice is on its way: it may be there already
    stumbles: int = 0  # bugs met with the first notice


class Delivery:
    def __init__(
        self,
        *,
        store: Store,
        to_seller: SellerCarrier,
        to_thread: ThreadCarrier,
        give_up: GivingUp,
        persister: Persister,
        failover: Failover,
        reactions: StatusReactions,
        update_stream: UpdateStream,
        alerts: Alerts,
        clock: Clock,
    ) -> None:
        self._store = store
        self._to_seller = to_seller
        self._to_group = to_thread
        self._give_up = give_up
        self._persister = persister
        self._failover = failover
        self._readiness = Readiness(store, update_stream, clock)
        self._reactions = reactions
        self._update_stream = update_stream
        self._alerts = alerts
        self._clock = clock
        self._streams: dict[str, Stream] = {}
        self._woken = asyncio.Event()
        self._term = 0
        self._leads_until = 0.0
        self._read_up_to = 0
        self._read_all_at = 0
        self._loaded: set[int] = set()  # ids in memory
        self._done: deque[int] = deque(maxlen=REMEMBERED)  # a read under way may still bring these
        self._looked_at = 0
        self.delivered = 0
        self.failed = 0

    def wake(self) -> None:
        self._woken.set()

    @property
    def waiting(self) -> int:
        return len(self._loaded)

    @property
    def streams(self) -> int:
        """How many are on their way."""
        return len(self._streams)

    # ---- reading

    async def run(self) -> None:
        unread = False
        while True:
            try:
                await self.read()
                if unread:
                    self._alerts.resolve("store")
                unread = False
            except Unavailable as error:
                unread = True
                log.warning("outbox not read", reason=str(error))
                self._update_stream.interrupted()
                self._alerts.raise_alert("store", reason=str(error))
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(LOOK_AGAIN):
                    await self._woken.wait()
            self._woken.clear()
            self.show_waiting()

    async def read(self) -> None:
        """Hands the rows that are new to their streams, if it is this process that delivers."""
        term = await self._store.leads()
        if term != self._term:
            self._begin(term)
            await self._failover()
        if not term:
            return
        if self._clock() >= self._read_all_at:  # nothing is forgotten, whatever was missed
            self._read_up_to = 0
            self._read_all_at = self._clock() + LOOK_AT_ALL_AGAIN
        while len(self._loaded) < MOST_IN_MEMORY:
            rows = await self._store.waiting(self._read_up_to, READ_TOGETHER)
            for row in rows:
                self._read_up_to = max(self._read_up_to, row.id)
                if row.id not in self._loaded and row.id not in self._done:
                    self._hand_over(row)
            if len(rows) < READ_TOGETHER:
                return

    def _begin(self, term: int) -> None:
        """Another process may have delivered meanwhile: what was read is no longer so."""
        self._term = term
        self._read_up_to = 0
        self._drop_what_rests()

    def _drop_what_rests(self) -> list[asyncio.Task[None]]:
        """Leaves in memory only what is on its way now; returns the tasks that carry it."""
        carrying = []
        for name, stream in list(self._streams.items()):
            assert stream.task is not None
            if stream.carries:
                self._loaded.difference_update(notice.id for notice in list(stream.notices)[1:])
                stream.notices = deque([stream.notices[0]])
                carrying.append(stream.task)
            else:
                del self._streams[name]
                stream.task.cancel()
        return carrying

    def _hand_over(self, notice: PendingNotice) -> None:
        self._loaded.add(notice.id)
        stream = self._streams.setdefault(notice.stream, Stream())
        stream.notices.append(notice)
        if stream.task is None:
            stream.task = asyncio.create_task(self._drain(notice.stream, stream), name=notice.stream)

    # ---- carrying

    async def _drain(self, name: str, stream: Stream) -> None:
        try:
            while stream.notices:
                try:
                    await self._carry(stream, stream.notices[0])
                except Unavailable as error:
                    log.warning("nothing carried", reason=str(error))
                    await asyncio.sleep(STORE_AGAIN)
                except Exception as error:
                    await self._stumble(name, stream, error)
        finally:
            self._loaded.difference_update(notice.id for notice in stream.notices)
            if self._streams.get(name) is stream:
                del self._streams[name]

    async def _carry(self, stream: Stream, notice: PendingNotice) -> None:
        together = await self._readiness.of(notice)
        await self._make_sure_of_leading()
        first = await self._store.first_waiting(notice.stream)
        if first is None or first.id > notice.id:  # taken back, or delivered by another process
            self._finish(stream, [notice])
            return
        if first.id < notice.id:  # it waits once more, or came to light late
            self._put_first(stream, first)
            return
        carrier = self._to_seller if notice.stream.startswith("person:") else self._to_group
        stream.carries = True
        try:
            changes = await carrier.carry(together)
            if changes:
                await self._keep(changes)
            if settled := any(isinstance(record, Delivered | Undeliverable) for record in changes):
                self._finish(stream, _settled(together, changes))
                self._mark(together, changes)
        finally:
            stream.carries = False
        if not settled and notice.kind is NoticeKind.CARD:
            await self._clock.until(self._clock() + CARD_AGAIN)

    def _put_first(self, stream: Stream, notice: PendingNotice) -> None:
        self._loaded.add(notice.id)
        stream.stumbles = 0
        stream.notices = deque([notice, *(later for later in stream.notices if later.id != notice.id)])

    async def _make_sure_of_leading(self) -> None:
        now = asyncio.get_running_loop().time()
        if now < self._leads_until:
            return
        if await self._store.leads() != self._term:
            raise asyncio.CancelledError  # another process delivers; read() begins anew
        self._leads_until = now + LEADS_FOR

    async def _keep(self, changes: Sequence[Change]) -> None:
        work = await self._persister.keep(changes)
        if work.has_notices:
            self.wake()
        self.delivered += sum(isinstance(record, Delivered) for record in changes)
        self.failed += sum(isinstance(record, Undeliverable) for record in changes)

    def _mark(self, together: Sequence[PendingNotice], changes: Sequence[object]) -> None:
        """After they left their stream: what waits in one may be marked as waiting at any time."""
        sources = {notice.id: notice.values.get("from") for notice in together}
        for record in changes:
            if isinstance(record, Delivered | Undeliverable) and (source := sources.get(record.notice_id)):
                self._reactions.set(
                    MessageRef.from_data(source), DELIVERED if isinstance(record, Delivered) else FAILED
                )

    def _finish(self, stream: Stream, together: Sequence[PendingNotice]) -> None:
        carried = {notice.id for notice in together}
        self._done.extend(carried)
        self._loaded -= carried
        stream.stumbles = 0
        if stream.notices and carried == {stream.notices[0].id}:
            stream.notices.popleft()
        else:
            stream.notices = deque(notice for notice in stream.notices if notice.id not in carried)

    async def _stumble(self, name: str, stream: Stream, error: Exception) -> None:
        """A bug: tried again some times, then set aside and told, so that it does not block the stream for good."""
        notice = stream.notices[0]
        stream.stumbles += 1
        log.error("lane stumbled", stream=name, notice=notice.id, stumbles=stream.stumbles, exc_info=error)
        if stream.stumbles < MOST_STUMBLES:
            await asyncio.sleep(STUMBLED)
            return
        given_up = await self._give_up([notice], BUG, repr(error))
        await self._keep(given_up)
        self._finish(stream, [notice])
        self._mark([notice], given_up)

    # ---- besides

    def show_waiting(self) -> None:
        """An answer that is not out after some seconds says so by its mark."""
        late = self._clock() - SHOWN_AS_WAITING_AFTER
        if late < self._looked_at:
            return
        self._looked_at = self._clock()
        for stream in self._streams.values():
            for notice in stream.notices:
                source = notice.values.get("from")
                if source and notice.created_at < late and not notice.values.get("shown"):
                    notice.values["shown"] = True
                    self._reactions.set(MessageRef.from_data(source), WAITING)

    async def stop(self, patience: float) -> None:
        """Lets what is under way end, then leaves the rest to the next start."""
        carrying = self._drop_what_rests()
        if carrying:
            _, unfinished = await asyncio.wait(carrying, timeout=patience)
            for task in unfinished:
                task.cancel()
            await asyncio.gather(*unfinished, return_exceptions=True)


def _settled(together: Sequence[PendingNotice], changes: Sequence[object]) -> list[PendingNotice]:
    ended = {change.notice_id for change in changes if isinstance(change, Delivered | Undeliverable)}
    return [notice for notice in together if notice.id in ended]
