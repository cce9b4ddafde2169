"""Keys of new entries: made from the title, so that a person who opens the file can read them."""

import re
from collections.abc import Collection

LONGEST = 24
_LETTERS = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i", "й": "y",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu",
    "я": "ya",
}  # fmt: skip


def new_key(title: str, taken: Collection[str]) -> str:
    latin = "".join(_LETTERS.get(incoming, incoming) for incoming in title.casefold())
    key = re.sub(r"[^a-z0-9]+", "-", latin).strip("-")[:LONGEST].strip("-") or "entry"
    number, free = 2, key
    while free in taken:
        ending = f"-{number}"
        free, number = key[: LONGEST - len(ending)] + ending, number + 1
    return free
