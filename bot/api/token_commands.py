"""`sellerdesk token`: who may use the API. It works beside a bot that runs, and holds at once."""

import argparse
import re
import secrets
from datetime import UTC, datetime

from bot.operations.command_line import CommandWrong
from core.api_tokens import NAME, ApiToken, ApiTokenAdded, ApiTokenRevoked, Right, digest_of
from core.store import Store, commit_or_skip
from core.unit_of_work import UnitOfWork
from core.units import DAY

MARK = "sd_"  # so that a token that leaked somewhere is recognised
RANDOM = 32  # bytes


async def carry_out(store: Store, given: argparse.Namespace, now: int) -> str:
    """What is said of it. Raises: CommandWrong."""
    match given.what:
        case "add":
            return await add(store, given.name, given.rights, given.days, now)
        case "revoke":
            return await revoke(store, given.name, now)
    return await listed(store)


async def add(store: Store, name: str, rights: str, days: int | None, now: int) -> str:
    """The token, which nobody is told again. Raises: CommandWrong."""
    if not re.fullmatch(NAME, name):
        raise CommandWrong("a name is 1 to 64 letters, digits, dots, dashes or underscores.")
    secret = MARK + secrets.token_urlsafe(RANDOM)
    allowed = frozenset(map(Right, rights.split(",")))
    token = ApiToken(name, digest_of(secret), allowed, now, now + days * DAY if days else None)
    work = UnitOfWork(now)
    work.add(ApiTokenAdded(token))
    if not await commit_or_skip(store, work):
        raise CommandWrong(f"there is a token {name} already: revoke it, or take another name.")
    return secret


async def revoke(store: Store, name: str, now: int) -> str:
    """Raises: CommandWrong."""
    work = UnitOfWork(now)
    work.add(ApiTokenRevoked(name))
    if not await commit_or_skip(store, work):
        raise CommandWrong(f"there is no token {name}.")
    return f"{name} may use the API no more."


async def listed(store: Store) -> str:
    return "\n".join(map(_line, await store.api_tokens())) or "There is no token."


def _line(token: ApiToken) -> str:
    until = f"  until {_day(token.expires_at)}" if token.expires_at else ""
    return f"{token.name}  {','.join(sorted(token.rights))}  since {_day(token.created_at)}{until}"


def _day(at: int) -> str:
    return datetime.fromtimestamp(at / 1000, UTC).strftime("%Y-%m-%d")
