"""Where people are in their conversations with the bot."""

from collections.abc import Iterator

from core.fsm import FsmStateSaved
from core.unit_of_work import Conflict
from storage.statements import Statement, statements, to_json


@statements.register
def _(change: FsmStateSaved) -> Iterator[Statement]:
    values = {"key": change.key, "state": change.state, "data": to_json(change.data), "at": change.at}
    yield Statement("fsm_state_saved", values | {"version": change.version}, guard=Conflict)
