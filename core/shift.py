"""Who is on shift in an agents' group, and who of them gets the next dialog."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import StrEnum
from typing import Protocol

from core.change import Change
from core.person import Agent
from core.units import HOUR

KEEPS_ON = 4 * HOUR  # whoever works through midnight is still there


class Assignment(StrEnum):
    """How a group's dialogs find their agents."""

    OFF = "off"  # agents take them
    IN_TURN = "in-turn"
    LEAST_OPEN = "least-open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """An agent's in one group."""

    group: int
    agent: Agent
    is_on: bool = False
    seen_at: int = 0  # they came, went, or wrote
    given_at: int = 0  # a dialog was last given to them by the desk itself
    open: int = 0  # dialogs that they have here
    version: int = 0

    def lasts(self, now: int, zone: tzinfo) -> bool:
        """Whoever came, or wrote, today is there until they say that they go."""
        return self.is_on and self.seen_at >= min(day_began(now, zone), now - KEEPS_ON)


def next_of(shifts: Iterable[Shift], how: Assignment) -> Shift | None:
    if how is Assignment.OFF:
        return None
    by_open = how is Assignment.LEAST_OPEN
    return min(shifts, key=lambda shift: (shift.open if by_open else 0, shift.given_at, shift.agent.id), default=None)


def day_began(now: int, zone: tzinfo) -> int:
    midnight = datetime.fromtimestamp(now / 1000, zone).replace(hour=0, minute=0, second=0, microsecond=0)
    return int(midnight.timestamp() * 1000)


@dataclass(frozen=True, slots=True)
class ShiftBegan(Change):
    group: int
    agent: Agent
    at: int


@dataclass(frozen=True, slots=True)
class AgentWrote(Change):
    """Begins a shift as well, but for who went on the same day (`today`: when it began)."""

    group: int
    agent: Agent
    at: int
    today: int


@dataclass(frozen=True, slots=True)
class ShiftEnded(Change):
    """A Conflict where a dialog was given to the agent since `shift` was read."""

    shift: Shift
    at: int


@dataclass(frozen=True, slots=True)
class DialogGiven(Change):
    """By the desk itself; a Conflict where the agent got another one, or went, since `shift` was read."""

    shift: Shift
    at: int


class ShiftReads(Protocol):
    async def shifts(self, group: int) -> list[Shift]:
        """Of all who ever were on shift there."""
