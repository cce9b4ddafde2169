"""The leader's term: what began in it may call Telegram only while it lasts, however long it waited for its turn."""

from contextvars import ContextVar
from typing import Protocol

_begun_in: ContextVar[int] = ContextVar("term")


class TermOver(Exception):
    """Another process delivers now."""


class Leads(Protocol):
    async def leads(self) -> int: ...


class Term:
    def __init__(self, store: Leads) -> None:
        self._store = store

    async def begin(self) -> None:
        """For all that the running task does. Raises: TermOver."""
        term = await self._store.leads()
        if not term:
            raise TermOver
        _begun_in.set(term)

    async def must_last(self) -> None:
        """Raises: TermOver."""
        if await self._store.leads() != _begun_in.get(0):
            raise TermOver
