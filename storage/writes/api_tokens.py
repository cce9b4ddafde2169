"""Tokens of the API."""

from collections.abc import Iterator

from core.api_tokens import ApiTokenAdded, ApiTokenRevoked
from core.unit_of_work import Conflict
from storage.statements import Statement, statements


@statements.register
def _(change: ApiTokenAdded) -> Iterator[Statement]:
    token = change.token
    yield Statement(
        "api_token_added",
        {
            "name": token.name,
            "digest": token.digest,
            "rights": ",".join(sorted(token.rights)),
            "created_at": token.created_at,
            "expires_at": token.expires_at,
        },
        guard=Conflict,
    )


@statements.register
def _(change: ApiTokenRevoked) -> Iterator[Statement]:
    yield Statement("api_token_revoked", {"name": change.name}, guard=Conflict)
