"""Names as people see them."""

import re

from core.content import is_blank
from core.person import Agent

# They turn the words around a name, too: a name that ends with one would turn our sentence.
DIRECTION_MARKS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def seen(name: str) -> str:
    return DIRECTION_MARKS.sub("", name).strip()


def called(name: str, person_id: int) -> str:
    """For a button, a card or a call, where something must be seen: the id of whoever has no name that can be."""
    name = seen(name)
    return str(person_id) if is_blank(name) else name


def agent_called(name: str, person_id: int) -> Agent:
    return Agent(person_id, called(name, person_id))
