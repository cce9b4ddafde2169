"""When a notice may leave its stream: not before it is due, and an album not before it is whole."""

from collections.abc import Sequence

from bot.clock import Clock
from bot.inbound.update_stream import UpdateStream
from core.outbox import ALBUM_SETTLES, NoticeKind, PendingNotice
from core.store import Store

IN_A_MOMENT = 200  # ms
SOON = 1_000
BUSY_FOR_LONG = 30_000  # an album's items may wait behind so much that came in before them


class Readiness:
    def __init__(self, store: Store, update_stream: UpdateStream, clock: Clock) -> None:
        self._store = store
        self._update_stream = update_stream
        self._clock = clock

    async def of(self, notice: PendingNotice) -> Sequence[PendingNotice]:
        """The notice when it may leave, with those of its album."""
        await self._clock.until(notice.due_at)
        if notice.album is None or notice.kind is not NoticeKind.RELAY:
            return (notice,)
        await self._no_gap()
        while True:
            mates = await self._store.waiting_album(notice.stream, notice.album)
            due_at = max((mate.due_at for mate in mates), default=0)
            if due_at <= self._clock() and self._is_whole(due_at):
                return mates
            await self._clock.until(max(due_at, self._clock() + IN_A_MOMENT))

    async def _no_gap(self) -> None:
        """After a start, or an outage, items of the album may still be at Telegram."""
        while (since := self._update_stream.since) is None or self._clock() < since + ALBUM_SETTLES:
            await self._clock.until(self._clock() + SOON if since is None else since + ALBUM_SETTLES)

    def _is_whole(self, due_at: int) -> bool:
        return self._update_stream.has_taken_all_of(due_at) or self._clock() >= due_at + BUSY_FOR_LONG
