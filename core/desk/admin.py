"""What admins do."""

from core.desk.base import Base
from core.dialog import Dialog
from core.errors import Banned
from core.notices import card, tell
from core.work import CatalogueReplaced, Noted, Person, PersonChanged, Work


class AdminDeeds(Base):
    def replace_catalogue(self, work: Work, admin_id: int, text: str, **what: str) -> None:
        """`text` was checked by core.catalogue.parse; `what` of it changed. Used from the commit on."""
        deed = "catalogue-changed" if what else "catalogue-replaced"
        work.put(
            CatalogueReplaced(text=text, at=work.now, by=admin_id),
            Noted(by=admin_id, deed=deed, at=work.now, values=what),
        )

    def ban(self, work: Work, admin_id: int, person: Person, reason: str, dialog: Dialog | None = None) -> None:
        """`dialog`: where it was done from; its card shows it."""
        work.put(
            PersonChanged(person.id, {"banned_at": work.now, "ban_reason": reason}),
            Noted(by=admin_id, deed="banned", at=work.now, values={"person": person.id, "reason": reason}),
        )
        work.tell(tell(person.id, "banned", work.now, reason=reason))
        self._show_on_card(work, dialog)

    def unban(self, work: Work, admin_id: int, person: Person, dialog: Dialog | None = None) -> None:
        work.put(
            PersonChanged(person.id, {"banned_at": None, "ban_reason": None}),
            Noted(by=admin_id, deed="unbanned", at=work.now, values={"person": person.id}),
        )
        work.tell(tell(person.id, "unbanned", work.now))
        self._show_on_card(work, dialog)

    def _show_on_card(self, work: Work, dialog: Dialog | None) -> None:
        if dialog:
            work.tell(card(dialog.number, work.now))


def must_not_be_banned(person: Person) -> None:
    if person.banned_at is not None:
        raise Banned(reason=person.ban_reason or "")
