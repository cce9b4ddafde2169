"""A draft that only waits for «Создать диалог» is named to its seller once."""

from collections.abc import Callable

from core.desk import Desk
from core.draft import Draft
from core.fsm import Conversation, FsmStateSaved
from core.outbox import Priority, person_notice
from core.store import Store, commit_or_skip
from core.unit_of_work import UnitOfWork
from core.units import MINUTE

REMINDED_AFTER = 30 * MINUTE  # in which nothing was done in the chat
LOOKED_FOR = 30 * MINUTE  # then it is too late to remind of it
TOGETHER = 500


class DraftReminderJob:
    def __init__(self, store: Store, desk: Desk, wake_delivery: Callable[[], None]) -> None:
        self._store = store
        self._desk = desk
        self._wake_delivery = wake_delivery

    async def sweep(self, now: int) -> None:
        until = now - REMINDED_AFTER
        for conversation in await self._store.conversations_left(until - LOOKED_FOR, until, TOGETHER):
            draft = _unsent(conversation)
            if draft:
                await self._remind(conversation, draft, now)

    async def _remind(self, conversation: Conversation, draft: Draft, now: int) -> None:
        topic, work = self._desk.catalogue.topic(draft.topic), UnitOfWork(now=now)
        if topic is None or not draft.is_ready(topic.fields):
            return
        state, data = conversation.state, conversation.state.data | {"reminded": True}
        work.add(FsmStateSaved(key=conversation.key, state=state.state, data=data, at=now, version=state.version))
        seller = int(conversation.key.partition(":")[0])
        titles = dict(topic.titles)
        work.notify(person_notice(seller, "draft-waits", now, priority=Priority.REMINDERS, topic=titles))
        if await commit_or_skip(self._store, work):
            self._wake_delivery()


def _unsent(conversation: Conversation) -> Draft | None:
    data = conversation.state.data
    draft = Draft.from_data(data["draft"]) if data.get("draft") and not data.get("reminded") else None
    return draft if draft and draft.is_complete else None
