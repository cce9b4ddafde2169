"""What admins do."""

from typing import Any

from core.administration import (
    AdminAppointed,
    AdminRevoked,
    Appointed,
    SettingChanged,
    Template,
    TemplateKept,
    TemplateRemoved,
)
from core.desk.base import Base, Rules
from core.dialog import Dialog
from core.errors import Banned
from core.notices import card, tell
from core.tuning import checked, tuned
from core.work import CatalogueReplaced, Noted, Person, PersonChanged, Work


class AdminDeeds(Base):
    def replace_catalogue(self, work: Work, admin_id: int, text: str, **what: str) -> None:
        """`text` was checked by core.catalogue.parse; `what` of it changed. Used from the commit on."""
        deed = "catalogue-changed" if what else "catalogue-replaced"
        work.put(
            CatalogueReplaced(text=text, at=work.now, by=admin_id),
            Noted(by=admin_id, deed=deed, at=work.now, values=what),
        )

    async def use_settings(self) -> None:
        """As they are kept: the environment's, and over them what owners have changed."""
        self.rules = tuned(self.default_rules, await self.store.settings())

    async def change_setting(self, work: Work, owner_id: int, name: str, value: Any) -> Rules:
        """The rules as they will be. `value` is what core.tuning.read gave; None: as the environment has it."""
        values = await self.store.settings() | {name: value}
        rules = checked(tuned(self.default_rules, {key: kept for key, kept in values.items() if kept is not None}))
        work.put(
            SettingChanged(name=name, value=value, by=owner_id, at=work.now),
            Noted(by=owner_id, deed="setting-changed", at=work.now, values={"name": name, "value": value}),
        )
        return rules

    def appoint(self, work: Work, owner_id: int, person: Person) -> None:
        work.put(
            AdminAppointed(person.id, role="admin", by=owner_id, at=work.now),
            Noted(by=owner_id, deed="admin-appointed", at=work.now, values={"person": person.id, "name": person.name}),
        )
        work.tell(tell(person.id, "appointed", work.now))

    def revoke(self, work: Work, owner_id: int, admin: Appointed) -> None:
        work.put(
            AdminRevoked(admin.person_id),
            Noted(
                by=owner_id, deed="admin-revoked", at=work.now, values={"person": admin.person_id, "name": admin.name}
            ),
        )
        work.tell(tell(admin.person_id, "revoked", work.now))

    def keep_template(self, work: Work, admin_id: int, template: Template) -> None:
        deed = "template-added" if template.id is None else "template-changed"
        work.put(
            TemplateKept(template),
            Noted(by=admin_id, deed=deed, at=work.now, values={"title": template.title}),
        )

    def remove_template(self, work: Work, admin_id: int, template: Template) -> None:
        assert template.id is not None
        work.put(
            TemplateRemoved(template.id),
            Noted(by=admin_id, deed="template-removed", at=work.now, values={"title": template.title}),
        )

    def note_export(self, work: Work, admin_id: int, first: str, last: str) -> None:
        """Whoever takes what people wrote out of the desk is remembered."""
        work.put(Noted(by=admin_id, deed="exported", at=work.now, values={"since": first, "until": last}))

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
