"""A seller blocks the bot, or comes back."""

from core.dialog import DialogReads
from core.outbox import SentAgain, card_notice, seller_stream, thread_notice
from core.person import Person, PersonChanged
from core.unit_of_work import UnitOfWork


async def mark_unreachable(
    work: UnitOfWork, dialogs: DialogReads, seller: Person, *, told_in: int | None = None
) -> None:
    """Nothing reaches the seller any more: the agents learn it before they write. `told_in`: where they know."""
    if seller.unreachable_since is not None:
        return
    work.add(PersonChanged(seller.id, {"unreachable_since": work.now}))
    for dialog in await dialogs.open_dialogs(seller.id):
        if dialog.number != told_in:
            work.notify(thread_notice(dialog.number, "unreachable", work.now))
        work.notify(card_notice(dialog.number, work.now))


async def mark_reachable(work: UnitOfWork, dialogs: DialogReads, seller: Person) -> None:
    """The seller is back: what could not be delivered is sent after all."""
    if seller.unreachable_since is None:
        return
    work.add(PersonChanged(seller.id, {"unreachable_since": None}), SentAgain(seller_stream(seller.id), work.now))
    for dialog in await dialogs.open_dialogs(seller.id):
        work.notify(thread_notice(dialog.number, "reachable-again", work.now), card_notice(dialog.number, work.now))
