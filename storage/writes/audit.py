"""Who did what."""

from collections.abc import Iterator

from core.audit import Audited
from storage.statements import Statement, statements, to_json


@statements.register
def _(record: Audited) -> Iterator[Statement]:
    yield Statement(
        "audited",
        {"by": record.by, "deed": record.action, "details": to_json(record.values), "at": record.at},
    )
