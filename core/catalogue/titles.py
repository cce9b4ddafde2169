"""Which titles are the same to a person who reads them, and which stands first."""

import unicodedata
from functools import cache

from core.languages import LANGUAGES

INVISIBLE = "Cf"  # Unicode's category of zero widths, soft hyphens and marks of direction


def as_read(title: str) -> str:
    """Case, ё, the way in which letters are composed, and what nobody sees, aside."""
    composed = unicodedata.normalize("NFKC", title).casefold()
    seen = "".join(letter for letter in composed if unicodedata.category(letter) != INVISIBLE)
    return " ".join(seen.translate(_same_letters()).split())


def alphabetical(title: str) -> tuple[str, str]:
    """Case, quotes and dashes in front aside; ё stands with е, and after it where all else is equal."""
    letters = unicodedata.normalize("NFKC", title).casefold()
    while letters and not letters[0].isalnum():
        letters = letters[1:]
    return letters.replace("ё", "е"), letters


@cache
def _same_letters() -> dict[int, str]:
    same = {key: value for language in LANGUAGES.values() for key, value in language.same_letters.items()}
    return str.maketrans(same)
