"""Where a person is in the conversation with the bot: it outlives a restart."""

from dataclasses import dataclass, field
from typing import Any, Protocol

from core.change import Change
from core.person import Person


@dataclass(frozen=True, slots=True)
class FsmState:
    """The name of the state, and what waits in it; `version` counts changes, 0 where nothing was ever kept."""

    state: str | None = None
    data: dict[str, Any] = field(default_factory=dict)
    version: int = 0


@dataclass(frozen=True, slots=True)
class Conversation:
    key: str
    state: FsmState


@dataclass(frozen=True, slots=True)
class FsmStateSaved(Change):
    """`version` is the one that was read: a Conflict where somebody else has changed the conversation since."""

    key: str
    state: str | None
    data: dict[str, Any]
    at: int
    version: int


class FsmReads(Protocol):
    async def fsm_state(self, key: str) -> FsmState: ...
    async def conversations_left(self, since: int, until: int, limit: int) -> list[Conversation]:
        """Where nothing has happened since a moment between these."""

    async def person_and_fsm_state(self, person_id: int, key: str) -> tuple[Person | None, FsmState]:
        """Both in one, for they are read at each update."""
