"""Canned answers."""

from collections.abc import Iterator

from core.canned import CannedAnswerRemoved, CannedAnswerSaved
from core.unit_of_work import Conflict
from storage.statements import Statement, statements, to_json


@statements.register
def _(change: CannedAnswerSaved) -> Iterator[Statement]:
    canned_answer = change.canned_answer
    values = {name: getattr(canned_answer, name) for name in ("category", "title", "text", "position")}
    values |= {
        "translations": to_json(dict(canned_answer.translations)),
        "macro": to_json(canned_answer.macro.to_data()),
    }
    if canned_answer.id is None:
        yield Statement("canned_answer_added", values)
    else:
        yield Statement("canned_answer_changed", values | {"id": canned_answer.id}, guard=Conflict)


@statements.register
def _(change: CannedAnswerRemoved) -> Iterator[Statement]:
    yield Statement("canned_answer_removed", {"id": change.id})
