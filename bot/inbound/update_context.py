"""One update handled: what it changes (UnitOfWork), what is shown once that is kept, where the person is."""

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey

from bot.telegram.screens import Screen
from core.fsm import FsmState, FsmStateSaved
from core.person import Person
from core.store import Store
from core.unit_of_work import UnitOfWork


@dataclass(slots=True)
class UpdateContext:
    person: Person  # who acts
    work: UnitOfWork
    screen: Screen
    kept_anyway: int = 0  # records that stay when the action is refused: the update was seen, the person too
    after_commit: list[Callable[[], None]] = field(default_factory=list)
    read: dict[str, FsmState] = field(default_factory=dict)
    changed: dict[str, FsmState] = field(default_factory=dict)  # of the version that was read

    @property
    def now(self) -> int:
        return self.work.now

    def refuse(self) -> None:
        """Takes back what the action did so far, so that only the refusal is shown."""
        del self.work.changes[self.kept_anyway :]
        self.changed.clear()
        self.after_commit.clear()
        self.screen.clear()

    def seal(self) -> None:
        """Conversation states join the work, so that they are kept with what they belong to."""
        for key, now in self.changed.items():
            if self.read.get(key) != now:
                self.work.add(FsmStateSaved(key=key, state=now.state, data=now.data, at=self.now, version=now.version))


def fsm_key(chat_id: int, user_id: int, thread_id: int | None) -> str:
    return f"{chat_id}:{user_id}:{thread_id or 0}"


current_context: ContextVar[UpdateContext] = ContextVar("current_turn")


class FsmStorage(BaseStorage):
    """aiogram's conversation states, kept in the transaction of the update that changes them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def _now(self, key: StorageKey) -> tuple[UpdateContext, str, FsmState]:
        context, name = current_context.get(), fsm_key(key.chat_id, key.user_id, key.thread_id)
        if name not in context.read:
            context.read[name] = await self._store.fsm_state(name)
        return context, name, context.changed.get(name, context.read[name])

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        context, name, now = await self._now(key)
        context.changed[name] = replace(now, state=state.state if isinstance(state, State) else state)

    async def get_state(self, key: StorageKey) -> str | None:
        return (await self._now(key))[2].state

    async def set_data(self, key: StorageKey, data: Any) -> None:
        context, name, now = await self._now(key)
        context.changed[name] = replace(now, data=dict(data))

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        return dict((await self._now(key))[2].data)

    async def close(self) -> None:
        pass
