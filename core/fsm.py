"""Where a person is in the conversation with the bot: it outlives a restart."""

from dataclasses import dataclass
from typing import Any, Protocol

from core.change import Change
from core.person import Person


@dataclass(frozen=True, slots=True)
class FsmStateSaved(Change):
    """Where a person is in the conversation with the bot. `state` None and no data: forgotten."""

    key: str
    state: str | None
    data: dict[str, Any]
    at: int


FsmState = tuple[str | None, dict[str, Any]]  # state and data of a conversation


class FsmReads(Protocol):
    async def fsm_state(self, key: str) -> FsmState: ...
    async def person_and_fsm_state(self, person_id: int, key: str) -> tuple[Person | None, FsmState]: ...
