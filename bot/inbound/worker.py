"""The inbox worked off: an update is a row before it is confirmed; in order by key, keys side by side."""

import asyncio
import contextlib
from collections import deque
from collections.abc import Iterable, Sequence

import orjson
import structlog
from prometheus_client import Histogram

from bot.clock import Clock
from bot.inbound.giving_up import GivingUp, Wakes
from bot.inbound.inbox_entry import Entry, entry_again_in, obstacle_of
from bot.inbound.retries import TAP_LASTS, Obstacle
from bot.inbound.update_handler import UpdateHandler
from bot.inbound.update_parsing import Raw, is_tap, key_of
from bot.inbound.update_stream import UpdateStream
from bot.operations.alerts import AlertSink
from core.backoff import pause
from core.inbox import UpdateHandled, UpdateReceived
from core.store import Store, Unavailable
from core.unit_of_work import Duplicate, UnitOfWork
from core.units import MINUTE, SECOND

log = structlog.get_logger()

MOST_IN_HAND = 500
MOST_OF_A_KEY = 50  # what else waits stays in the table, so that one chat never fills the hand
MOST_BEGUN = 8  # of what comes together, before it is kept; more is a crowd, where nobody's way gets shorter by it
MOST_TAKEN_UP = 1_000
LEFT_ALONE = 4 * SECOND  # then whoever was at it is taken for dead; where it is only slow, one of the two is kept
LOOKS_EVERY = 2 * SECOND
TAKES_UP_EVERY = 5 * MINUTE
ASKS_EVERY = 0.05  # seconds
BUCKETS = (0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 5, 15, 60, 600)  # seconds


