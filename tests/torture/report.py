"""What a round showed, as a table."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import quantiles

from tests.torture.calls import Calls
from tests.torture.reckoning import BROKEN, Count

SHOWN = 8
ENDS_WITHIN = 10.0
# What the bot is refused by no fault of its own: it was made so, or it asks for what is so already.
EXPECTED = (
    "too many requests", "internal server error", "bad gateway", "bot was blocked", "message is not modified",
    "bot was kicked", "bot is not a member", "not enough rights", "topic_not_modified", "topic_closed",
    "need administrator rights", "chat_admin_required", "terminated by other getupdates",
    "query is too old", "upgraded to a supergroup", "refused by the torture",
)  # fmt: skip


@dataclass(slots=True)
class Report:
    seconds: float
    counts: dict[str, Count]
    took: list[float]  # seconds from when a message was written to its arrival
    waits: list[float]  # the same, of those whom the trouble does not concern
    patience: float  # how long these may wait
    broken: list[str]  # what else is not as it should be
    happened: Counter[str]
    calls: Calls
    errors: list[str]
    ended_in: list[float]
    settled: bool
    notes: Sequence[str] = ()

    @property
    def unexpected(self) -> list[tuple[tuple[str, int, str], int]]:
        return [
            (refusal, times)
            for refusal, times in self.calls.refused.most_common()
            if refusal[1] and not any(phrase in refusal[2].lower() for phrase in EXPECTED)
        ]

    @property
    def promises_kept(self) -> bool:
        counted = all(one.promises_kept for one in self.counts.values()) and not self.broken
        in_time = max(self.ended_in, default=0) <= ENDS_WITHIN and max(self.waits, default=0) <= self.patience
        return counted and in_time and self.settled and not self.unexpected and not self.errors

    def table(self) -> str:
        names = (
            ("accepted", lambda one: one.accepted),
            ("delivered", lambda one: one.delivered),
            ("lost", lambda one: len(one.lost)),
            ("given up, and told", lambda one: len(one.given_up)),
            ("doubled", lambda one: len(one.doubled)),
            ("repeated, the answer was lost", lambda one: one.repeated),
            ("out of order", lambda one: len(one.out_of_order)),
            ("misrouted", lambda one: len(one.misrouted)),
            ("albums", lambda one: one.albums),
            ("albums torn", lambda one: len(one.torn_albums)),
            ("edits", lambda one: one.edits),
            ("edits not carried over", lambda one: len(one.stale)),
            ("answers without their mark", lambda one: len(one.unmarked)),
        )
        head = f"{'':32}" + "".join(f"{name:>18}" for name in self.counts)
        rows = [f"{name:32}" + "".join(f"{value(one):>18}" for one in self.counts.values()) for name, value in names]
        return "\n".join([head, *rows, "", *self._besides(), *self._broken()])

    def _besides(self) -> list[str]:
        happened = ", ".join(f"{name.replace('_', ' ')} {times}" for name, times in sorted(self.happened.items()))
        times = (("a message took", self.took), ("others waited", self.waits))
        waited = [f"{who} {_p95(each):.2f} s (p95), {max(each):.2f} s at most" for who, each in times if each]
        return [
            f"{self.seconds:.0f} s; {happened}",
            *waited,
            f"calls to Telegram: {sum(self.calls.methods.values())}, "
            f"refused unexpectedly: {sum(times for _, times in self.unexpected)}",
            f"ended by SIGTERM in at most {max(self.ended_in, default=0):.1f} s; bugs logged: {len(self.errors)}",
            *self.notes,
            *([] if self.settled else ["it did not come to rest"]),
        ]

    def _broken(self) -> list[str]:
        shown = []
        for name, one in self.counts.items():
            for what in BROKEN:
                if found := getattr(one, what):
                    shown.append(f"{name}, {what.replace('_', ' ')}: {', '.join(found[:SHOWN])}")
        shown += self.broken[:SHOWN]
        shown += [f"refused {times} ×: {refusal}" for refusal, times in self.unexpected[:SHOWN]]
        shown += [f"logged: {line[:600]}" for line in self.errors[:SHOWN]]
        return [*shown, "all promises are kept" if self.promises_kept else "PROMISES ARE BROKEN"]


def _p95(times: Sequence[float]) -> float:
    return quantiles(times, n=20)[-1] if len(times) > 1 else max(times)
