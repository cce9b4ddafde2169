"""Answers that helped are remembered once their dialogs have ended: a part at a time, so that nobody waits."""

from core.dialog import Dialog
from core.similar import (
    REMEMBERED_FOR,
    AnswerRemembered,
    AnswersReadUntil,
    HelpfulAnswer,
    OldestAnswersForgotten,
    helpful_answer,
)
from core.store import Store, commit_or_skip
from core.unit_of_work import UnitOfWork
from core.units import HOUR

TOGETHER = 100  # dialogs in one transaction
AT_ONCE = 1_000  # dialogs in one sweep
READ_OF_DIALOG = 100  # messages, from the beginning


class SimilarAnswersJob:
    def __init__(self, store: Store) -> None:
        self._store = store

    async def sweep(self, now: int) -> None:
        after = max(await self._store.answers_read_until(), now - REMEMBERED_FOR)
        for _ in range(AT_ONCE // TOGETHER):
            dialogs = await self._store.helped_dialogs(after, now - 1, TOGETHER)
            if not dialogs:
                return await self._go_on_from(max(after, now - HOUR), now)
            after = dialogs[-1].ended_at or after
            answers = [answer for dialog in dialogs if (answer := await self._answer_of(dialog))]
            work = UnitOfWork(now=now)
            work.add(*map(AnswerRemembered, answers), AnswersReadUntil(after))
            work.add(*map(OldestAnswersForgotten, sorted({answer.topic for answer in answers})))
            if not await commit_or_skip(self._store, work):
                return

    async def _go_on_from(self, until: int, now: int) -> None:
        """What ended in the last hour may not be kept yet."""
        work = UnitOfWork(now=now)
        work.add(AnswersReadUntil(until))
        await commit_or_skip(self._store, work)

    async def _answer_of(self, dialog: Dialog) -> HelpfulAnswer | None:
        return helpful_answer(dialog, await self._store.history(dialog.number, READ_OF_DIALOG, 0))
