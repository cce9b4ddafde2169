"""«Not now»: a dialog leaves queue and reminders until a moment that an agent names, or until somebody writes."""

from collections.abc import Sequence
from dataclasses import replace

from core.desk.desk import Desk
from core.dialog import IN_THE_QUEUE, Dialog, DialogChanged, Status
from core.errors import NotPutOff
from core.message import Message, Side
from core.moment import read_moment
from core.outbox import CARD_SETTLES, card_notice, person_notice, thread_notice
from core.unit_of_work import UnitOfWork

WOKEN = ("snooze_told", "woken_at", "woken_from")  # what is known of a dialog that was brought back by a word


class LaterActions:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def put_off(self, work: UnitOfWork, dialog: Dialog, until: str) -> Dialog:
        """`until`: a moment as people name one, in the shop's time zone. Raises: DialogFinished, MomentWrong."""
        dialog.must_be_open()
        moment = read_moment(until, work.now, self._desk.hours_of(dialog.group_id), self._desk.rules.zone)
        changed = replace(dialog, **IN_THE_QUEUE | {"snoozed_until": moment})
        work.add(DialogChanged(changed))
        work.notify(card_notice(dialog.number, work.now + CARD_SETTLES))
        return changed

    def tell(self, work: UnitOfWork, dialog: Dialog) -> Dialog:
        """The seller learns until when, once. Raises: DialogFinished, NotPutOff."""
        must_be_put_off(dialog)
        if dialog.snooze_told:
            return dialog
        changed = replace(dialog, snooze_told=True)
        work.add(DialogChanged(changed))
        work.notify(
            person_notice(dialog.seller_id, "later", work.now, dialog=dialog.number, until=dialog.snoozed_until),
            card_notice(dialog.number, work.now + CARD_SETTLES),
        )
        return changed

    def take_up(self, work: UnitOfWork, dialog: Dialog) -> Dialog:
        """Before its time, by an agent. Raises: DialogFinished, NotPutOff."""
        must_be_put_off(dialog)
        return _back(work, dialog)

    def bring_back(self, work: UnitOfWork, *dialogs: Dialog) -> None:
        """In their time. Whoever is in charge is called by name."""
        for dialog in dialogs:
            _back(work, dialog)
            agent = {"agent_id": dialog.agent_id or 0, "agent": dialog.agent_name or ""}
            waits = "yes" if dialog.status is Status.CREATED else "no"
            work.notify(thread_notice(dialog.number, "back", work.now, waits=waits, **agent))


def brought_back(dialog: Dialog, changed: Dialog, message: Message) -> Dialog:
    """By a seller's word: until when it was put off is known, should that word turn out to be about something else."""
    if message.side is not Side.SELLER:
        return changed
    if dialog.snoozed_until is None:
        if dialog.woken_at is None:  # as most are
            return changed
        return replace(changed, **{name: getattr(dialog, name) for name in WOKEN})
    return replace(
        changed, snooze_told=dialog.snooze_told, woken_at=message.created_at, woken_from=dialog.snoozed_until
    )


def put_off_again(dialog: Dialog, history: Sequence[Message], now: int) -> Dialog:
    """Where none of these messages brought it back, and its time has not come."""
    if dialog.woken_at is None:
        return dialog
    since = [one.created_at for one in history if one.side is Side.SELLER and one.created_at >= dialog.woken_at]
    if since:
        return replace(dialog, woken_at=min(since))
    still = dialog.woken_from is not None and dialog.woken_from > now
    again = {"snoozed_until": dialog.woken_from, "snooze_told": dialog.snooze_told} if still else {}
    return replace(dialog, **IN_THE_QUEUE | again)


def must_be_put_off(dialog: Dialog) -> None:
    """Raises: DialogFinished, NotPutOff."""
    dialog.must_be_open()
    if dialog.snoozed_until is None:
        raise NotPutOff(number=dialog.number)


def _back(work: UnitOfWork, dialog: Dialog) -> Dialog:
    """Where the seller's word is awaited, silence begins anew: until now it was ours."""
    changed = replace(dialog, **IN_THE_QUEUE)
    if changed.status is not Status.CREATED:
        changed = replace(changed, support_wrote_at=work.now, reminded_at=None)
    work.add(DialogChanged(changed))
    work.notify(card_notice(dialog.number, work.now + CARD_SETTLES))
    return changed
