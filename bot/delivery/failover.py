"""What a process looks at first when it begins to deliver: another one ended, perhaps in the middle of something."""

from collections import defaultdict

from bot.clock import Clock
from bot.telegram.rate_limiter import RateLimiter
from bot.telegram.reactions import FAILED, Reactions, shown_to_agents
from core.message import MessageRef
from core.outbox import NoticeKind
from core.store import Store
from core.units import MINUTE, SECOND

LIMITED_OVER = MINUTE  # Telegram's limit of a group looks back so far
CALLS = {NoticeKind.OPEN: 3, NoticeKind.CARD: 2}  # topic, card and pin; card and topic's name


class Failover:
    def __init__(self, store: Store, rate_limiter: RateLimiter, reactions: Reactions, clock: Clock) -> None:
        self._store = store
        self._rate_limiter = rate_limiter
        self._reactions = reactions
        self._clock = clock

    async def __call__(self) -> None:
        await self._remember_sent()
        await self._mark_again()

    async def _remember_sent(self) -> None:
        """Else each restart would earn a 429."""
        now, ages = self._clock(), defaultdict[int, list[float]](list)
        for group, kind, at in await self._store.delivered_in_groups(now - LIMITED_OVER):
            ages[group] += [(now - at) / SECOND] * CALLS.get(kind, 1)
        for group, sent in ages.items():
            self._rate_limiter.remember(group, sent)

    async def _mark_again(self) -> None:
        """Marks are set after their answers are kept: some may be missing."""
        for answer in await self._store.last_answers():
            if source := answer.values.get("from"):
                mark = shown_to_agents(answer.reaction) if answer.delivered else FAILED
                self._reactions.set(MessageRef.from_data(source), mark)
