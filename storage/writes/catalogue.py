"""The catalogue: each one that was imported is kept."""

from collections.abc import Iterator

from core.catalogue.model import CatalogueReplaced
from storage.statements import Statement, statements


@statements.register
def _(change: CatalogueReplaced) -> Iterator[Statement]:
    yield Statement("catalogue_replaced", {"text": change.text, "at": change.at, "by": change.by})
