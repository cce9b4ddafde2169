"""Tokens of the API."""

from core.api_tokens import ApiToken, Right
from storage.database import Row
from storage.reads.base import Reads


class ApiTokenReads(Reads):
    async def api_token(self, digest: str) -> ApiToken | None:
        row = await self.database.fetch_one("api_token", digest=digest)
        return _api_token(row) if row else None

    async def api_tokens(self) -> list[ApiToken]:
        return [_api_token(row) for row in await self.database.fetch("api_tokens")]


def _api_token(row: Row) -> ApiToken:
    return ApiToken(
        name=row["name"],
        digest=row["digest"],
        rights=frozenset(map(Right, row["rights"].split(","))),
        created_at=row["created_at"],
        expires_at=row["expires_at"],
    )
