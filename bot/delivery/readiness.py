"""When a notice may leave its stream: not before it is due, and an album not before it is whole."""

from collections.abc import Sequence
from typing import Protocol

from bot.clock import Clock
from core.outbox import ALBUM_SETTLES, NoticeKind, OutboxReads, PendingNotice

IN_A_MOMENT = 200  # ms
SOON = 1_000
BUSY_FOR_LONG = 30_000  # an album's items may wait behind so much that came in before them


class Listening(Protocol):
    """What delivery must know of the way in: whether items of an album may still be on it."""

    since: int | None

    def interrupted(self) -> None: ...

    def has_taken_all_of(self, moment: int) -> bool: ...


class Readiness:
    def __init__(self, store: OutboxReads, listening: Listening, clock: Clock) -> None:
        self._store = store
        self._listening = listening
        self._clock = clock

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
        mates = await self._store.waiting_album(notice.stream, notice.album)
        due_at = max((mate.due_at for mate in mates), default=0)
        if due_at <= now and (self._listening.has_taken_all_of(due_at) or now >= due_at + BUSY_FOR_LONG):
            return mates or (notice,)
        return max(due_at, now + IN_A_MOMENT)

    def interrupted(self) -> None:
        """Nothing can be kept: what comes in meanwhile waits outside."""
        self._listening.interrupted()
