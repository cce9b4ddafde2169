"""Changes of a UnitOfWork as named statements: one function a change, a room a noun of core.

The rooms register their functions when they are imported.
"""

from storage.statements import statements
from storage.writes import (
    admins,
    announcement,
    api_tokens,
    audit,
    canned,
    catalogue,
    config_version,
    dialog,
    erasure,
    fsm,
    idempotency,
    inbox,
    live_settings,
    merge,
    message,
    outbox,
    person,
    reaction,
    search,
    shift,
    similar,
    threads,
    withdrawal,
)

__all__ = [
    "admins",
    "announcement",
    "api_tokens",
    "audit",
    "canned",
    "catalogue",
    "config_version",
    "dialog",
    "erasure",
    "fsm",
    "idempotency",
    "inbox",
    "live_settings",
    "merge",
    "message",
    "outbox",
    "person",
    "reaction",
    "search",
    "shift",
    "similar",
    "statements",
    "threads",
    "withdrawal",
]
