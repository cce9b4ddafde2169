"""One thing that a program may ask for: the server answers by it, and the OpenAPI document is made from it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from core.api_tokens import Right
from core.dialog import Dialog
from core.person import Agent
from core.unit_of_work import UnitOfWork

# Each is handed the one model that its operation names.
ReadCall = Callable[[Any, int], Awaitable[BaseModel]]  # what is asked, now
WriteCall = Callable[[UnitOfWork, Agent, Dialog, Any], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Read:
    name: str
    path: str
    asked: type[BaseModel]  # from the path and the query
    said: type[BaseModel]
    call: ReadCall
    right: Right = Right.READ

    @property
    def about(self) -> str:
        return _first_line(self.call)


@dataclass(frozen=True, slots=True)
class Write:
    """On one dialog."""

    name: str
    body: type[BaseModel]
    call: WriteCall
    right: Right = Right.WRITE

    @property
    def path(self) -> str:
        return f"/v1/dialogs/{{number}}/{self.name}"

    @property
    def about(self) -> str:
        return _first_line(self.call)


def _first_line(call: object) -> str:
    return (call.__doc__ or "").strip().partition("\n")[0]
