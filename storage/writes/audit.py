"""Who did what."""

from collections.abc import Iterator

from core.audit import Audited
from storage.statements import Statement, statements, to_json


@statements.register
def _(change: Audited) -> Iterator[Statement]:
    yield Statement(
        "audited",
        {
            "by": change.by,
            "action": change.action,
            "details": to_json(change.values),
            "at": change.at,
            "subject": change.values.get("person"),
        },
    )
