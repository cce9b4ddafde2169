"""The outbox out. Rows are read as they are written; each lane is carried in order, lanes side by side."""

import asyncio
import contextlib
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import structlog

from bot.clock import Clock
from bot.delivery.marks import WAITING, Marks
from bot.delivery.to_group import ToGroup
from bot.delivery.to_seller import ToSeller
from bot.polling import Hears
from core.desk.base import ALBUM_SETTLES
from core.draft import MessageRef
from core.ports import Store, Unavailable, Waiting
from core.retry import pause
from core.work import Undeliverable, Work

log = structlog.get_logger()

READ_TOGETHER = 500
LOOK_AGAIN = 5.0  # seconds; rows of other processes are found without being woken
MOST_IN_MEMORY = 20_000
SHOWN_AS_WAITING_AFTER = 3_000  # ms
REMEMBERED = 2_000
CARD_AGAIN = 1_000  # ms
STORE_AGAIN = 1.0  # seconds
LANE_AGAIN = 5.0


@dataclass(slots=True)
class Lane:
    notices: deque[Waiting] = field(default_factory=deque)
    task: asyncio.Task[None] | None = None


class Delivery:
    def __init__(
        self, *, store: Store, to_seller: ToSeller, to_group: ToGroup, marks: Marks, hears: Hears, clock: Clock
    ) -> None:
        self._store = store
        self._to_seller = to_seller
        self._to_group = to_group
        self._marks = marks
        self._hears = hears
        self._clock = clock
        self._lanes: dict[str, Lane] = {}
        self._woken = asyncio.Event()
        self._read_up_to = 0
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

    async def run(self) -> None:
        leads = False
        while True:
            try:
                led, leads = leads, await self._store.leads()
                if leads:
                    if not led:
                        self._read_up_to = 0
                    await self.read()
            except Unavailable as error:
                log.warning("outbox not read", reason=str(error))
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(LOOK_AGAIN):
                    await self._woken.wait()
            self._woken.clear()
            self._show_waiting()

    async def read(self) -> None:
        """Hands the rows that are new to their lanes."""
        while len(self._loaded) < MOST_IN_MEMORY:
            rows = await self._store.waiting(self._read_up_to, READ_TOGETHER)
            for row in rows:
                self._read_up_to = max(self._read_up_to, row.id)
                if row.id not in self._loaded and row.id not in self._done:
                    self._hand_over(row)
            if len(rows) < READ_TOGETHER:
                return

    def _hand_over(self, notice: Waiting) -> None:
        self._loaded.add(notice.id)
        lane = self._lanes.setdefault(notice.lane, Lane())
        lane.notices.append(notice)
        if lane.task is None:
            lane.task = asyncio.create_task(self._drain(notice.lane, lane), name=notice.lane)

    async def _drain(self, name: str, lane: Lane) -> None:
        try:
            while lane.notices:
                await self._carry(lane, lane.notices[0])
        except Exception:
            # A bug must not stop the lane for good: it is looked at again when the outbox is read anew.
            log.exception("lane stopped", lane=name)
            await asyncio.sleep(LANE_AGAIN)
            self._loaded.difference_update(notice.id for notice in lane.notices)
            self._read_up_to = 0
        finally:
            self._lanes.pop(name, None)

    async def _carry(self, lane: Lane, notice: Waiting) -> None:
        await self._due(notice)
        carrier = self._to_seller if notice.lane.startswith("person:") else self._to_group
        try:
            together = await self._together(notice)
            records = await carrier.carry(together)
        except Unavailable as error:
            log.warning("nothing carried", reason=str(error))
            await asyncio.sleep(STORE_AGAIN)
            return
        if not records:
            await self._clock.until(self._clock() + CARD_AGAIN)
            return
        await self._keep(records)
        self._finish(lane, together)

    async def _due(self, notice: Waiting) -> None:
        await self._clock.until(notice.due_at)
        while notice.album and (self._hears.since is None or self._clock() < self._hears.since + ALBUM_SETTLES):
            since = self._hears.since
            await self._clock.until(self._clock() + 1_000 if since is None else since + ALBUM_SETTLES)

    async def _together(self, notice: Waiting) -> Sequence[Waiting]:
        if notice.album is None or notice.kind != "relay":
            return (notice,)
        while True:
            mates = await self._store.waiting_album(notice.lane, notice.album)
            due_at = max((mate.due_at for mate in mates), default=0)
            if due_at <= self._clock():
                return mates or (notice,)
            await self._clock.until(due_at)

    async def _keep(self, records: Sequence[Any]) -> None:
        """It is out: this must be kept, however long the store takes."""
        for attempt in range(1, 1_000_000):
            work = Work(now=self._clock())
            work.put(*records)
            try:
                await self._store.commit(work)
            except Unavailable as error:
                log.warning("delivery not kept yet", reason=str(error))
                await asyncio.sleep(pause(attempt) / 1000)
            else:
                break
        if work.tells:
            self.wake()
        self.failed += sum(isinstance(record, Undeliverable) for record in records)

    def _finish(self, lane: Lane, together: Sequence[Waiting]) -> None:
        carried = {notice.id for notice in together}
        self.delivered += len(carried)
        self._done.extend(carried)
        self._loaded -= carried
        if carried == {lane.notices[0].id}:
            lane.notices.popleft()
        else:
            lane.notices = deque(notice for notice in lane.notices if notice.id not in carried)

    def _show_waiting(self) -> None:
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
        tasks = [lane.task for lane in self._lanes.values() if lane.task]
        for lane in self._lanes.values():
            lane.notices = deque([lane.notices[0]] if lane.notices else [])
        if tasks:
            _, unfinished = await asyncio.wait(tasks, timeout=patience)
            for task in unfinished:
                task.cancel()
            await asyncio.gather(*unfinished, return_exceptions=True)
