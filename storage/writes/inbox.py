"""Updates that came in."""

from collections.abc import Iterator

from core.inbox import UpdateSeen, UpdateSetAside, UpdateTakenUp
from core.unit_of_work import Duplicate
from storage.statements import Statement, statements


@statements.register
def _(change: UpdateSeen) -> Iterator[Statement]:
    yield Statement("update_seen", {"update_id": change.update_id, "at": change.at}, guard=Duplicate)


@statements.register
def _(change: UpdateSetAside) -> Iterator[Statement]:
    yield Statement(
        "update_set_aside",
        {"update_id": change.update_id, "body": change.body, "error": change.error, "at": change.at},
    )


@statements.register
def _(change: UpdateTakenUp) -> Iterator[Statement]:
    yield Statement("update_taken_up", {"update_id": change.update_id}, guard=Duplicate)
