"""What a process looks at first when it begins to deliver: another one ended, perhaps in the middle of something."""

from bot.clock import Clock
from bot.delivery.marks import DELIVERED, FAILED, Marks
from bot.lanes import Pace
from core.draft import MessageRef
from core.notices import NoticeKind
from core.ports import Store

LIMITED_OVER = 60_000  # ms; Telegram's limit of a group looks back so far
CALLS = {NoticeKind.OPEN: 3, NoticeKind.CARD: 2}  # topic, card and pin; card and topic's name


class Takeover:
    def __init__(self, store: Store, pace: Pace, marks: Marks, clock: Clock) -> None:
        self._store = store
        self._pace = pace
        self._marks = marks
        self._clock = clock

    async def __call__(self) -> None:
        await self._remember_pace()
        await self._mark_again()

    async def _remember_pace(self) -> None:
        """Else each restart would earn a 429."""
        now = self._clock()
        for group, kind, at in await self._store.lately_in_groups(now - LIMITED_OVER):
            self._pace.remember(group, CALLS.get(kind, 1), (now - at) / 1000)

    async def _mark_again(self) -> None:
        """Marks are set after their answers are kept: some may be missing."""
        for values, delivered in await self._store.last_answers():
            if source := values.get("from"):
                self._marks.set(MessageRef(*source), DELIVERED if delivered else FAILED)
