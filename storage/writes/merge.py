"""Dialogs that become one, and two again."""

from collections.abc import Iterator

from core.merge import DialogsMerged, Merge, MergedNowhere, MergeUndone
from core.unit_of_work import Conflict
from storage.statements import Statement, statements, to_json


@statements.register
def _(change: DialogsMerged) -> Iterator[Statement]:
    merge = change.merge
    both = {"number": merge.number, "survivor": merge.survivor}
    details = {"version": merge.version, "merged_was": merge.merged_was, "survivor_was": merge.survivor_was}
    yield Statement("merge_kept", {**both, "by_id": merge.by, "at": merge.at, "details": to_json(details)})
    yield from _one_turn(merge)
    yield Statement("first_answer_shared", both)
    yield Statement("messages_merged", {**both, "at": merge.at})
    yield Statement("waiting_follows", {"left": merge.number, "here": merge.survivor})


def _one_turn(merge: Merge) -> Iterator[Statement]:
    """A seller who waited in both waits once, since the first word that is unanswered."""
    waited = {merge.survivor: merge.survivor_was["waiting_since"], merge.number: merge.merged_was["waiting_since"]}
    first = min((at for at in waited.values() if at is not None), default=None)
    for number, at in waited.items():
        if at is not None and (number, at) != (merge.survivor, first):
            yield _withdrawn(number, at)


@statements.register
def _(change: MergeUndone) -> Iterator[Statement]:
    merge = change.merge
    both = {"number": merge.number, "survivor": merge.survivor}
    yield Statement("merge_forgotten", {"number": merge.number, "at": merge.at}, guard=Conflict)
    if (at := merge.merged_was["waiting_since"]) is not None:  # the survivor waited since then
        yield _withdrawn(merge.survivor, at)
    yield Statement("first_answer_returned", both)
    yield Statement("messages_parted", both)
    yield Statement("waiting_follows", {"left": merge.survivor, "here": merge.number})


def _withdrawn(number: int, asked_at: int) -> Statement:
    return Statement("turn_withdrawn", {"dialog": number, "asked_at": asked_at})


@statements.register
def _(change: MergedNowhere) -> Iterator[Statement]:
    yield Statement("merged_nowhere", {"number": change.number}, guard=Conflict)
