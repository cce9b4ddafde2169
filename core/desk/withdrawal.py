"""«Это о другом»: a seller takes words out of the dialog that they were taken for."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from core.content import ATTACHABLE
from core.desk.desk import Desk
from core.desk.due_times import promised
from core.desk.late_words import SEEN_BACK, as_of
from core.desk.later import put_off_again
from core.dialog import Dialog, DialogChanged
from core.errors import AnsweredMeanwhile, WordsGone
from core.message import IncomingMessage, Message, MessageRef, Side
from core.outbox import CARD_SETTLES, Notice, NoticeKind, card_notice, dialog_stream
from core.unit_of_work import UnitOfWork
from core.units import MINUTE, SECOND
from core.withdrawal import WordsWithdrawn

SAID_TOGETHER = 10 * MINUTE  # after the first word: one submission, with one receipt


class WithdrawalActions:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def words(self, seller_id: int, number: int, first: MessageRef) -> tuple[Dialog, list[Message]]:
        """The dialog, and all of the submission that began with this message.

        Raises: WordsGone, where they are in another dialog by now; AnsweredMeanwhile, DialogFinished.
        """
        known, dialog = await self._desk.store.message_at(first), await self._desk.store.surviving_dialog(number)
        if known is None or known.message is None or dialog is None or known.dialog.number != dialog.number:
            raise WordsGone(number=number)
        if dialog.seller_id != seller_id or known.message.side is not Side.SELLER:
            raise WordsGone(number=number)
        dialog.must_be_open()
        opening = await self._desk.store.history(dialog.number, limit=1, offset=0)
        if opening[0].id == known.message.id:  # no receipt says so: what a dialog was opened with is what it is about
            raise WordsGone(number=number)
        since = await self._desk.store.message_page(dialog.number, known.message.id - 1, SEEN_BACK)
        if any(message.side is Side.AGENT and not message.holds for message in since):
            raise AnsweredMeanwhile(number=dialog.number)
        return dialog, [one for one in since if _said_together(known.message, one)]

    async def withdraw(self, work: UnitOfWork, dialog: Dialog, words: Sequence[Message]) -> list[IncomingMessage]:
        """The dialog is as it was before them; they are handed back, to be said elsewhere."""
        taken = [await self._as_incoming(message) for message in words]
        gone = {message.id for message in words}
        failed = await self._desk.store.failed_messages(dialog.number)
        history = await self._desk.store.last_messages(dialog.number, SEEN_BACK)
        files = sum(message.content.kind in ATTACHABLE for message in words)
        left = [message for message in history if message.id not in gone | failed]
        changed = replace(
            put_off_again(as_of(dialog, left), left, work.now),
            has_files=await self._desk.store.count_files(dialog.number) > files,
        )
        work.add(
            WordsWithdrawn(dialog.number, tuple(message.id for message in words), words[0].created_at),
            DialogChanged(promised(self._desk, changed, dialog)),
        )
        work.notify(_copies_go(dialog.number, words, work.now), card_notice(dialog.number, work.now + CARD_SETTLES))
        return taken

    async def _as_incoming(self, message: Message) -> IncomingMessage:
        placed = await self._desk.store.message_refs(message.id)
        return IncomingMessage(
            content=message.content,
            ref=next(ref for ref, is_source in placed if is_source),
            album=f"{message.album}:{message.dialog}" if message.album else None,
            second=message.created_at - message.created_at % SECOND,
        )


def _said_together(first: Message, one: Message) -> bool:
    """Also where what was said at the same time in another dialog is part of this one by now."""
    soon = one.created_at < first.created_at + SAID_TOGETHER
    return one.side is Side.SELLER and soon and one.merged_from == first.merged_from


def _copies_go(number: int, words: Sequence[Message], now: int) -> Notice:
    """What they were is told along: where a copy can't be deleted, it is struck through."""
    values: dict[str, Any] = {"words": [[message.id, message.content.to_data()] for message in words]}
    return Notice(stream=dialog_stream(number), kind=NoticeKind.WITHDRAW, dialog=number, values=values, due_at=now)
