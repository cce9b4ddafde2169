"""The one end of what can't be delivered: its sender is told, the dialog waits again, an admin can see it."""

from collections.abc import Sequence

import structlog

from bot.clock import Clock
from bot.operations.alerts import Alerts
from bot.telegram.errors import Failure
from bot.telegram.secrets import without_secrets
from core.change import Change
from core.desk import Desk, without_answers
from core.message import Side
from core.outbox import (
    UNREACHABLE,
    DeliveryContext,
    NoticeKind,
    PendingNotice,
    Undeliverable,
    person_notice,
    thread_notice,
)
from core.store import commit_or_skip
from core.unit_of_work import UnitOfWork
from core.units import MINUTE

log = structlog.get_logger()

BUG = "bug"
ADMINS_HELP = frozenset({BUG, Failure.OTHER.value})
MOST_DETAIL = 200
SAID_ONCE_IN = MINUTE


class GivingUp:
    def __init__(self, desk: Desk, alerts: Alerts, clock: Clock) -> None:
        self._desk = desk
        self._store = desk.store
        self._alerts = alerts
        self._clock = clock

    async def __call__(self, notices: Sequence[PendingNotice], reason: str, detail: str = "") -> list[Change]:
        """What is to be kept of notices that are given up together."""
        first, detail = notices[0], without_secrets(detail)[:MOST_DETAIL]
        log.warning("given up", dialog=first.dialog, kind=first.kind.value, reason=reason, detail=detail)
        context = await self._store.delivery_context(first.dialog, first.message) if first.dialog else None
        work = UnitOfWork(now=self._clock())
        work.add(*(_undeliverable(notice, work.now, reason) for notice in notices))
        if context and context.message and _is_somebodys(first):
            await self._tell_sender(work, notices, context, reason, detail)
        if reason in ADMINS_HELP and (reason == BUG or first.kind is not NoticeKind.RELAY):
            self._alerts.raise_alert("undeliverable", dialog=str(first.dialog or "—"), error=detail or reason)
        return work.changes

    async def _tell_sender(
        self, work: UnitOfWork, notices: Sequence[PendingNotice], context: DeliveryContext, reason: str, detail: str
    ) -> None:
        assert context.message
        number, said = context.dialog.number, {"reason": reason, "detail": detail}
        corrects = notices[0].kind is NoticeKind.CORRECT
        if context.message.side is Side.SELLER:
            what = "correction-lost" if corrects else "not-relayed"
            work.notify(
                thread_notice(number, what, work.now, side="seller", **said),
                person_notice(context.seller.id, what, work.now, dialog=number, reason=reason),
            )
        elif corrects:
            work.notify(thread_notice(number, "correction-lost", work.now, side="agent", **said))
        elif not _was_said_just_now(reason, context, work.now):
            work.notify(thread_notice(number, "undeliverable", work.now, **said))
        if not corrects and reason not in UNREACHABLE:
            await self._wait_again(number, {notice.message for notice in notices if notice.message})

    async def _wait_again(self, number: int, refused: set[int]) -> None:
        """Kept by itself: where somebody changes the dialog meanwhile, it is decided again from what it is then."""
        while True:
            work = UnitOfWork(now=self._clock())
            await without_answers(work, self._desk, number, refused)
            if await commit_or_skip(self._store, work):
                return


def _undeliverable(notice: PendingNotice, now: int, reason: str) -> Undeliverable:
    lost = (notice.dialog, notice.message) if notice.kind is NoticeKind.RELAY else (None, None)
    return Undeliverable(notice.id, now, reason, *lost)


def _is_somebodys(notice: PendingNotice) -> bool:
    """Whether a person waits for it: a message, or what they corrected in one."""
    return notice.kind in (NoticeKind.RELAY, NoticeKind.CORRECT)


def _was_said_just_now(reason: str, context: DeliveryContext, now: int) -> bool:
    """Of several answers that wait for a seller who is gone, one line is enough; each has its mark."""
    return reason in UNREACHABLE and now - (context.seller.unreachable_since or 0) < SAID_ONCE_IN
