"""What admins do."""

from collections.abc import Container
from typing import Any

from core.admins import AdminAppointed, AdminRevoked, AppointedAdmin
from core.audit import Audited
from core.canned import CannedAnswer, CannedAnswerRemoved, CannedAnswerSaved
from core.desk.desk import Desk
from core.dialog import Dialog
from core.errors import BannedAlready, NotBanned, SellerIsAdmin
from core.live_settings import SettingChanged, apply_settings, checked
from core.outbox import HeldDropped, HeldSent, card_notice, person_notice
from core.person import Person, PersonChanged
from core.rules import Rules
from core.unit_of_work import UnitOfWork

REASON_LIMIT = 500  # characters


class AdminActions:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def change_setting(self, work: UnitOfWork, owner_id: int, name: str, value: Any) -> Rules:
        """The rules as they will be. `value` is what core.live_settings.read gave; None: as the environment has it."""
        values = await self._desk.store.settings() | {name: value}
        rules = checked(
            apply_settings(self._desk.default_rules, {key: kept for key, kept in values.items() if kept is not None})
        )
        work.add(
            SettingChanged(name=name, value=value, by=owner_id, at=work.now),
            Audited(by=owner_id, action="setting-changed", at=work.now, values={"name": name, "value": value}),
        )
        return rules

    def appoint(self, work: UnitOfWork, owner_id: int, person: Person) -> None:
        work.add(
            AdminAppointed(person.id, role="admin", by=owner_id, at=work.now),
            Audited(
                by=owner_id, action="admin-appointed", at=work.now, values={"person": person.id, "name": person.name}
            ),
        )
        work.notify(person_notice(person.id, "appointed", work.now))

    def revoke(self, work: UnitOfWork, owner_id: int, admin: AppointedAdmin) -> None:
        work.add(
            AdminRevoked(admin.person_id),
            Audited(
                by=owner_id, action="admin-revoked", at=work.now, values={"person": admin.person_id, "name": admin.name}
            ),
        )
        work.notify(person_notice(admin.person_id, "revoked", work.now))

    def send_held(self, work: UnitOfWork, admin_id: int) -> None:
        """What a backup that was put back has waiting leaves after all."""
        work.add(HeldSent(work.now), Audited(by=admin_id, action="held-sent", at=work.now))

    def drop_held(self, work: UnitOfWork, admin_id: int) -> None:
        work.add(HeldDropped(), Audited(by=admin_id, action="held-dropped", at=work.now))

    def save_canned_answer(self, work: UnitOfWork, admin_id: int, canned_answer: CannedAnswer) -> None:
        action = "template-added" if canned_answer.id is None else "template-changed"
        work.add(
            CannedAnswerSaved(canned_answer),
            Audited(by=admin_id, action=action, at=work.now, values={"title": canned_answer.title}),
        )

    def remove_canned_answer(self, work: UnitOfWork, admin_id: int, canned_answer: CannedAnswer) -> None:
        assert canned_answer.id is not None
        work.add(
            CannedAnswerRemoved(canned_answer.id),
            Audited(by=admin_id, action="template-removed", at=work.now, values={"title": canned_answer.title}),
        )

    def note_export(self, work: UnitOfWork, admin_id: int, first: str, last: str) -> None:
        """Whoever takes what people wrote out of the desk is remembered."""
        work.add(Audited(by=admin_id, action="exported", at=work.now, values={"since": first, "until": last}))

    async def ban(
        self,
        work: UnitOfWork,
        admin_id: int,
        person: Person,
        reason: str,
        admins: Container[int],
        dialog: Dialog | None = None,
    ) -> None:
        """The cards of all that is open show it, and that of `dialog`, where it was done from.

        Raises: SellerIsAdmin, BannedAlready.
        """
        must_be_bannable(person, admins)
        reason = reason[:REASON_LIMIT]
        work.add(
            PersonChanged(person.id, {"banned_at": work.now, "ban_reason": reason}),
            Audited(by=admin_id, action="banned", at=work.now, values={"person": person.id, "reason": reason}),
        )
        work.notify(person_notice(person.id, "banned", work.now, reason=reason))
        await self._show_on_cards(work, person, dialog)

    async def unban(self, work: UnitOfWork, admin_id: int, person: Person, dialog: Dialog | None = None) -> None:
        """Raises: NotBanned."""
        if person.banned_at is None:
            raise NotBanned(name=person.name, id=str(person.id))
        work.add(
            PersonChanged(person.id, {"banned_at": None, "ban_reason": None}),
            Audited(by=admin_id, action="unbanned", at=work.now, values={"person": person.id}),
        )
        work.notify(person_notice(person.id, "unbanned", work.now))
        await self._show_on_cards(work, person, dialog)

    async def _show_on_cards(self, work: UnitOfWork, person: Person, dialog: Dialog | None) -> None:
        numbers = {each.number for each in await self._desk.store.open_dialogs(person.id)}
        numbers |= {dialog.number} if dialog else set()
        work.notify(*(card_notice(number, work.now) for number in sorted(numbers)))


def must_be_bannable(person: Person, admins: Container[int]) -> None:
    """Raises: SellerIsAdmin, BannedAlready."""
    if person.id in admins:
        raise SellerIsAdmin()
    if person.banned_at is not None:
        raise BannedAlready(name=person.name, id=str(person.id), reason=person.ban_reason or "")
