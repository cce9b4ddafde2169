"""Every message is counted: accepted by Telegram, delivered to the other side, lost, doubled, out of order."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from tests.torture.faults import Window
from tests.torture.ledger import Way, tokens_in

BEFORE_A_KILL = 10.0  # seconds in which what was done may not have been kept yet: the database may have been locked
DELIVERED = "👌"
Json = dict[str, Any]


@dataclass(slots=True)
class Count:
    accepted: int = 0
    delivered: int = 0
    lost: list[str] = field(default_factory=list)
    repeated: int = 0  # the answer to the first was lost, in a kill or on the way
    doubled: list[str] = field(default_factory=list)  # without such a reason
    out_of_order: list[str] = field(default_factory=list)
    albums: int = 0
    torn_albums: list[str] = field(default_factory=list)
    edits: int = 0
    stale: list[str] = field(default_factory=list)  # an edit that was not carried over
    unmarked: list[str] = field(default_factory=list)  # an answer that does not show that it was delivered

    @property
    def promises_kept(self) -> bool:
        broken = (self.lost, self.doubled, self.out_of_order, self.torn_albums, self.stale, self.unmarked)
        return not any(broken)

    def add(self, other: "Count") -> None:
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


@dataclass(slots=True)
class Calls:
    """When each message was sent by the bot, from the sandbox's log; and what it refused."""

    sent_at: dict[tuple[str, int, int], list[float]] = field(default_factory=lambda: defaultdict(list))
    refused: Counter[tuple[str, int, str]] = field(default_factory=Counter)
    methods: Counter[str] = field(default_factory=Counter)
    _next: int = 0

    def read(self, log: Json) -> None:
        for call in log["calls"]:
            self.methods[call["method"]] += 1
            if not call["ok"]:
                self.refused[call["method"], call["error_code"], call["description"]] += 1
            elif call["method"].startswith("send"):
                for side, dialog, seq, _ in tokens_in(str(call["params"])):
                    self.sent_at[side, dialog, seq].append(call["at"])
        self._next = log["next"]

    @property
    def next(self) -> int:
        return self._next


def count(
    way: Way,
    arrived: Sequence[Json],
    calls: Calls,
    lost_answers: Iterable[Window],
    kills: Sequence[float],
    marks: dict[int, list[str]] | None = None,
) -> Count:
    """`arrived`: the bot's messages on the other side, oldest first; `marks`: reactions where it was written."""
    found = Count(accepted=len(way.sent), edits=sum(one.version for one in way.sent))
    copies: dict[int, list[tuple[Json, int]]] = defaultdict(list)
    order: list[int] = []
    for message in arrived:
        for side, dialog, seq, version in tokens_in(message.get("text") or message.get("caption") or ""):
            if (side, dialog) == (way.side, way.dialog):
                if seq not in copies:
                    order.append(seq)
                copies[seq].append((message, version))
    for sent in way.sent:
        here = copies.get(sent.seq, [])
        if not here:
            found.lost.append(way.token(sent.seq))
            continue
        found.delivered += 1
        if max(version for _, version in here) < sent.version:
            found.stale.append(way.token(sent.seq, sent.version))
        for at in calls.sent_at[way.side, way.dialog, sent.seq][:-1]:
            if _was_lost(at, lost_answers, kills):
                found.repeated += 1
            else:
                found.doubled.append(way.token(sent.seq))
    found.out_of_order = [way.token(b) for a, b in pairwise(order) if b < a]
    if marks is not None:
        found.unmarked = [way.token(sent.seq) for sent in way.sent if DELIVERED not in marks.get(sent.post_id, ())]
    for album in way.albums:
        found.albums += 1
        if not _is_whole(album, copies):
            found.torn_albums.append(way.token(album[0]))
    return found


def _was_lost(at: float, lost_answers: Iterable[Window], kills: Sequence[float]) -> bool:
    in_a_kill = any(at <= kill + 0.2 and kill - at < BEFORE_A_KILL for kill in kills)
    return in_a_kill or any(window.since - 1 <= at <= window.until + 1 for window in lost_answers)


def _is_whole(album: Sequence[int], copies: dict[int, list[tuple[Json, int]]]) -> bool:
    """Some one album on the other side has all of its items."""
    groups = [
        {message.get("media_group_id") for message, _ in copies.get(seq, ()) if message.get("media_group_id")}
        for seq in album
    ]
    return bool(set.intersection(*groups)) if groups else True
