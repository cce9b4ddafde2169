"""Who did what. The audit only grows."""

from dataclasses import dataclass, field
from typing import Any, Protocol

from core.change import Change


@dataclass(frozen=True, slots=True)
class Audited(Change):
    """Who did what, with whatever `action` needs to be told of in a sentence."""

    by: int
    action: str
    at: int
    values: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AuditLine:
    """As it was kept."""

    id: int
    by: int
    action: str
    at: int
    values: dict[str, Any] = field(default_factory=dict)


class AuditReads(Protocol):
    async def audit(self, limit: int, offset: int) -> list[AuditLine]:
        """Newest first."""

    async def count_audit(self) -> int: ...
