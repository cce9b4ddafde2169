"""Pace: how many messages a chat may get, and who comes first where several wait.

Telegram lets a bot send about one message a second into a private chat (a short burst is tolerated) and 20 a
minute into a group; sends, edits and topic operations share that limit, and an album counts each item.
Part of that is kept for people's messages, so that cards, which change often, never make somebody wait.
To people who did not write just now (reminders, announcements) about 30 a second may go in all.
A 429 holds the whole chat exactly as long as it asks, and no other chat.
"""

import asyncio
import heapq
from collections import deque
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from dataclasses import dataclass, field
from itertools import count

from bot.telegram.shared_pace import SharedPace
from core.outbox import Priority

Seconds = float
EVERYONE = 0  # no chat has this id: what goes to people who wait for nothing shares its pace
MOST_REMEMBERED = 10_000  # chats


@dataclass(frozen=True, slots=True)
class RateLimit:
    """At most `most` messages in any `period` seconds; 0 means no limit."""

    most: int
    period: Seconds
    for_people: int = 0  # of `most`, what only people's messages may use


UNASKED = RateLimit(25, 1.0)


@dataclass(slots=True)
class _Chat:
    limit: RateLimit
    sent: deque[Seconds] = field(default_factory=deque)
    under_way: int = 0
    held_until: Seconds = 0.0
    waiters: list[tuple[int, int, int, asyncio.Future[None]]] = field(default_factory=list)
    timer: asyncio.TimerHandle | None = None

    def most(self, priority: int) -> int:
        """Of the limit, what may be used with this urgency."""
        return self.limit.most - (self.limit.for_people if priority > Priority.PEOPLE else 0)

    def free_at(self, cost: int, priority: int, now: Seconds) -> Seconds | None:
        """When `cost` more messages may go; None where it depends on what is under way."""
        if not self.limit.most or not cost:
            return self.held_until
        while self.sent and self.sent[0] <= now - self.limit.period:
            self.sent.popleft()
        most = self.most(priority)
        room = most - self.under_way - len(self.sent)
        if room >= min(cost, most):
            return self.held_until
        needed = min(cost, most) - room
        if needed > len(self.sent):
            return None
        return max(self.held_until, self.sent[needed - 1] + self.limit.period)

    def count(self, cost: int, now: Seconds) -> None:
        """What is more than the limit lets go at once, such as a large album, weighs on the periods after it."""
        if self.limit.most:
            self.sent.extend(now + i // self.limit.most * self.limit.period for i in range(cost))

    def is_quiet(self, now: Seconds) -> bool:
        idle = not self.waiters and not self.under_way and self.held_until <= now
        return idle and (not self.sent or self.sent[-1] <= now - self.limit.period)


class RateLimiter:
    def __init__(
        self,
        private: RateLimit,
        group: RateLimit,
        clock: Callable[[], Seconds] | None = None,
        unasked: RateLimit | None = None,
        shared: SharedPace | None = None,
    ) -> None:
        """`shared`: other processes send with the same bot."""
        self._private = private
        self._group = group
        self._unasked = unasked or UNASKED
        self._clock = clock or (lambda: asyncio.get_running_loop().time())
        self._shared = shared
        self._chats: dict[int, _Chat] = {}
        self._order = count()

    def _chat(self, chat_id: int) -> _Chat:
        if chat_id not in self._chats:
            if len(self._chats) >= MOST_REMEMBERED:
                self._forget_the_quiet()
            limit = self._unasked if chat_id == EVERYONE else self._private if chat_id > 0 else self._group
            self._chats[chat_id] = _Chat(limit)
        return self._chats[chat_id]

    def _forget_the_quiet(self) -> None:
        now = self._clock()
        self._chats = {chat_id: chat for chat_id, chat in self._chats.items() if not chat.is_quiet(now)}

    def acquire(self, chat_id: int, *, cost: int = 1, priority: int = 0) -> AbstractAsyncContextManager[None]:
        """Waits for the chat's next free moment; counts the messages from the moment they are surely there."""
        one = self._acquire_unasked if priority >= Priority.REMINDERS and chat_id > 0 else self._acquire
        return one(chat_id, cost=cost, priority=priority)

    @asynccontextmanager
    async def _acquire_unasked(self, chat_id: int, *, cost: int, priority: int) -> AsyncIterator[None]:
        async with self._acquire(EVERYONE, cost=cost, priority=priority):
            pass
        async with self._acquire(chat_id, cost=cost, priority=priority):
            yield

    @asynccontextmanager
    async def _acquire(self, chat_id: int, *, cost: int, priority: int) -> AsyncIterator[None]:
        chat = self._chat(chat_id)
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(chat.waiters, (priority, next(self._order), cost, waiter))
        self._let_in(chat)
        try:
            await waiter
        except asyncio.CancelledError:
            if waiter.done() and not waiter.cancelled():
                chat.under_way -= cost
            self._let_in(chat)
            raise
        try:
            async with self._turn_of_all(chat_id, cost, chat.most(priority), chat.limit.period):
                yield
        finally:
            chat.under_way -= cost
            chat.count(cost, self._clock())
            self._let_in(chat)

    def _turn_of_all(self, chat_id: int, cost: int, most: int, period: Seconds) -> AbstractAsyncContextManager[None]:
        if self._shared is None or not most or not cost or chat_id == EVERYONE:
            return nullcontext()
        return self._shared.turn(chat_id, cost, most, period)

    def hold(self, chat_id: int, seconds: Seconds) -> None:
        """Telegram said 429: nothing goes to this chat for so long."""
        chat = self._chat(chat_id)
        chat.held_until = max(chat.held_until, self._clock() + seconds)
        if self._shared:
            self._shared.hold(chat_id, seconds)

    def used(self, chat_id: int) -> float:
        """The share of its limit that a chat has used in the last period."""
        chat, now = self._chat(chat_id), self._clock()
        if not chat.limit.most:
            return 0.0
        return sum(sent > now - chat.limit.period for sent in chat.sent) / chat.limit.most

    def remember(self, chat_id: int, ages: Sequence[Seconds]) -> None:
        """What was sent there, also by processes before this one; oldest first. What this one knows counts once."""
        chat, now = self._chat(chat_id), self._clock()
        if len(ages) > sum(sent > now - chat.limit.period for sent in chat.sent):
            chat.sent = deque(now - age for age in ages)

    def waiting(self, chat_id: int) -> int:
        return len(self._chat(chat_id).waiters)

    def _let_in(self, chat: _Chat) -> None:
        now = self._clock()
        while chat.waiters:
            priority, _, cost, waiter = chat.waiters[0]
            if waiter.cancelled():
                heapq.heappop(chat.waiters)
                continue
            free_at = chat.free_at(cost, priority, now)
            if free_at is None:
                return
            if free_at > now:
                self._wake_at(chat, free_at - now)
                return
            heapq.heappop(chat.waiters)
            chat.under_way += cost
            waiter.set_result(None)

    def _wake_at(self, chat: _Chat, pause: Seconds) -> None:
        if chat.timer:
            chat.timer.cancel()
        chat.timer = asyncio.get_running_loop().call_later(pause, self._let_in, chat)
