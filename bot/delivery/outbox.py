"""The outbox out. Rows are read as they are written; each lane is carried in order, lanes side by side."""

import asyncio
import contextlib
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

import structlog

from bot.alarms import Alarms
from bot.clock import Clock
from bot.delivery.keeping import Keeper
from bot.delivery.marks import DELIVERED, FAILED, WAITING, Marks
from bot.delivery.ripening import Ripening
from bot.delivery.takeover import Takeover
from bot.delivery.to_group import ToGroup
from bot.delivery.to_seller import ToSeller
from bot.polling import Hears
from core.draft import MessageRef
from core.notices import NoticeKind
from core.ports import Store, Unavailable, Waiting
from core.work import Delivered, Undeliverable

log = structlog.get_logger()

READ_TOGETHER = 500
LOOK_AGAIN = 5.0  # seconds; rows of other processes are found without being woken
LOOK_AT_ALL_AGAIN = 60_000  # ms
MOST_IN_MEMORY = 20_000
SHOWN_AS_WAITING_AFTER = 3_000  # ms
REMEMBERED = 2_000
CARD_AGAIN = 5_000  # ms
LEADS_FOR = 1.0  # seconds that are taken for granted
STORE_AGAIN = 1.0  # seconds
STUMBLED = 5.0
MOST_STUMBLES = 5
SET_ASIDE = "bug"


@dataclass(slots=True)
class Lane:
    notices: deque[Waiting] = field(default_factory=deque)
    task: asyncio.Task[None] | None = None
    carries: bool = False  # the first notice is on its way: it may be there already
    stumbles: int = 0  # bugs met with the first notice


