"""When support lets a seller wait: a reminder to the agents, then a word to the admins; each once per wait.

Of topics that promise an answer within a time it is due_times.py that warns.
"""

from collections.abc import AsyncIterator, Iterable
from dataclasses import replace
from typing import Any

from core.desk.desk import Desk
from core.dialog import Dialog, DialogChanged
from core.fsm import FsmStateSaved
from core.outbox import Priority, person_notice, thread_notice
from core.threads import DialogInThread
from core.unit_of_work import UnitOfWork

READ_TOGETHER = 200
MOST_SHOWN = 10


class UnansweredReminderActions:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def waiting_too_long(self, now: int) -> AsyncIterator[tuple[Dialog, int]]:
        """Dialogs of groups at work, that wait longer than the least of the limits, and how long in working time."""
        limits = [limit for limit in (self._desk.rules.nudge_after, self._desk.rules.escalate_after) if limit]
        if not limits:
            return
        after: Dialog | None = None
        while True:
            found = await self._desk.store.waiting_dialogs(now - min(limits), after, READ_TOGETHER)
            for dialog in found:
                hours = self._desk.hours_of(dialog.group_id)
                if dialog.waiting_since is not None and hours.are_on(now):
                    yield dialog, hours.between(dialog.waiting_since, now)
            if len(found) < READ_TOGETHER:
                return
            after = found[-1]

    def remind(self, work: UnitOfWork, dialog: Dialog, waited: int, admins: Iterable[int]) -> Dialog:
        """Says what is due and was not said in this wait; the dialog as it is then."""
        changed = dialog
        if 0 < self._desk.rules.nudge_after <= waited and not dialog.was_said_in_this_wait(dialog.nudged_at):
            changed = replace(changed, nudged_at=work.now)
            values = {"waited": waited, "agent_id": dialog.agent_id or 0, "agent": dialog.agent_name or ""}
            work.notify(thread_notice(dialog.number, "waiting", work.now, **values))
        if 0 < self._desk.rules.escalate_after <= waited and not dialog.was_said_in_this_wait(dialog.escalated_at):
            changed = replace(changed, escalated_at=work.now)
            for admin in admins:
                work.notify(
                    person_notice(admin, "waits-long", work.now, dialog.number, Priority.REMINDERS, waited=waited)
                )
        if changed is not dialog:
            work.add(DialogChanged(changed))
        return changed

    async def digest(self, work: UnitOfWork, group: int, today: str) -> None:
        """What is unanswered, once a day to each group; nothing where nothing is."""
        key = f"digest:{group}"
        before = await self._desk.store.fsm_state(key)
        if before.state == today:
            return
        work.add(FsmStateSaved(key=key, state=today, data={}, at=work.now, version=before.version))
        total = await self._desk.store.count_queue(group)
        if not total:
            return
        oldest = await self._desk.store.queue(group, MOST_SHOWN, 0)
        work.notify(
            person_notice(
                group,
                "digest",
                work.now,
                priority=Priority.REMINDERS,
                total=total,
                dialogs=[_shown(waiting, work.now) for waiting in oldest],
            )
        )


def _shown(waiting: DialogInThread, now: int) -> dict[str, Any]:
    dialog, thread = waiting.dialog, waiting.thread
    return {
        "number": dialog.number,
        "topic": dialog.titles.topic,
        "waited": now - (dialog.waiting_since or now),
        "thread": thread.to_data() if thread else None,
    }
