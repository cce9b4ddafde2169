"""What admins keep."""

from collections.abc import Iterator

from core.work import CatalogueReplaced, Noted
from storage.statements import Statement, statements, to_json


@statements.register
def _(record: CatalogueReplaced) -> Iterator[Statement]:
    yield Statement("catalogue_replaced", {"text": record.text, "at": record.at, "by": record.by})


@statements.register
def _(record: Noted) -> Iterator[Statement]:
    yield Statement(
        "noted",
        {"by": record.by, "deed": record.deed, "details": to_json(record.values), "at": record.at},
    )