class UpdateWorker:
    def __init__(
        self,
        *,
        handler: UpdateHandler,
        store: Store,
        update_stream: UpdateStream,
        delivery: Wakes,
        alerts: AlertSink,
        clock: Clock,
        shares: bool = False,
    ) -> None:
        """`shares`: other processes take updates too, so that what comes before one may be in their hands."""
        self._handler = handler
        self._store = store
        self._update_stream = update_stream
        self._delivery = delivery
        self._alerts = alerts
        self._clock = clock
        self._shares = shares
        self._give_up = GivingUp(handler, store, delivery, alerts, clock)
        self._queues: dict[str, deque[Entry]] = {}
        self._in_hand: set[int] = set()
        self._more_of: dict[str, int] = {}  # keys of which more waits in the table: how many were left there
        self._tasks: set[asyncio.Task[None]] = set()
        self._has_room = asyncio.Event()
        self._has_room.set()
        self.handled_after = Histogram(
            "sellerdesk_update_handled_after_seconds", "From an update's arrival to keeping what it meant",
            buckets=BUCKETS, registry=None,
        )  # fmt: skip

    # ---- in

    async def receive(self, updates: Sequence[Raw]) -> None:
        """Returns when all of them are kept, and may be confirmed; Unavailable where they can't be.

        Where no other process must see the row first, what has nothing before it is begun meanwhile: whichever is kept
        first, the row or what it meant, there is both.
        """
        if not updates:
            return
        now = self._clock()
        rows = [UpdateReceived(raw["update_id"], key_of(raw), orjson.dumps(raw).decode(), now) for raw in updates]
        work = UnitOfWork(now=now)
        work.add(*rows)
        begun = not self._shares and len(rows) <= MOST_BEGUN and not any(row.key in self._queues for row in rows)
        if begun:
            self._enqueue(zip(rows, updates, strict=True))
        try:
            await self._store.commit(work)
        except Unavailable as error:
            self._alerts.raise_alert("store", reason=str(error))
            raise
        self._alerts.resolve("store")
        if not begun:
            self._enqueue(zip(rows, updates, strict=True))

    async def has_room(self) -> None:
        """Returns when not too many are in hand."""
        await self._has_room.wait()

    @property
    def in_hand(self) -> int:
        """Updates that are not handled yet, of those that are known here."""
        return len(self._in_hand)

    @property
    def is_full(self) -> bool:
        return not self._has_room.is_set()

    async def heard_until(self) -> int:
        """All that was written by then is handled, here or in another process: nobody is judged silent beyond."""
        oldest, _ = await self._store.oldest_unread()
        return self._update_stream.heard_until(oldest)

    async def take_over(self, left_alone: int = LEFT_ALONE) -> None:
        """What this process, or another one, left unread when it ended."""
        rows = await self._store.unread(self._clock() - left_alone, MOST_IN_HAND)
        self._enqueue((row, orjson.loads(row.body)) for row in rows if row.update_id not in self._in_hand)

    async def take_up_again(self) -> None:
        """What was set aside, oldest first: what stood in its way may be over, or mended."""
        for aside in reversed(await self._store.set_aside(MOST_TAKEN_UP)):
            raw = orjson.loads(aside.body)
            if is_tap(raw):  # it meant what was on the screen then
                continue
            try:
                await self._try(Entry(aside.update_id, key_of(raw), raw, asyncio.get_running_loop().time()))
            except Exception as error:
                log.warning("update still fails", update=aside.update_id, reason=repr(error))
            else:
                log.info("update taken up again", update=aside.update_id)

    async def run(self) -> None:
        """Looks after what is left, for as long as the process lives."""
        looks = 0
        while True:
            await asyncio.sleep(LOOKS_EVERY / SECOND)
            looks += 1
            with contextlib.suppress(Unavailable):
                await self.take_over()
                if await self._store.leads():
                    await self.watch_unread()
                    if looks * LOOKS_EVERY % TAKES_UP_EVERY == 0:
                        await self.take_up_again()

    async def watch_unread(self) -> None:
        """Admins are told what nobody handles, whatever holds it."""
        oldest, count = await self._store.oldest_unread()
        if oldest is not None and self._clock() - oldest > MINUTE:
            self._alerts.raise_alert("unread", count=count)
        else:
            self._alerts.resolve("unread")

    async def settle(self) -> None:
        """Until nothing is in hand."""
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)

    async def stop(self, patience: float) -> None:
        """What is in hand is finished; what does not end is a row, and waits for the next start."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=patience)
        for task in self._tasks:
            task.cancel()

    # ---- in order

    def _enqueue(self, rows: Iterable[tuple[UpdateReceived, Raw]]) -> None:
        for row, raw in rows:
            if row.update_id in self._in_hand:
                continue
            queue = self._queue_of(row.key)
            if row.key in self._more_of or len(queue) >= MOST_OF_A_KEY:
                self._more_of[row.key] = self._more_of.get(row.key, 0) + 1
            else:
                self._take_in_hand(queue, row, raw)
        self._count()

    def _take_in_hand(self, queue: deque[Entry], row: UpdateReceived, raw: Raw) -> None:
        age = max(self._clock() - row.at, 0)
        self._in_hand.add(row.update_id)
        queue.append(Entry(row.update_id, row.key, raw, asyncio.get_running_loop().time() - age / SECOND))

    def _queue_of(self, key: str) -> deque[Entry]:
        queue = self._queues.get(key)
        if queue is None:
            queue = self._queues[key] = deque()
            task = asyncio.create_task(self._work_off(key, queue), name=f"inbox {key}")
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        return queue

    async def _work_off(self, key: str, queue: deque[Entry]) -> None:
        try:
            while queue or key in self._more_of:
                if not queue:
                    await self._fetch_more(key, queue)
                    continue
                await self._work(queue[0])
                done = queue.popleft()
                self._in_hand.discard(done.update_id)
                self._count()
        finally:  # what is left here is a row, and is taken over again
            self._in_hand.difference_update(entry.update_id for entry in queue)
            del self._queues[key]

    async def _fetch_more(self, key: str, queue: deque[Entry]) -> None:
        """What was left in the table; what comes meanwhile is left there as well, so that the order stays."""
        left = self._more_of[key]
        try:
            rows = await self._store.unread_of_key(key, MOST_OF_A_KEY)
        except Unavailable:
            return await asyncio.sleep(pause(1) / SECOND)
        if self._more_of[key] == left and len(rows) < MOST_OF_A_KEY:
            del self._more_of[key]
        for row in rows:
            self._take_in_hand(queue, row, orjson.loads(row.body))

    def _count(self) -> None:
        if len(self._in_hand) < MOST_IN_HAND:
            self._has_room.set()
        else:
            self._has_room.clear()

    async def _work(self, entry: Entry) -> None:
        """Returns when the update is handled, known already, dropped or set aside."""
        failures, obstacle = 0, None
        while True:
            try:
                if self._shares:
                    await self._turn_comes(entry)
                await self._try(entry, may_be_late=obstacle is not Obstacle.BUG)
            except Exception as error:
                failures += 1
                obstacle = obstacle_of(error)
                if obstacle is Obstacle.STORE:
                    self._alerts.raise_alert("store", reason=str(error))
                log.warning("update not handled yet", update=entry.update_id, reason=repr(error))
                wait = entry_again_in(entry, obstacle, failures, error)
                if wait is None and await self._give_up(entry, obstacle, error):
                    return
                await asyncio.sleep((wait or pause(failures)) / SECOND)
            else:
                self._alerts.resolve("store")
                self.handled_after.observe(entry.age / SECOND)
                return

    async def _try(self, entry: Entry, *, may_be_late: bool = True) -> None:
        try:
            if may_be_late and is_tap(entry.raw) and entry.age > TAP_LASTS:
                await self._handler.drop_tap(entry.raw)
            elif await self._handler.handle(entry.raw):
                self._delivery.wake()
        except Duplicate:
            log.info("update known already", update=entry.update_id)
            await self._mark_handled(entry.update_id)

    async def _turn_comes(self, entry: Entry) -> None:
        """Another process may be at what came before; where that one died, it is done here."""
        while (before := await self._store.preceding(entry.key, entry.update_id)) is not None:
            if self._clock() - before.at > LEFT_ALONE:
                await self._work(Entry(before.update_id, before.key, orjson.loads(before.body), entry.came_at))
            else:
                await asyncio.sleep(ASKS_EVERY)

    async def _mark_handled(self, update_id: int) -> None:
        work = UnitOfWork(now=self._clock())
        work.add(UpdateHandled(update_id, work.now))
        with contextlib.suppress(Duplicate):
            await self._store.commit(work)
