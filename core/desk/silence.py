"""What happens when nobody writes: a reminder, then the end."""

from dataclasses import replace

from core.desk.base import Base
from core.dialog import Dialog, Event
from core.notices import Priority, card, line, tell
from core.work import DialogChanged, Work


class SilenceDeeds(Base):
    def remind(self, work: Work, dialog: Dialog) -> None:
        left = (dialog.spoken_at or work.now) + self.rules.auto_close - work.now
        work.put(DialogChanged(replace(dialog, reminded_at=work.now)))
        work.tell(
            tell(dialog.seller_id, "reminder", work.now, dialog=dialog.number, priority=Priority.REMINDERS,
                 left=max(left, 0))
        )  # fmt: skip

    def expire(self, work: Work, dialog: Dialog) -> None:
        work.put(DialogChanged(dialog.after(Event.EXPIRED, work.now)))
        work.tell(
            tell(dialog.seller_id, "expired", work.now, dialog=dialog.number),
            line(dialog.number, "expired", work.now),
            card(dialog.number, work.now),
        )
