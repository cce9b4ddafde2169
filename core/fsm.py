"""Where a person is in the conversation with the bot: it outlives a restart."""

from dataclasses import dataclass
from typing import Any, Protocol

from core.change import Change
from core.person import Person

FsmState = tuple[str | None, dict[str, Any]]  # the name of the state, and what waits in it


@dataclass(frozen=True, slots=True)
class FsmStateSaved(Change):
    """`state` None and no data: forgotten."""

    key: str
    state: str | None
    data: dict[str, Any]
    at: int


class FsmReads(Protocol):
    async def fsm_state(self, key: str) -> FsmState: ...
    async def person_and_fsm_state(self, person_id: int, key: str) -> tuple[Person | None, FsmState]:
        """Both in one, for they are read at each update."""
