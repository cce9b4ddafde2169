"""Notices a pooler that gives each transaction another session (PgBouncer's `pool_mode = transaction`).

Behind one of them prepared statements would be missing, and nobody would hear that there is something to deliver. A
pooler that gives each client a session of its own (`pool_mode = session`) is as good as the server.
"""

import secrets
from typing import TYPE_CHECKING, Any, TypeAlias

import asyncpg

from storage.database import Unfit

if TYPE_CHECKING:
    Connection: TypeAlias = asyncpg.Connection[asyncpg.Record]

MARK = "sellerdesk.whose"


async def refuse_shared_sessions(connection: "Connection", address: str) -> None:
    """Raises: Unfit where what is set on one connection is seen on another."""
    if await _asked(connection, "SELECT pg_backend_pid()") == connection.get_server_pid():
        return  # the server itself
    token = secrets.token_hex(8)
    await connection.execute(f"SET {MARK} = '{token}'")
    other = await asyncpg.connect(address, statement_cache_size=0)
    try:
        seen = await _asked(other, f"SELECT current_setting('{MARK}', true)")
    finally:
        await other.close(timeout=5)
    if seen == token:
        raise Unfit(
            "DATABASE_URL leads to a pooler that shares sessions (PgBouncer's pool_mode = transaction): "
            "name the server itself, or a pool with pool_mode = session."
        )


async def _asked(connection: "Connection", query: str) -> Any:
    """In a transaction, which such a pooler leaves on one session: a query here takes two round trips."""
    async with connection.transaction():
        return await connection.fetchval(query)
