"""The outbox out: the table says what leaves next; each stream in order, streams side by side."""

import asyncio
import contextlib
from collections import Counter
from collections.abc import Mapping, Sequence

import structlog

from bot.clock import Clock
from bot.delivery.backlog import Backlog, Carried
from bot.delivery.carrier import Carrier, NotNow
from bot.delivery.failover import Failover
from bot.delivery.giving_up import BUG, GivingUp
from bot.delivery.leader_term import Term, TermOver
from bot.delivery.outcomes import Outcomes
from bot.delivery.readiness import Readiness
from core.change import Change
from core.outbox import Delivered, NoticeKind, PendingNotice, Recipient, Undeliverable, recipient_of
from core.store import Store, Unavailable
from core.units import MINUTE, SECOND

log = structlog.get_logger()

LOOK_AGAIN = 1.0  # seconds; rows of other processes are found without being woken
LOOK_AT_ALL_AGAIN = MINUTE
OVERLAP = 1_000  # ids: PostgreSQL numbers a row when it is written, and shows it when its transaction ends
CARD_AGAIN = 5 * SECOND
STORE_AGAIN = SECOND
STUMBLED = 5 * SECOND
MOST_STUMBLES = 5
NOTHING: Carried = (0, 0)


class Delivery:
    def __init__(
        self,
        *,
        store: Store,
        carriers: Mapping[Recipient, Carrier],
        readiness: Readiness,
        outcomes: Outcomes,
        give_up: GivingUp,
        failover: Failover,
        clock: Clock,
    ) -> None:
        self._store = store
        self._carriers = carriers
        self._readiness = readiness
        self.outcomes = outcomes
        self._give_up = give_up
        self._failover = failover
        self._clock = clock
        self._term = Term(store)
        self._leads_in = 0
        self._backlog = Backlog()
        self._woken = asyncio.Event()
        self._has_news = False
        self._newest = 0  # id that was read
        self._read_all_at = 0
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._alarm: tuple[int, asyncio.Task[None]] | None = None
        self._stumbles: Counter[int] = Counter()  # notice -> bugs met with it

    def wake(self) -> None:
        """There is something new in the outbox."""
        self._has_news = True
        self._woken.set()

    @property
    def waiting(self) -> int:
        """Streams with something to deliver."""
        return self._backlog.waiting

    @property
    def people(self) -> int:
        """Streams with somebody's words that are on their way."""
        return self._backlog.people

    @property
    def streams(self) -> int:
        """How many are on their way, or will be at a time that is set."""
        return len(self._tasks) + (self._alarm is not None)

    # ---- what leaves next

    async def run(self) -> None:
        self._store.when_called(self.wake)
        loop = asyncio.get_running_loop()
        shown_at = -LOOK_AGAIN
        while True:
            try:
                await self.read()
                if self._leads_in and loop.time() - shown_at >= LOOK_AGAIN:
                    shown_at = loop.time()
                    await self.outcomes.show_waiting()
                self.outcomes.store_is_up()
            except Unavailable as error:
                log.warning("outbox not read", reason=str(error))
                self._readiness.interrupted()
                self.outcomes.store_is_down(error)
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(LOOK_AGAIN):
                    await self._woken.wait()
            self._woken.clear()

    async def read(self) -> None:
        """Looks for streams that have something new, if it is this process that delivers, and starts what may go."""
        term = await self._store.leads()
        if term != self._leads_in:
            self._leads_in = term
            log.info("leads" if term else "follows", term=term)
            self._read_all_at = 0
            self._backlog.clear()  # what is on its way is known here, and not begun anew
            if term:
                await self._failover()
        if term:
            await self._look()
            self._start()
        elif self._has_news:
            await self._store.call_leader()
        self._has_news = False

    async def _look(self) -> None:
        looks_at_all = self._clock() >= self._read_all_at  # nothing is forgotten, whatever was missed
        if looks_at_all:
            self._read_all_at = self._clock() + LOOK_AT_ALL_AGAIN
        for head in await self._store.stream_heads(0 if looks_at_all else max(self._newest - OVERLAP, 0)):
            self._newest = max(self._newest, head.newest)
            self._backlog.add(head)

    def _start(self) -> None:
        if not self._leads_in:
            return
        for stream in self._backlog.start(self._clock(), only_people=self._readiness.only_people):
            self._tasks[stream] = asyncio.create_task(self._go(stream), name=stream)
        self._set_alarm(self._backlog.next_due)

    def _set_alarm(self, at: int | None) -> None:
        if self._alarm and (at is None or self._alarm[0] != at):
            self._alarm[1].cancel()
            self._alarm = None
        if at is not None and self._alarm is None:
            self._alarm = at, asyncio.create_task(self._ring(at), name="next notice")

    async def _ring(self, at: int) -> None:
        await self._clock.until(at)
        self._alarm = None
        self._start()

    # ---- one stream

    async def _go(self, stream: str) -> None:
        carried, again_at = NOTHING, None
        try:
            carried, again_at = await self._carry_head(stream)
        except TermOver:
            log.info("another process delivers", stream=stream)
            again_at = self._clock() + STORE_AGAIN  # where it is this one again by then
        except Unavailable as error:
            log.warning("nothing carried", stream=stream, reason=str(error))
            again_at = self._clock() + STORE_AGAIN
        finally:
            del self._tasks[stream]
            self._backlog.back(stream, carried, again_at)
        self._start()

    async def _carry_head(self, stream: str) -> tuple[Carried, int | None]:
        """What was carried, or when to look again."""
        await self._term.begin()
        notice = await self._next_of(stream)
        if notice is None:
            return (0, self._newest), None
        together = await self._readiness.of(notice)
        if isinstance(together, int):
            return NOTHING, together
        try:
            changes = await self._carriers[recipient_of(stream)[0]].carry(together)
        except (TermOver, Unavailable):
            raise
        except NotNow as later:
            return NOTHING, later.at
        except Exception as error:
            return await self._stumble(notice, error)
        return await self._end(together, changes)

    async def _next_of(self, stream: str) -> PendingNotice | None:
        """What is held back for some seconds holds back its own dialog, and no other."""
        now, first = self._clock(), await self._store.first_waiting(stream)
        if first is None or first.due_at <= now:
            return first
        return await self._store.first_due(stream, now) or first

    async def _end(self, together: Sequence[PendingNotice], changes: Sequence[Change]) -> tuple[Carried, int | None]:
        if changes and await self.outcomes.keep(together, changes):
            self.wake()
        ended = {change.notice_id for change in changes if isinstance(change, Delivered | Undeliverable)}
        if together[0].id not in ended:
            return NOTHING, self._clock() + (CARD_AGAIN if together[0].kind is NoticeKind.CARD else 0)
        self._stumbles.pop(together[0].id, None)
        return (min(ended), max(ended)), None

    async def _stumble(self, notice: PendingNotice, error: Exception) -> tuple[Carried, int | None]:
        """A bug: tried again some times, then given up and told, so that it does not block the stream for good."""
        self._stumbles[notice.id] += 1
        stumbles = self._stumbles[notice.id]
        log.error("notice stumbled", stream=notice.stream, notice=notice.id, stumbles=stumbles, exc_info=error)
        if stumbles < MOST_STUMBLES:
            return NOTHING, self._clock() + STUMBLED
        return await self._end([notice], await self._give_up([notice], BUG, repr(error)))

    # ---- the end

    async def stop(self, patience: float) -> None:
        """Lets what is under way end, then leaves the rest to the next start."""
        self._leads_in = 0  # nothing more is begun
        self._backlog.clear()
        self._set_alarm(None)
        if self._tasks:
            _, unfinished = await asyncio.wait(list(self._tasks.values()), timeout=patience)
            for task in unfinished:
                task.cancel()
            await asyncio.gather(*unfinished, return_exceptions=True)
