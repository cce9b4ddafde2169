"""Who did what. The audit only grows; to whom it was done is forgotten with them."""

from dataclasses import dataclass, field
from typing import Any, Protocol

from core.change import Change


@dataclass(frozen=True, slots=True)
class Audited(Change):
    """Who did what, with whatever `action` needs to be told of in a sentence. `person` in `values`: to whom."""

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

    @property
    def forgotten(self) -> bool:
        """Whoever it was done to had their data erased."""
        return "forgotten" in self.values


class AuditReads(Protocol):
    async def audit(self, limit: int, offset: int) -> list[AuditLine]:
        """Newest first."""

    async def count_audit(self) -> int: ...
