"""Answers that are given again."""

from collections.abc import Iterator

from core.idempotency import AnswerKept
from core.unit_of_work import Conflict
from storage.statements import Statement, statements


@statements.register
def _(change: AnswerKept) -> Iterator[Statement]:
    yield Statement(
        "answer_kept",
        {
            "caller": change.caller,
            "key": change.key,
            "request": change.request,
            "status": change.status,
            "body": change.body,
            "at": change.at,
        },
        guard=Conflict,
    )
