"""Which streams have something waiting, and which of them goes next: by urgency, within what one chat may have at once.

Memory holds a line for each stream, and not what waits in it: no backlog is in anybody's way.
"""

import heapq
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from core.outbox import Priority, StreamHead

AT_ONCE = 32  # calls on their way to one chat: more would only wait for its pace

Carried = tuple[int, int]  # from which to which id nothing waits any more
Budget = tuple[int, int]  # chat (0: everybody who waits for nothing) and priority
UNASKED = 0


class Backlog:
    def __init__(self) -> None:
        self._heads: dict[str, StreamHead] = {}  # of the streams that are not on their way
        self._later: list[tuple[int, str]] = []  # when they go
        self._ready: dict[Budget, list[tuple[int, str]]] = {}  # oldest first
        self._on_their_way: dict[str, StreamHead] = {}
        self._used: Counter[Budget] = Counter()
        self.people = 0  # of those that are on their way, how many have somebody's words

    def add(self, head: StreamHead) -> None:
        """As it was just read: again, perhaps."""
        if known := self._on_their_way.get(head.stream):
            self._on_their_way[head.stream] = replace(known, newest=max(known.newest, head.newest))
            return
        known = self._heads.get(head.stream)
        merged = known.with_more(head) if known else head
        self._heads[head.stream] = merged
        if known is None or (merged.goes_at, merged.priority) != (known.goes_at, known.priority):
            heapq.heappush(self._later, (merged.goes_at, merged.stream))

    def clear(self) -> None:
        """What is on its way stays so."""
        self._heads.clear()
        self._later.clear()
        self._ready.clear()

    def start(self, now: int, *, only_people: bool = False) -> Iterator[str]:
        """Streams that may go now; each is on its way from then on. `only_people`: the others wait for a while."""
        while self._later and self._later[0][0] <= now:
            _, stream = heapq.heappop(self._later)
            head = self._heads.get(stream)
            if head and head.goes_at <= now:
                heapq.heappush(self._ready.setdefault(_budget(head), []), (head.first, stream))
        for budget in list(self._ready):
            if only_people and budget[1] > Priority.PEOPLE:
                continue
            yield from self._start(budget, now)

    def _start(self, budget: Budget, now: int) -> Iterator[str]:
        ready = self._ready[budget]
        while ready and self._used[budget] < AT_ONCE:
            _, stream = heapq.heappop(ready)
            head = self._heads.get(stream)
            if head is None or _budget(head) != budget or head.goes_at > now:  # it stands elsewhere by now
                continue
            self._on_their_way[stream] = self._heads.pop(stream)
            self._used[budget] += 1
            self.people += budget[1] == Priority.PEOPLE
            yield stream
        if not ready:
            del self._ready[budget]

    def back(self, stream: str, carried: Carried, again_at: int | None) -> None:
        """It is no more on its way. It waits until `again_at`; without that, where more is known than was carried."""
        head = self._on_their_way.pop(stream)
        budget = _budget(head)
        self._used[budget] -= 1
        self.people -= budget[1] == Priority.PEOPLE
        if again_at is not None or head.first < carried[0] or head.newest > carried[1]:
            self.add(replace(head, rests_until=again_at or 0))

    @property
    def next_due(self) -> int | None:
        """When something goes that does not yet."""
        return self._later[0][0] if self._later else None

    @property
    def waiting(self) -> int:
        """Streams."""
        return len(self._heads) + len(self._on_their_way)


def _budget(head: StreamHead) -> Budget:
    return (UNASKED if head.priority >= Priority.REMINDERS else head.chat), head.priority
