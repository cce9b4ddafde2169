"""Keys of new entries: made from the title, so that a person who opens the file can read them."""

import re
from collections.abc import Collection

from core.languages import LANGUAGES

LONGEST = 24


def new_key(title: str, taken: Collection[str]) -> str:
    letters = {letter: latin for language in LANGUAGES.values() for letter, latin in language.latin.items()}
    latin = "".join(letters.get(letter, letter) for letter in title.casefold())
    key = re.sub(r"[^a-z0-9]+", "-", latin).strip("-")[:LONGEST].strip("-") or "entry"
    number, free = 2, key
    while free in taken:
        ending = f"-{number}"
        free, number = key[: LONGEST - len(ending)] + ending, number + 1
    return free
