"""What the search learned, and how it does."""

from collections.abc import Iterator

from core.search_figures import (
    EvidenceForgotten,
    EvidenceKept,
    SearchCounted,
    SearchTaught,
    WordLearned,
    WordMissed,
)
from storage.statements import Statement, statements


@statements.register
def _(change: EvidenceKept) -> Iterator[Statement]:
    one = change.evidence
    values = {"stem": one.stem, "topic": one.topic, "dialogs": one.dialogs, "weight": one.weight, "at": one.at}
    yield Statement("evidence_kept", values)


@statements.register
def _(change: EvidenceForgotten) -> Iterator[Statement]:
    yield Statement("evidence_forgotten", {"stem": change.stem, "topic": change.topic})


@statements.register
def _(change: SearchTaught) -> Iterator[Statement]:
    yield Statement("search_taught", {"until": change.until})


@statements.register
def _(change: SearchCounted) -> Iterator[Statement]:
    yield Statement("search_counted", {"day": change.day, "what": change.what.value})


@statements.register
def _(change: WordMissed) -> Iterator[Statement]:
    yield Statement("word_missed", {"word": change.word, "topic": change.topic, "at": change.at})


@statements.register
def _(change: WordLearned) -> Iterator[Statement]:
    yield Statement("word_learned", {"word": change.word})
