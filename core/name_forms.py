"""Whether a word is a name in whatever case: rather a word too many than one too few."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from core.languages import LANGUAGES, locales
from core.search.words import Stems, is_stop_word, normal

SHORTEST_ROOT = 2  # letters
TELLING_ROOT = 3  # a shorter one tells nothing without an ending
PART = re.compile(r"[^\W\d_]+")


class NameForms:
    def __init__(self, names: Iterable[str], stem: Stems) -> None:
        """Of a profile any word may be a name."""
        self._stem = stem
        self._names = {word for name in names for word in PART.findall(normal(name))}
        self._stems = {stem(word) for word in self._names if len(word) >= TELLING_ROOT}
        self._roots = {root for word in self._names for whole in _with_lost_vowel(word) for root, _ in _roots(whole)}

    def has(self, word: str) -> bool:
        """«Анны-Марии» is, where Анна or Мария is a name."""
        return any(map(self._is_one, PART.findall(normal(word))))

    def _is_one(self, word: str) -> bool:
        if is_stop_word(word):  # stands in every text, and says of nobody who it is
            return False
        if word in self._names or self._stem(word) in self._stems:
            return True
        return any(root in self._roots and (ending or len(root) >= TELLING_ROOT) for root, ending in _roots(word))


def _roots(word: str) -> Iterator[tuple[str, str]]:
    """What it may be made of: «сергею» of «серге» and «ю»."""
    for ending in _endings(locales()):
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_ROOT:
            yield word.removesuffix(ending), ending


def _with_lost_vowel(name: str) -> Iterator[str]:
    """«Павел», and «павл» of «Павла»; «Лев», and «льв» of «Льва»."""
    yield name
    if name[-2:-1] in _lost_vowels(locales()):
        yield name[:-2] + name[-1]
        yield f"{name[:-2]}ь{name[-1]}"


@cache
def _endings(codes: tuple[str, ...]) -> frozenset[str]:
    return frozenset({""}).union(*(LANGUAGES[code].name_endings for code in codes))


@cache
def _lost_vowels(codes: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*(LANGUAGES[code].lost_vowels for code in codes))
