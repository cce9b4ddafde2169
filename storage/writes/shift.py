"""Who is on shift in the agents' groups."""

from collections.abc import Iterator
from typing import Any

from core.person import Agent
from core.shift import AgentWrote, DialogGiven, ShiftBegan, ShiftEnded
from core.unit_of_work import Conflict
from storage.statements import Statement, statements


@statements.register
def _(change: ShiftBegan) -> Iterator[Statement]:
    yield Statement("shift_began", _whose(change.group, change.agent) | {"at": change.at})


@statements.register
def _(change: AgentWrote) -> Iterator[Statement]:
    yield Statement("agent_wrote", _whose(change.group, change.agent) | {"at": change.at, "today": change.today})


@statements.register
def _(change: ShiftEnded) -> Iterator[Statement]:
    shift = change.shift
    values = _whose(shift.group, shift.agent) | {"at": change.at, "version": shift.version}
    yield Statement("shift_ended", values, guard=Conflict)


@statements.register
def _(change: DialogGiven) -> Iterator[Statement]:
    shift = change.shift
    values = {"group_id": shift.group, "agent_id": shift.agent.id, "at": change.at, "version": shift.version}
    yield Statement("dialog_given", values, guard=Conflict)


def _whose(group: int, agent: Agent) -> dict[str, Any]:
    return {"group_id": group, "agent_id": agent.id, "name": agent.name}
