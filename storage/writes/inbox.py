"""Updates that came in."""

from collections.abc import Iterator

from core.inbox import UpdateSeen, UpdateSetAside, UpdateTakenUp
from core.unit_of_work import Duplicate
from storage.statements import Statement, statements


@statements.register
def _(record: UpdateSeen) -> Iterator[Statement]:
    yield Statement("update_seen", {"update_id": record.update_id, "at": record.at}, guard=Duplicate)


@statements.register
def _(record: UpdateSetAside) -> Iterator[Statement]:
    yield Statement(
        "update_set_aside",
        {"update_id": record.update_id, "body": record.body, "error": record.error, "at": record.at},
    )


@statements.register
def _(record: UpdateTakenUp) -> Iterator[Statement]:
    yield Statement("update_taken_up", {"update_id": record.update_id}, guard=Duplicate)
