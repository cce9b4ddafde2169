"""Admins whom owners appointed; owners themselves stand in the environment."""

from dataclasses import dataclass
from typing import Protocol

from core.change import Change


@dataclass(frozen=True, slots=True)
class AppointedAdmin:
    person_id: int
    role: str
    at: int
    by: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class AdminAppointed(Change):
    person_id: int
    role: str
    by: int
    at: int


@dataclass(frozen=True, slots=True)
class AdminRevoked(Change):
    person_id: int


class AdminReads(Protocol):
    async def admins(self) -> list[AppointedAdmin]:
        """In the order in which they were appointed."""
