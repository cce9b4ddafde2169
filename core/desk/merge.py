"""Two open dialogs of one seller become one, and two again where it was a slip."""

from dataclasses import replace

from core.audit import Audited
from core.desk.desk import Desk
from core.desk.due_times import promised
from core.desk.late_words import SEEN_BACK, as_of
from core.dialog import Dialog, DialogChanged
from core.errors import MergeOfAnother, MergeSettled, MergeUndoneAlready
from core.merge import (
    OF_MERGED,
    OF_SURVIVOR,
    DialogsMerged,
    Merge,
    MergeUndone,
    as_before,
    gone_into,
    joined,
    must_be_mergeable,
    snapshot,
)
from core.outbox import CARD_SETTLES, Notice, NoticeKind, card_notice, dialog_stream, person_notice, thread_notice
from core.person import Agent
from core.unit_of_work import UnitOfWork


class MergeActions:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def others(self, dialog: Dialog) -> list[Dialog]:
        """The seller's other open dialogs, those on the same topic first."""
        found = [
            other for other in await self._desk.store.open_dialogs(dialog.seller_id) if other.number != dialog.number
        ]
        return sorted(found, key=lambda other: other.topic != dialog.topic)

    async def merge(self, work: UnitOfWork, agent: Agent, survivor: Dialog, number: int) -> Merge:
        """The dialog of this number becomes part of `survivor`.

        Raises: DialogUnknown, MergeIntoItself, OtherSellersDialog, DialogFinished.
        """
        merged = must_be_mergeable(await self._desk.store.dialog(number), survivor, number)
        merge = Merge(
            number=number,
            survivor=survivor.number,
            by=agent.id,
            at=work.now,
            version=survivor.version + 1,
            merged_was=snapshot(merged, OF_MERGED),
            survivor_was=snapshot(survivor, OF_SURVIVOR),
        )
        work.add(
            DialogChanged(joined(survivor, merged)),
            DialogChanged(gone_into(merged, survivor, work.now)),
            DialogsMerged(merge),
            Audited(by=agent.id, action="merged", at=work.now, values=_numbers(merge)),
        )
        await self._tell_merged(work, merge, merged)
        return merge

    async def _tell_merged(self, work: UnitOfWork, merge: Merge, merged: Dialog) -> None:
        thread = await self._desk.store.thread(merge.survivor)
        work.notify(
            _shown_in(merge, work.now),
            thread_notice(
                merge.number,
                "merged-away",
                work.now,
                survivor=str(merge.survivor),
                thread=thread.to_data() if thread else None,
            ),
            person_notice(merged.seller_id, "merged", work.now, dialog=merge.survivor, merged=str(merge.number)),
            card_notice(merge.survivor, work.now + CARD_SETTLES),
            card_notice(merge.number, work.now),
        )

    async def undo(self, work: UnitOfWork, agent: Agent, number: int) -> Merge:
        """Both dialogs are as before; what was written since stays in the one that stood.

        Raises: MergeUndoneAlready, MergeSettled, MergeOfAnother, DialogFinished.
        """
        merge, merged = await self._desk.store.merge(number), await self._desk.store.dialog(number)
        if merged is not None and merged.merged_into is None:
            raise MergeUndoneAlready(number=number)
        if merge is None or not merge.may_be_undone(work.now):
            raise MergeSettled(number=number)
        if merge.by != agent.id:
            raise MergeOfAnother(number=number)
        survivor = await self._desk.store.dialog(merge.survivor)
        if merged is None or survivor is None or merged.merged_into != survivor.number:
            raise MergeSettled(number=number)
        survivor.must_be_open()
        work.add(
            MergeUndone(merge),
            DialogChanged(await self._without(survivor, merge)),
            DialogChanged(as_before(merged, merge.merged_was)),
            Audited(by=agent.id, action="merge-undone", at=work.now, values=_numbers(merge)),
        )
        self._tell_undone(work, merge, merged)
        return merge

    async def _without(self, survivor: Dialog, merge: Merge) -> Dialog:
        before = as_before(survivor, merge.survivor_was)
        if survivor.version == merge.version:
            return before
        history = await self._desk.store.last_messages(survivor.number, SEEN_BACK)
        failed = await self._desk.store.failed_messages(survivor.number)
        own = [
            one
            for one in history
            if one.merged_from != merge.number and one.merged_at != merge.at and one.id not in failed
        ]
        changed = promised(self._desk, as_of(before, own), before)
        changed = replace(changed, has_files=before.has_files or any(message.content.file for message in own))
        if changed.support_said_at == before.support_said_at:
            return changed
        return replace(changed, support_wrote_at=survivor.support_wrote_at, reminded_at=survivor.reminded_at)

    def _tell_undone(self, work: UnitOfWork, merge: Merge, merged: Dialog) -> None:
        """In the survivor's thread the receipt says it, whose button undid it."""
        both = _numbers(merge)
        work.notify(
            thread_notice(merge.number, "merge-undone", work.now, other=str(merge.survivor)),
            person_notice(merged.seller_id, "merge-undone", work.now, dialog=merge.survivor, merged=str(merge.number)),
            *(card_notice(number, work.now) for number in both.values()),
        )


def _numbers(merge: Merge) -> dict[str, int]:
    return {"dialog": merge.number, "survivor": merge.survivor}


def _shown_in(merge: Merge, now: int) -> Notice:
    return Notice(
        stream=dialog_stream(merge.survivor),
        kind=NoticeKind.MERGE,
        dialog=merge.survivor,
        values={"number": merge.number, "at": merge.at},
        due_at=now,
    )
