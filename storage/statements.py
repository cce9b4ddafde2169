"""A statement by its name, and which statements keep a change."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import singledispatch
from typing import Any

import orjson

from core.change import Change


@dataclass(frozen=True, slots=True)
class Statement:
    """A named query of `sql/`. `guard`: what is raised where it changes no row."""

    name: str
    values: dict[str, Any]
    guard: type[Exception] | None = None


def to_json(value: Any) -> str:
    return orjson.dumps(value).decode()


@singledispatch
def statements(change: Change) -> Iterator[Statement]:
    """What keeps a change. Raises: TypeError for a kind that storage does not know."""
    raise TypeError(f"no statement keeps a {type(change).__name__}")
