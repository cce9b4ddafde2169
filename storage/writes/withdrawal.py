"""Words that a seller took out of a dialog."""

from collections.abc import Iterator

from core.unit_of_work import Conflict
from core.withdrawal import WordsWithdrawn
from storage.statements import Statement, statements


@statements.register
def _(change: WordsWithdrawn) -> Iterator[Statement]:
    for message in change.messages:
        yield Statement("withdrawn_versions", {"message": message})
        yield Statement("withdrawn_reaction", {"message": message})
        yield Statement("withdrawn_source", {"message": message})
        yield Statement("withdrawn_notices", {"message": message, "dialog": change.dialog})
        yield Statement("withdrawn_message", {"message": message, "dialog": change.dialog}, guard=Conflict)
    yield Statement("turns_withdrawn", {"dialog": change.dialog, "since": change.since})
