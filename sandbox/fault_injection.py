"""How Telegram fails, at will."""

import math
import random
import zlib
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from sandbox.pages import PAGES
from sandbox.refusals import Impossible, Json, Refused, forbidden, too_many

DEFAULT_SLOWNESS = 3000  # ms


@dataclass(slots=True)
class Rule:
    """What happens to the calls that it fits, `times` times or always, to all or to a `share` of them.

    `by_file`: of the files that they send; what befalls one of these befalls it whenever it is sent.
    """

    fault: str
    methods: list[str] | None = None
    chat_id: int | None = None
    times: int | None = None
    share: float | None = None
    by_file: bool = False
    retry_after: int | None = None
    error_code: int | None = None
    description: str | None = None
    delay_ms: int | None = None
    delay_up_to_ms: int | None = None  # then each call takes a time of its own, short ones as often as long ones

    def fits(self, method: str, chat_id: int | None) -> bool:
        named = not self.methods or method.lower() in (one.lower() for one in self.methods)
        return named and (self.chat_id is None or self.chat_id == chat_id)

    def refusal(self) -> Refused | None:
        """The answer, for the faults that are one."""
        if self.error_code:
            hints = {"retry_after": self.retry_after} if self.retry_after else {}
            return Refused(self.error_code, self.description or "", **hints)
        if self.fault == "429":
            return too_many(self.retry_after or 5)
        return ANSWERS.get(self.fault)

    def view(self) -> Json:
        return {name: value for name, value in asdict(self).items() if value is not None and value is not False}


ANSWERS = {
    "500": Refused(500, "Internal Server Error"),
    "502": Refused(502, "Bad Gateway"),
    "blocked": forbidden("bot was blocked by the user"),
}
# `spared`: nothing happens, and the rules that follow are not asked.
ACTIONS = frozenset({"drop_before", "drop_after", "slow", "cut", "spared", *PAGES})
FILES = ("animation", "audio", "document", "photo", "sticker", "video", "video_note", "voice")


class Trouble:
    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self.calm()

    def calm(self) -> None:
        self.limits = False
        self.delay_ms = 0
        self.outage_until = 0.0
        self.rules: list[Rule] = []
        self.seed = 0
        self._random = random.Random(self.seed)

    @property
    def is_outage(self) -> bool:
        return self.outage_until > self._clock()

    def strike(self, method: str, chat_id: int | None, asked: Json | None = None) -> Rule | None:
        """The first rule that this call falls under; it is used up by one."""
        for rule in self.rules:
            if not rule.fits(method, chat_id):
                continue
            if rule.share is not None and self._lot(rule, asked or {}) >= rule.share:
                continue
            if rule.times is not None:
                rule.times -= 1
                if not rule.times:
                    self.rules.remove(rule)
            return rule
        return None

    def _lot(self, rule: Rule, asked: Json) -> float:
        """From 0 to 1."""
        if not rule.by_file:
            return self._random.random()
        file = next((asked[kind] for kind in FILES if asked.get(kind)), None)
        return zlib.crc32(f"{self.seed} {file}".encode()) / 2**32 if file else 1.0

    def slowness(self, rule: Rule) -> float:
        """Seconds."""
        shortest = rule.delay_ms or DEFAULT_SLOWNESS
        if not rule.delay_up_to_ms:
            return shortest / 1000
        return math.exp(self._random.uniform(math.log(shortest), math.log(rule.delay_up_to_ms))) / 1000

    def change(self, asked: dict[str, Any]) -> None:
        rules = [read_rule(one) for one in asked["rules"]] if "rules" in asked else self.rules
        self.limits = bool(asked.get("limits", self.limits))
        self.delay_ms = int(asked.get("delay_ms", self.delay_ms))
        self.outage_until = float(asked.get("outage_until", self.outage_until))
        if "outage_seconds" in asked:
            self.outage_until = self._clock() + asked["outage_seconds"] if asked["outage_seconds"] else 0.0
        self.rules = rules
        if "seed" in asked:
            self.seed = int(asked["seed"])
            self._random = random.Random(self.seed)

    def view(self) -> Json:
        return {
            "limits": self.limits, "delay_ms": self.delay_ms, "outage_until": self.outage_until,
            "rules": [rule.view() for rule in self.rules], "seed": self.seed,
        }  # fmt: skip


def read_rule(asked: dict[str, Any]) -> Rule:
    try:
        rule = Rule(**asked)
    except TypeError as wrong:
        raise Impossible(f"a rule is not made so: {wrong}") from None
    if rule.refusal() is None and rule.fault not in ACTIONS:
        raise Impossible(f"no fault is called {rule.fault!r}")
    return rule