class Delivery:
    def __init__(
        self,
        *,
        store: Store,
        to_seller: ToSeller,
        to_group: ToGroup,
        keeper: Keeper,
        takeover: Takeover,
        marks: Marks,
        hears: Hears,
        alarms: Alarms,
        clock: Clock,
    ) -> None:
        self._store = store
        self._to_seller = to_seller
        self._to_group = to_group
        self._keeper = keeper
        self._takeover = takeover
        self._ripening = Ripening(store, hears, clock)
        self._marks = marks
        self._hears = hears
        self._alarms = alarms
        self._clock = clock
        self._lanes: dict[str, Lane] = {}
        self._woken = asyncio.Event()
        self._reign = 0
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
    def lanes(self) -> int:
        """How many are on their way."""
        return len(self._lanes)

    # ---- reading

    async def run(self) -> None:
        unread = False
        while True:
            try:
                await self.read()
                if unread:
                    self._alarms.over("store")
                unread = False
            except Unavailable as error:
                unread = True
                log.warning("outbox not read", reason=str(error))
                self._hears.nothing()
                self._alarms.ring("store", reason=str(error))
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(LOOK_AGAIN):
                    await self._woken.wait()
            self._woken.clear()
            self.show_waiting()

    async def read(self) -> None:
        """Hands the rows that are new to their lanes, if it is this process that delivers."""
        reign = await self._store.leads()
        if reign != self._reign:
            self._begin(reign)
            await self._takeover()
        if not reign:
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

    def _begin(self, reign: int) -> None:
        """Another process may have delivered meanwhile: what was read is no longer so."""
        self._reign = reign
        self._read_up_to = 0
        self._drop_what_rests()

    def _drop_what_rests(self) -> list[asyncio.Task[None]]:
        """Leaves in memory only what is on its way now; returns the tasks that carry it."""
        carrying = []
        for name, lane in list(self._lanes.items()):
            assert lane.task is not None
            if lane.carries:
                self._loaded.difference_update(notice.id for notice in list(lane.notices)[1:])
                lane.notices = deque([lane.notices[0]])
                carrying.append(lane.task)
            else:
                del self._lanes[name]
                lane.task.cancel()
        return carrying

    def _hand_over(self, notice: Waiting) -> None:
        self._loaded.add(notice.id)
        lane = self._lanes.setdefault(notice.lane, Lane())
        lane.notices.append(notice)
        if lane.task is None:
            lane.task = asyncio.create_task(self._drain(notice.lane, lane), name=notice.lane)

    # ---- carrying

    async def _drain(self, name: str, lane: Lane) -> None:
        try:
            while lane.notices:
                try:
                    await self._carry(lane, lane.notices[0])
                except Unavailable as error:
                    log.warning("nothing carried", reason=str(error))
                    await asyncio.sleep(STORE_AGAIN)
                except Exception as error:
                    await self._stumble(name, lane, error)
        finally:
            self._loaded.difference_update(notice.id for notice in lane.notices)
            if self._lanes.get(name) is lane:
                del self._lanes[name]

    async def _carry(self, lane: Lane, notice: Waiting) -> None:
        together = await self._ripening.of(notice)
        await self._make_sure_of_leading()
        first = await self._store.first_waiting(notice.lane)
        if first is None or first.id > notice.id:  # taken back, or delivered by another process
            self._finish(lane, [notice])
            return
        if first.id < notice.id:  # it waits once more, or came to light late
            self._put_first(lane, first)
            return
        carrier = self._to_seller if notice.lane.startswith("person:") else self._to_group
        lane.carries = True
        try:
            records = await carrier.carry(together)
            if records:
                await self._keep(records)
            if settled := any(isinstance(record, Delivered | Undeliverable) for record in records):
                self._finish(lane, together)
                self._mark(together, records)
        finally:
            lane.carries = False
        if not settled and notice.kind is NoticeKind.CARD:
            await self._clock.until(self._clock() + CARD_AGAIN)

    def _put_first(self, lane: Lane, notice: Waiting) -> None:
        self._loaded.add(notice.id)
        lane.stumbles = 0
        lane.notices = deque([notice, *(later for later in lane.notices if later.id != notice.id)])

    async def _make_sure_of_leading(self) -> None:
        now = asyncio.get_running_loop().time()
        if now < self._leads_until:
            return
        if await self._store.leads() != self._reign:
            raise asyncio.CancelledError  # another process delivers; read() begins anew
        self._leads_until = now + LEADS_FOR

    async def _keep(self, records: Sequence[object]) -> None:
        work = await self._keeper.keep(records)
        if work.tells:
            self.wake()
        self.delivered += sum(isinstance(record, Delivered) for record in records)
        self.failed += sum(isinstance(record, Undeliverable) for record in records)

    def _mark(self, together: Sequence[Waiting], records: Sequence[object]) -> None:
        """After they left their lane: what waits in one may be marked as waiting at any time."""
        sources = {notice.id: notice.values.get("from") for notice in together}
        for record in records:
            if isinstance(record, Delivered | Undeliverable) and (source := sources.get(record.notice_id)):
                self._marks.set(MessageRef(*source), DELIVERED if isinstance(record, Delivered) else FAILED)

    def _finish(self, lane: Lane, together: Sequence[Waiting]) -> None:
        carried = {notice.id for notice in together}
        self._done.extend(carried)
        self._loaded -= carried
        lane.stumbles = 0
        if lane.notices and carried == {lane.notices[0].id}:
            lane.notices.popleft()
        else:
            lane.notices = deque(notice for notice in lane.notices if notice.id not in carried)

    async def _stumble(self, name: str, lane: Lane, error: Exception) -> None:
        """A bug: tried again some times, then set aside and told, so that it does not block the lane for good."""
        notice = lane.notices[0]
        lane.stumbles += 1
        log.error("lane stumbled", lane=name, notice=notice.id, stumbles=lane.stumbles, exc_info=error)
        if lane.stumbles < MOST_STUMBLES:
            await asyncio.sleep(STUMBLED)
            return
        await self._keep([Undeliverable(notice.id, self._clock(), SET_ASIDE)])
        self._alarms.ring("undeliverable", dialog=str(notice.dialog or "—"), error=repr(error)[:200])
        self._finish(lane, [notice])

    # ---- besides

    def show_waiting(self) -> None:
        """An answer that is not out after some seconds says so by its mark."""
        late = self._clock() - SHOWN_AS_WAITING_AFTER
        if late < self._looked_at:
            return
        self._looked_at = self._clock()
        for lane in self._lanes.values():
            for notice in lane.notices:
                source = notice.values.get("from")
                if source and notice.created_at < late and not notice.values.get("shown"):
                    notice.values["shown"] = True
                    self._marks.set(MessageRef(*source), WAITING)

    async def stop(self, patience: float) -> None:
        """Lets what is under way end, then leaves the rest to the next start."""
        carrying = self._drop_what_rests()
        if carrying:
            _, unfinished = await asyncio.wait(carrying, timeout=patience)
            for task in unfinished:
                task.cancel()
            await asyncio.gather(*unfinished, return_exceptions=True)
