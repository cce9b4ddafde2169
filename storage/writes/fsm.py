"""Where people are in their conversations with the bot."""

from collections.abc import Iterator

from core.fsm import FsmStateSaved
from storage.statements import Statement, statements, to_json


@statements.register
def _(change: FsmStateSaved) -> Iterator[Statement]:
    if change.state is None and not change.data:
        yield Statement("fsm_state_forgotten", {"key": change.key})
    else:
        yield Statement(
            "fsm_state_saved",
            {"key": change.key, "state": change.state, "data": to_json(change.data), "at": change.at},
        )
