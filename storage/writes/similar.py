"""Answers that helped, and by which stems they are found again."""

from collections.abc import Iterator

from core.similar import MOST_OF_TOPIC, AnswerRemembered, AnswersReadUntil, OldestAnswersForgotten
from storage.statements import Statement, statements


@statements.register
def _(change: AnswerRemembered) -> Iterator[Statement]:
    answer = change.answer
    yield Statement("answer_remembered", {"dialog": answer.dialog, "message": answer.message, "at": answer.at})
    for stem in sorted(answer.stems):
        yield Statement("stem_remembered", {"dialog": answer.dialog, "stem": stem})


@statements.register
def _(change: OldestAnswersForgotten) -> Iterator[Statement]:
    yield Statement("oldest_answers_forgotten", {"topic": change.topic, "most": MOST_OF_TOPIC})


@statements.register
def _(change: AnswersReadUntil) -> Iterator[Statement]:
    yield Statement("answers_read", {"until": change.until})
