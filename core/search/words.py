"""From what a person typed to what can be compared: words, their stems, what other keys would have said."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from sys import intern

import Stemmer

from core.languages import LANGUAGES, locales

LONGEST_QUESTION = 300  # letters of it that are read

KEYS = LANGUAGES["en"]  # the keyboard that every layout is compared to
UNSEEN = re.compile("[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufe0f]")  # stress marks, soft hyphens, zero widths


@dataclass(frozen=True, slots=True)
class _Letters:
    """What the languages of the desk have in common for the search."""

    word: re.Pattern[str]
    same: dict[int, str]
    layout: dict[int, str]
    sounds: dict[str, str]
    sound: re.Pattern[str]
    stop_words: frozenset[str]


@cache
def _letters(codes: tuple[str, ...]) -> _Letters:
    languages = [LANGUAGES[code] for code in codes]
    layout: dict[str, str] = {}
    for language in languages:
        if language.keys and language is not KEYS:
            layout |= zip(KEYS.keys + language.keys, language.keys + KEYS.keys, strict=True)
            layout |= zip(KEYS.shifted, language.shifted, strict=False)
    sounds = {latin: letters for language in languages for latin, letters in language.sounds.items()}
    return _Letters(
        word=re.compile(f"[0-9{''.join(language.letters for language in languages)}]+"),
        same=str.maketrans({one: other for language in languages for one, other in language.same_letters.items()}),
        layout=str.maketrans(layout),
        sounds=sounds,
        sound=re.compile("|".join(sorted(sounds, key=len, reverse=True)) or "(?!)"),
        stop_words=frozenset().union(*(language.stop_words for language in languages)),
    )


def normal(text: str) -> str:
    composed = unicodedata.normalize("NFKC", text).casefold()
    return UNSEEN.sub("", composed).translate(_letters(locales()).same)


def tokens(text: str) -> list[str]:
    return _letters(locales()).word.findall(normal(text))


def is_stop_word(word: str) -> bool:
    return word in _letters(locales()).stop_words


@cache
def ordinary_stems(codes: tuple[str, ...]) -> frozenset[str]:
    stem = Stems()
    return frozenset(stem(word) for code in codes for word in LANGUAGES[code].ordinary_words)


def other_layout(text: str) -> str:
    """The same keys pressed with the keyboard in the other language."""
    return text.casefold().translate(_letters(locales()).layout)


def by_sound(word: str) -> str:
    """What was typed in Latin letters by its sound."""
    letters = _letters(locales())
    return letters.sound.sub(lambda sound: letters.sounds[sound[0]], word)


class Stems:
    """A stemmer is not to be shared between threads; making one costs nothing, and its cache more than it saves."""

    def __init__(self, *, shared: bool = False) -> None:
        """`shared`: of each stem there is one string, where many of them are kept, and a word is looked at once."""
        self._known: dict[str, str] | None = {} if shared else None  # word -> stem
        languages = [LANGUAGES[code] for code in locales()]
        self._stemmers = [
            (re.compile(f"[{language.letters}]"), Stemmer.Stemmer(language.stemmer, 0)) for language in languages
        ]

    def __call__(self, word: str) -> str:
        if self._known is None:
            return self._stem(word)
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = intern(self._stem(word))
        return known

    def _stem(self, word: str) -> str:
        """By the first language that has one of its letters; digits stay."""
        for letters, stemmer in self._stemmers:
            if letters.search(word):
                return str(stemmer.stemWord(word))
        return word

    def all(self, text: str) -> list[str]:
        letters = _letters(locales())
        return [self(word) for word in letters.word.findall(normal(text)) if word not in letters.stop_words]
