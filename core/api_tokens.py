"""Who else may use the desk: programs, each with a token of its own. What is kept of a token is its digest."""

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Protocol

from core.change import Change
from core.person import Agent

NAME = r"[\w.-]{1,64}"
BELOW_EVERY_CHAT = -(10**15)  # the messenger's own ids stand above: no program is taken for a person or a group


class Right(StrEnum):
    READ = "read"
    WRITE = "write"


@dataclass(frozen=True, slots=True)
class ApiToken:
    name: str
    digest: str
    rights: frozenset[Right]
    created_at: int  # UTC ms
    expires_at: int | None = None  # UTC ms; None: never

    def is_valid(self, now: int) -> bool:
        return self.expires_at is None or now < self.expires_at

    @property
    def colleague(self) -> Agent:
        """Whose answers they are: the same name is the same colleague, whatever its token is today."""
        return Agent(BELOW_EVERY_CHAT - int(sha256(self.name.encode()).hexdigest()[:10], 16), self.name)


def digest_of(secret: str) -> str:
    """A token is long and random: a plain hash can't be guessed backwards."""
    return sha256(secret.encode(errors="surrogateescape")).hexdigest()


@dataclass(frozen=True, slots=True)
class ApiTokenAdded(Change):
    """A Conflict where the name is taken."""

    token: ApiToken


@dataclass(frozen=True, slots=True)
class ApiTokenRevoked(Change):
    """A Conflict where there is no token of this name."""

    name: str


class ApiTokenReads(Protocol):
    async def api_token(self, digest: str) -> ApiToken | None: ...
    async def api_tokens(self) -> list[ApiToken]:
        """By their names."""
