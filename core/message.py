"""A message of a dialog's history."""

from dataclasses import dataclass
from enum import StrEnum
from itertools import count
from random import randrange

from core.content import Content

_MILLISECOND_BITS = 20
_LATEST = (1 << 43) - 1
_counter = count(randrange(1 << 19))  # so that two processes do not give the same number in one millisecond


class Side(StrEnum):
    SELLER = "seller"
    AGENT = "agent"
    NOTE = "note"  # internal: never leaves the agents' group


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    id: int
    dialog: int
    side: Side
    author_id: int
    author_name: str = ""
    content: Content
    created_at: int  # UTC ms
    edited_at: int | None = None
    asks: bool = False  # support asks for a clarification
    album: str | None = None  # messages of one album share it


def new_id(now: int) -> int:
    """A number that grows with time, made before the row is written: 43 bits of ms, 20 bits of a counter."""
    return (now << _MILLISECOND_BITS) | (next(_counter) & ((1 << _MILLISECOND_BITS) - 1))


def first_id(at: int) -> int:
    """Below every id that is made at this time or later, and above every earlier one."""
    return min(at, _LATEST) << _MILLISECOND_BITS
