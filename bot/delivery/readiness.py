"""When a notice may leave its stream: not before it is due, and an album not before it is whole."""

from collections.abc import Sequence
from typing import Protocol

from bot.clock import Clock
from bot.telegram.burst import Burst
from core.albums import ALBUM_SETTLES
from core.inbox import InboxReads
from core.outbox import NoticeKind, OutboxReads, PendingNotice
from core.units import MINUTE

IN_A_MOMENT = 200  # ms
SOON = 1_000
COMES_WITHIN = MINUTE  # an item may wait behind much that came before it, or for a process that can't keep it now


class Listening(Protocol):
    """What delivery must know of the way in: whether an item of an album may still be on it."""

    since: int | None

    def interrupted(self) -> None: ...

    async def is_quiet(self) -> bool: ...


class Reads(OutboxReads, InboxReads, Protocol):
    """The outbox, and what is not handled yet."""


class Readiness:
    def __init__(self, store: Reads, listening: Listening, burst: Burst, clock: Clock) -> None:
        self._store = store
        self._listening = listening
        self._burst = burst
        self._clock = clock

    @property
    def only_people(self) -> bool:
        """In a burst what is only looked at, such as cards, waits for its end."""
        return self._burst.is_on

    async def of(self, notice: PendingNotice) -> Sequence[PendingNotice] | int:
        """The notice, with those of its album, or when to look again."""
        now = self._clock()
        if notice.due_at > now:
            return notice.due_at
        if notice.album is None or notice.kind is not NoticeKind.RELAY:
            return (notice,)
        since = self._listening.since  # after a start, or an outage, items may still be at Telegram
        if since is None or now < since + ALBUM_SETTLES:
            return now + SOON if since is None else since + ALBUM_SETTLES
        if now < notice.due_at + COMES_WITHIN and (pause := await self._more_may_come(notice.album)):
            return now + pause
        mates = await self._store.waiting_album(notice.stream, notice.album)
        due_at = max((mate.due_at for mate in mates), default=0)
        return max(due_at, now + IN_A_MOMENT) if due_at > now else mates or (notice,)

    async def _more_may_come(self, album: str) -> int:
        """When to ask again, where an item may be in some process's hands, on its way to one, or still at Telegram."""
        if await self._store.is_unread(f'"media_group_id":"{album}"'):
            return IN_A_MOMENT
        return 0 if await self._listening.is_quiet() else SOON

    def interrupted(self) -> None:
        """Nothing can be kept: what comes in meanwhile waits outside."""
        self._listening.interrupted()
