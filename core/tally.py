"""The figures of some dialogs: of all, or of those of a category, a topic or an agent. `core.figures` defines them."""

from dataclasses import dataclass, field, fields

from core.durations import Spread


@dataclass(slots=True)
class Tally:
    dialogs: int = 0
    answered: int = 0
    finished: int = 0
    expired: int = 0  # closed by themselves
    cancelled: int = 0
    ratings: int = 0
    ratings_of_answered: int = 0
    satisfied: int = 0
    first_response: Spread = field(default_factory=Spread)
    next_response: Spread = field(default_factory=Spread)
    resolution: Spread = field(default_factory=Spread)

    @property
    def csat(self) -> float | None:
        return self.satisfied / self.ratings if self.ratings else None

    @property
    def response_rate(self) -> float | None:
        return self.ratings_of_answered / self.answered if self.answered else None

    @property
    def share_expired(self) -> float | None:
        return self.expired / self.finished if self.finished else None

    def join(self, other: "Tally") -> None:
        for each in fields(self):
            mine, theirs = getattr(self, each.name), getattr(other, each.name)
            if isinstance(mine, Spread):
                mine.join(theirs)
            else:
                setattr(self, each.name, mine + theirs)
