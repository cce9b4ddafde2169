"""Until when support promised an answer, and a word to the agents before that time is over; once per wait."""

from dataclasses import replace

from core.desk.desk import Desk
from core.dialog import Dialog, DialogChanged
from core.outbox import thread_notice
from core.unit_of_work import UnitOfWork
from core.units import MINUTE

WARNED_WITHIN = 5  # the last fifth of the time
LEAST_WARNING = 5 * MINUTE


def promised(desk: Desk, dialog: Dialog, before: Dialog | None = None) -> Dialog:
    """The dialog with what its topic promises, where a wait has begun since `before` or the topic is another one.

    What was promised stays so, whatever happens to the catalogue and to the working hours.
    """
    if before and (before.waiting_since, before.topic) == (dialog.waiting_since, dialog.topic):
        if (before.due_at, before.warn_at) == (dialog.due_at, dialog.warn_at):
            return dialog
        return replace(dialog, due_at=before.due_at, warn_at=before.warn_at)
    within = desk.catalogue.answer_in(dialog.topic)
    if dialog.waiting_since is None or not within:
        return replace(dialog, due_at=None, warn_at=None)
    hours = desk.hours_of(dialog.group_id)
    was_warned = dialog.was_said_in_this_wait(dialog.nudged_at)
    return replace(
        dialog,
        due_at=hours.after(dialog.waiting_since, within),
        warn_at=None if was_warned else hours.after(dialog.waiting_since, within - _warning(within)),
    )


def _warning(within: int) -> int:
    """So long before the end of that time."""
    return min(max(within // WARNED_WITHIN, LEAST_WARNING), within // 2)


class DueTimeActions:
    def warn(self, work: UnitOfWork, *dialogs: Dialog) -> None:
        """In each dialog's thread, whoever is in charge by name."""
        work.add(*(DialogChanged(replace(dialog, warn_at=None, nudged_at=work.now)) for dialog in dialogs))
        for dialog in dialogs:
            late = "yes" if dialog.due_at is not None and dialog.due_at <= work.now else "no"
            agent = {"agent_id": dialog.agent_id or 0, "agent": dialog.agent_name or ""}
            work.notify(thread_notice(dialog.number, "due", work.now, until=dialog.due_at, late=late, **agent))
