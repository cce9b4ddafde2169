"""One dialog becomes part of another one of the same seller: what is kept of it, and what undoes it."""

from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from core.change import Change
from core.dialog import IN_THE_QUEUE, NO_WAIT, Dialog, Ending, Status
from core.errors import DialogUnknown, MergeIntoItself, OtherSellersDialog
from core.units import MINUTE

MAY_BE_UNDONE_FOR = MINUTE
# What a merge changes of the dialog that goes, and of the one that stays.
OF_MERGED = ("status", *NO_WAIT, *IN_THE_QUEUE)
OF_SURVIVOR = (*OF_MERGED, "seller_said_at", "support_said_at", "support_wrote_at", "reminded_at", "answered_at",
               "has_files")  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    number: int  # of the dialog that became part of the survivor
    survivor: int
    by: int  # the agent
    at: int
    version: int  # of the survivor, right after
    merged_was: dict[str, Any] = field(default_factory=dict)
    survivor_was: dict[str, Any] = field(default_factory=dict)

    def may_be_undone(self, now: int) -> bool:
        return now - self.at <= MAY_BE_UNDONE_FOR


def must_be_mergeable(merged: Dialog | None, survivor: Dialog, number: int) -> Dialog:
    """`merged`: what was found under the number. Raises: DialogUnknown, MergeIntoItself, OtherSellersDialog,
    DialogFinished.
    """
    if number == survivor.number:
        raise MergeIntoItself(number=number)
    if merged is None:
        raise DialogUnknown(number=number)
    if merged.seller_id != survivor.seller_id:
        raise OtherSellersDialog(number=number)
    survivor.must_be_open()
    merged.must_be_open()
    return merged


def gone_into(merged: Dialog, survivor: Dialog, now: int) -> Dialog:
    return replace(
        merged,
        status=Status.FINISHED,
        ending=Ending.CLOSED,
        ended_at=now,
        merged_into=survivor.number,
        **NO_WAIT | IN_THE_QUEUE,
    )


def joined(survivor: Dialog, merged: Dialog) -> Dialog:
    """What is owed in either is owed in the one that stays, since it was first asked for."""
    later = max(survivor, merged, key=lambda dialog: dialog.support_said_at or 0)
    waits = Status.CREATED in (survivor.status, merged.status)
    return replace(
        survivor,
        status=Status.CREATED if waits else later.status,
        waiting_since=_first(survivor.waiting_since, merged.waiting_since) if waits else None,
        due_at=_first(survivor.due_at, merged.due_at),
        warn_at=_first(survivor.warn_at, merged.warn_at),
        **IN_THE_QUEUE,
        seller_said_at=_last(survivor.seller_said_at, merged.seller_said_at),
        support_said_at=_last(survivor.support_said_at, merged.support_said_at),
        support_wrote_at=_last(survivor.support_wrote_at, merged.support_wrote_at),
        reminded_at=later.reminded_at,
        answered_at=_first(survivor.answered_at, merged.answered_at),
        has_files=survivor.has_files or merged.has_files,
    )


def _first(*times: int | None) -> int | None:
    return min((at for at in times if at is not None), default=None)


def _last(*times: int | None) -> int | None:
    return max((at for at in times if at is not None), default=None)


def snapshot(dialog: Dialog, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(dialog, name) for name in names}


def as_before(dialog: Dialog, was: dict[str, Any]) -> Dialog:
    """Open, as a snapshot of it says."""
    return replace(dialog, ending=None, ended_at=None, merged_into=None, **was | {"status": Status(was["status"])})


@dataclass(frozen=True, slots=True)
class DialogsMerged(Change):
    """What was said in the one stands in the other from now on, and what waits to leave goes there."""

    merge: Merge


@dataclass(frozen=True, slots=True)
class MergeUndone(Change):
    """What was said in each stands there again; a Conflict where somebody was quicker."""

    merge: Merge


@dataclass(frozen=True, slots=True)
class MergedNowhere(Change):
    """A Conflict where the dialog became part of another one since it was read."""

    number: int


class MergeReads(Protocol):
    async def merge(self, number: int) -> Merge | None:
        """How a dialog became part of another one; None where it did not, or too long ago to be undone."""
