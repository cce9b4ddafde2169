"""What happens when nobody writes: a reminder, then the end. Of many at once, like is kept beside like."""

from dataclasses import replace

from core.desk.desk import Desk
from core.dialog import Dialog, DialogChanged, Event
from core.outbox import Priority, card_notice, person_notice, thread_notice
from core.unit_of_work import UnitOfWork


class AutoClose:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def remind(self, work: UnitOfWork, *dialogs: Dialog) -> None:
        work.add(*(DialogChanged(replace(dialog, reminded_at=work.now)) for dialog in dialogs))
        for dialog in dialogs:
            left = max((dialog.support_wrote_at or work.now) + self._desk.rules.auto_close - work.now, 0)
            work.notify(
                person_notice(dialog.seller_id, "reminder", work.now, dialog.number, Priority.REMINDERS, left=left)
            )

    def expire(self, work: UnitOfWork, *dialogs: Dialog) -> None:
        work.add(*(DialogChanged(dialog.after(Event.EXPIRED, work.now)) for dialog in dialogs))
        for dialog in dialogs:
            work.notify(
                person_notice(dialog.seller_id, "expired", work.now, dialog=dialog.number),
                thread_notice(dialog.number, "expired", work.now),
            )
        work.notify(*(card_notice(dialog.number, work.now) for dialog in dialogs))
