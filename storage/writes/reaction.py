"""What people put on messages."""

from collections.abc import Iterator

from core.reaction import ReactionChanged
from storage.statements import Statement, statements


@statements.register
def _(change: ReactionChanged) -> Iterator[Statement]:
    reaction = change.reaction
    values = {"message": reaction.message, "emoji": reaction.emoji, "asked_at": reaction.asked_at}
    yield Statement("reaction_changed", values)
