"""The search learns from dialogs that ended: whoever leads adds to what is known, and every process uses it."""

from collections.abc import Awaitable, Callable

from core.desk import Desk
from core.search import Evidence, Learned, learnable_stems
from core.search_figures import EndedQuestion, EvidenceForgotten, EvidenceKept, SearchTaught
from core.store import Store, commit_or_skip
from core.unit_of_work import UnitOfWork

TOGETHER = 500


class LearningJob:
    def __init__(self, store: Store, desk: Desk, leads: Callable[[], Awaitable[int]]) -> None:
        self._store = store
        self._desk = desk
        self._leads = leads

    async def sweep(self, now: int) -> None:
        if await self._leads():
            await self._learn(now)
        self._desk.learned = Learned(await self._store.evidence(), now)

    async def _learn(self, now: int) -> None:
        known = {(one.stem, one.topic): one for one in await self._store.evidence()}
        after = await self._store.taught_until()
        while questions := await self._store.ended_questions(after, now - 1, TOGETHER):
            work, after = UnitOfWork(now=now), questions[-1].ended_at
            work.add(*map(EvidenceKept, _taught(known, questions)), SearchTaught(after))
            if not await commit_or_skip(self._store, work):
                return
        await self._forget([one for one in known.values() if one.is_worn(now)], now)

    async def _forget(self, worn: list[Evidence], now: int) -> None:
        work = UnitOfWork(now=now)
        work.add(*(EvidenceForgotten(one.stem, one.topic) for one in worn))
        await commit_or_skip(self._store, work)


def _taught(known: dict[tuple[str, str], Evidence], questions: list[EndedQuestion]) -> list[Evidence]:
    """The evidence that changes."""
    changed = set()
    for question in questions:
        for stem in learnable_stems(question.words):
            key = (stem, question.topic)
            known[key] = known.get(key, Evidence(*key)).seen(question.ended_at)
            changed.add(key)
    return [known[key] for key in sorted(changed)]
