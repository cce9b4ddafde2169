"""Names as people see them."""

import re

# They turn the words around a name, too: a name that ends with one would turn our sentence.
DIRECTION_MARKS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def seen(name: str) -> str:
    return DIRECTION_MARKS.sub("", name).strip()
