"""When support lets a seller wait: a reminder to the agents, then a word to the admins; each once per wait."""

from collections.abc import AsyncIterator, Iterable
from dataclasses import replace
from typing import Any

from core.desk.base import Base
from core.dialog import Dialog, DialogChanged
from core.fsm import FsmStateSaved
from core.outbox import Priority, line, tell
from core.threads import DialogInThread
from core.unit_of_work import UnitOfWork

READ_TOGETHER = 200
MOST_SHOWN = 10


class WaitingReminderActions(Base):
    async def waiting_too_long(self, now: int) -> AsyncIterator[tuple[Dialog, int]]:
        """Dialogs of groups at work, that wait longer than the least of the limits, and how long in working time."""
        limits = [limit for limit in (self.rules.nudge_after, self.rules.escalate_after) if limit]
        if not limits:
            return
        after: Dialog | None = None
        while True:
            found = await self.store.waiting_dialogs(now - min(limits), after, READ_TOGETHER)
            for dialog in found:
                hours = self.hours_of(dialog.group_id)
                if dialog.waiting_since is not None and hours.are_on(now):
                    yield dialog, hours.between(dialog.waiting_since, now)
            if len(found) < READ_TOGETHER:
                return
            after = found[-1]

    def speak_of_waiting(self, work: UnitOfWork, dialog: Dialog, waited: int, admins: Iterable[int]) -> Dialog:
        """Says what is due and was not said in this wait; the dialog as it is then."""
        changed = dialog
        if 0 < self.rules.nudge_after <= waited and not _said(dialog, dialog.nudged_at):
            changed = replace(changed, nudged_at=work.now)
            values = {"waited": waited, "agent_id": dialog.agent_id or 0, "agent": dialog.agent_name or ""}
            work.tell(line(dialog.number, "waiting", work.now, **values))
        if 0 < self.rules.escalate_after <= waited and not _said(dialog, dialog.escalated_at):
            changed = replace(changed, escalated_at=work.now)
            for admin in admins:
                work.tell(tell(admin, "waits-long", work.now, dialog.number, Priority.REMINDERS, waited=waited))
        if changed is not dialog:
            work.add(DialogChanged(changed))
        return changed

    async def digest(self, work: UnitOfWork, group: int, today: str) -> None:
        """What is unanswered, once a day to each group; nothing where nothing is."""
        key = f"digest:{group}"
        if (await self.store.fsm_state(key))[0] == today:
            return
        work.add(FsmStateSaved(key=key, state=today, data={}, at=work.now))
        total = await self.store.count_queue(group)
        if not total:
            return
        oldest = await self.store.queue(group, MOST_SHOWN, 0)
        work.tell(
            tell(group, "digest", work.now, priority=Priority.REMINDERS, total=total,
                 dialogs=[_shown(in_thread, work.now) for in_thread in oldest])
        )  # fmt: skip


def _said(dialog: Dialog, at: int | None) -> bool:
    """In this wait, not in one before."""
    return at is not None and dialog.waiting_since is not None and at >= dialog.waiting_since


def _shown(in_thread: DialogInThread, now: int) -> dict[str, Any]:
    dialog, thread = in_thread.dialog, in_thread.thread
    return {
        "number": dialog.number,
        "topic": dialog.titles.topic,
        "waited": now - (dialog.waiting_since or now),
        "place": [thread.chat_id, thread.thread_id, thread.card_id] if thread else None,
    }
