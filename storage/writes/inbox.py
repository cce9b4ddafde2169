"""Updates that came in."""

from collections.abc import Iterator

from core.inbox import UpdateHandled, UpdateReceived, UpdateSetAside
from core.unit_of_work import Duplicate
from storage.statements import Statement, statements


@statements.register
def _(change: UpdateReceived) -> Iterator[Statement]:
    yield Statement(
        "update_received",
        {"update_id": change.update_id, "key": change.key, "body": change.body, "at": change.at},
    )


@statements.register
def _(change: UpdateHandled) -> Iterator[Statement]:
    yield Statement("update_handled", {"update_id": change.update_id, "at": change.at}, guard=Duplicate)


@statements.register
def _(change: UpdateSetAside) -> Iterator[Statement]:
    yield Statement(
        "update_set_aside",
        {"update_id": change.update_id, "body": change.body, "error": change.error, "at": change.at},
    )
