"""What the bot has yet to learn: a queue that getUpdates and the webhook empty."""

import asyncio
import contextlib
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from itertools import islice
from typing import Any

from sandbox.refusals import Json, conflict

DAY = 24 * 60 * 60
LONGEST_POLL = 50
BATCH = 100
ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})  # only when asked for by name
POLLED_TWICE = "terminated by other getUpdates request; make sure that only one bot instance is running"
POLLED_BESIDE_WEBHOOK = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)


@dataclass(slots=True)
class Waiting:
    """An update on its way; those of one `key` are delivered one after another by the webhook."""

    update: Json
    key: str
    expires_at: float


@dataclass(slots=True)
class Webhook:
    url: str = ""
    secret: str = ""
    max_connections: int = 40
    failed_at: int = 0
    failure: str = ""


class Updates:
    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        # Ids grow from run to run, so a bot that remembers those of yesterday's sandbox takes none for known.
        self.next_id = max(1, int((clock() - 1_600_000_000) * 4))
        self.allowed: list[str] = []
        self.pending: dict[int, Waiting] = {}
        self.lines: dict[str, dict[int, Waiting]] = {}  # the same by key
        self.received = 0
        self.webhook = Webhook()
        self._turn = 0
        self._news = asyncio.Event()
        self._hung_up = 0

    # ---- in

    def add(self, kind: str, content: Json, key: str, life: float = DAY) -> None:
        if not self.wants(kind):
            return
        self._put(Waiting({"update_id": self.next_id, kind: content}, key, self._clock() + life))
        self.next_id += 1
        self.wake()

    def _put(self, waiting: Waiting) -> None:
        update_id = waiting.update["update_id"]
        self.pending[update_id] = waiting
        self.lines.setdefault(waiting.key, {})[update_id] = waiting

    def wants(self, kind: str) -> bool:
        return kind in self.allowed if self.allowed else kind not in ON_REQUEST

    # ---- out

    async def poll(self, offset: int, limit: int, seconds: int) -> list[Json]:
        """Long polling: `offset` confirms all that came before it; a newer poll ends the one that waits."""
        if self.webhook.url:
            raise conflict(POLLED_BESIDE_WEBHOOK)
        self._turn += 1
        turn, hung_up = self._turn, self._hung_up
        self.wake()
        self.confirm(offset)
        loop = asyncio.get_running_loop()
        until = loop.time() + min(seconds, LONGEST_POLL)
        while not (found := self._batch(limit)) and hung_up == self._hung_up and loop.time() < until:
            await self.news(until - loop.time())
            if turn != self._turn:
                raise conflict(POLLED_TWICE)
        return found

    def confirm(self, offset: int) -> None:
        """All below `offset` was received; a negative one leaves only so many of the newest."""
        if offset < 0:
            newest = [*self.pending][offset:]
            offset = newest[0] if newest else self.next_id
        while self.pending and (oldest := next(iter(self.pending))) < offset:
            self.done(oldest)

    def done(self, update_id: int) -> None:
        waiting = self.pending.pop(update_id, None)
        if waiting is None:
            return
        self.received += 1
        line = self.lines[waiting.key]
        del line[update_id]
        if not line:
            del self.lines[waiting.key]

    def forget(self) -> None:
        self.pending.clear()
        self.lines.clear()

    def first_of(self, key: str) -> Waiting | None:
        """The oldest that waits in this line."""
        return next(self._fresh(self.lines.get(key, {})), None)

    def _batch(self, limit: int) -> list[Json]:
        return [waiting.update for waiting in islice(self._fresh(self.pending), limit)]

    def _fresh(self, waiting: dict[int, Waiting]) -> Iterator[Waiting]:
        """What is not too old yet; what is, is dropped on the way."""
        now = self._clock()
        while waiting and waiting[oldest := next(iter(waiting))].expires_at <= now:
            self.done(oldest)
        return (one for one in waiting.values() if one.expires_at > now)

    # ---- waiting

    async def news(self, seconds: float) -> None:
        """Returns when something came, or after so many seconds."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):  # not wait_for, which may swallow a cancellation
                await self._news.wait()

    def wake(self) -> None:
        self._news.set()
        self._news = asyncio.Event()

    def hang_up(self) -> None:
        """Ends the poll that waits."""
        self._hung_up += 1
        self.wake()

    # ---- kept

    def dump(self) -> Json:
        return {
            "next_id": self.next_id,
            "allowed": self.allowed,
            "pending": [asdict(waiting) for waiting in self.pending.values()],
            "webhook": asdict(self.webhook),
        }

    def load(self, kept: dict[str, Any]) -> None:
        self.next_id = max(self.next_id, kept["next_id"])
        self.allowed = kept["allowed"]
        for one in kept["pending"]:
            self._put(Waiting(**one))
        self.webhook = Webhook(**kept["webhook"])
