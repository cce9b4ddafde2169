"""Where people are in their conversations with the bot."""

from collections.abc import Iterator

from core.fsm import FsmStateSaved
from storage.statements import Statement, statements, to_json


@statements.register
def _(record: FsmStateSaved) -> Iterator[Statement]:
    if record.state is None and not record.data:
        yield Statement("fsm_state_forgotten", {"key": record.key})
    else:
        yield Statement(
            "fsm_state_saved",
            {"key": record.key, "state": record.state, "data": to_json(record.data), "at": record.at},
        )
