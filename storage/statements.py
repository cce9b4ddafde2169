"""A statement by its name, and which statements keep a record."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import singledispatch
from typing import Any


@dataclass(frozen=True, slots=True)
class Statement:
    """A named query of `sql/`. `guard`: what is raised where it changes no row."""

    name: str
    values: dict[str, Any]
    guard: type[Exception] | None = None


def to_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@singledispatch
def statements(record: Any) -> Iterator[Statement]:
    raise TypeError(f"no statement keeps a {type(record).__name__}")
