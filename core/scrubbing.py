"""What is somebody's own goes out of a text before another seller may get it: names, numbers, addresses.

Rather a word too many than one too few: a gap shows where it stood, and a person fills it.
"""

import re
from collections.abc import Iterable
from functools import cache
from itertools import takewhile

from core.languages import LANGUAGES, locales
from core.name_forms import NameForms
from core.search.words import Stems, is_stop_word, normal, ordinary_stems

GAP = "…"
MOST_DIGITS = 3  # of a number that means no order, phone or account

_WORD = r"[^\W\d_]+(?:-[^\W\d_]+)*"
_EACH_WORD = re.compile(_WORD)
_ADDRESS = re.compile(
    r"(?:https?://|tg://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|@\w{3,}|[\w-]+(?:\.[\w-]+)+/\S+", re.IGNORECASE
)
_OF_SOMEBODY = re.compile(r"[\d@?#=]|\bt\.me\b|tg:", re.IGNORECASE)  # else an address is a page for everybody
_NUMBERED = re.compile(r"[№#]\s*[\w/-]*\d[\w/-]*")
_LONG_NUMBER = re.compile(rf"(?<!\w)\+?\d(?:[\s().\-–]{{0,2}}\d){{{MOST_DIGITS},}}(?!\w)")
_CODE = re.compile(r"[^\W_]+(?:[-_/.][^\W_]+)*")
_WITH_UNIT = re.compile(r"\d{1,3}[^\W\d_]{1,4}")  # «15мин»
_CALLED = re.compile(rf"(?m)^[ \t]*({_WORD}(?: {_WORD})?)(?=[,!])")
_GAPS = re.compile(rf"{GAP}(?:[\s,]*{GAP})+")


def scrub(text: str, names: Iterable[str], values: Iterable[str] = ()) -> str:
    """`names`: of people, in whatever form they stand; `values`: such as an order of the seller, as they were given."""
    for value in sorted(filter(None, map(str.strip, values)), key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(value)}(?!\w)", GAP, text, flags=re.IGNORECASE)
    text = _ADDRESS.sub(lambda found: GAP if _OF_SOMEBODY.search(found[0]) else found[0], text)
    text = _LONG_NUMBER.sub(GAP, _NUMBERED.sub(GAP, text))
    text = _CODE.sub(lambda found: GAP if _is_code(found[0]) else found[0], text)
    return _GAPS.sub(GAP, _without_names(text, names)).strip()


def has_gaps(scrubbed: str, text: str) -> bool:
    """Whether something of `text` is missing."""
    return scrubbed.count(GAP) > text.count(GAP)


def _is_code(token: str) -> bool:
    digits = sum(map(str.isdigit, token))
    if digits > MOST_DIGITS:
        return True
    return digits > 1 and any(map(str.isalpha, token)) and not _WITH_UNIT.fullmatch(token)


def _without_names(text: str, names: Iterable[str]) -> str:
    stem = Stems()
    forms = NameForms(names, stem)
    text = _EACH_WORD.sub(lambda found: GAP if forms.has(found[0]) else found[0], text)
    text = _CALLED.sub(lambda found: GAP if _are_name(found[1].split(), stem) else found[0], text)
    return _greeted(locales()).sub(lambda found: _without_name_after(found, stem), text)


def _without_name_after(greeting: re.Match[str], stem: Stems) -> str:
    words = greeting["called"].split()
    name = [*takewhile(lambda word: _are_name([word], stem), words)]
    return greeting["greeting"] + " ".join([GAP, *words[len(name) :]] if name else words)


def _are_name(words: list[str], stem: Stems) -> bool:
    """«Ольга Петровна», as nobody's profile may have it; «Да», «Спасибо», «Здравствуйте» call nobody."""
    ordinary, small_talk = ordinary_stems(locales()), _small_talk(locales())
    return all(
        word[0].isupper()
        and not is_stop_word(word.casefold())
        and word.casefold() not in small_talk
        and stem(normal(word)) not in ordinary
        for word in words
    )


@cache
def _small_talk(codes: tuple[str, ...]) -> frozenset[str]:
    languages = [LANGUAGES[code] for code in codes]
    return frozenset().union(*(language.greets | language.thanks for language in languages))


@cache
def _greeted(codes: tuple[str, ...]) -> re.Pattern[str]:
    """A greeting, and the one or two words that stand behind it."""
    languages = [LANGUAGES[code] for code in codes]
    greets = "|".join(sorted(frozenset().union(*(language.greets for language in languages))))
    beside = "|".join(sorted(frozenset().union(*(language.with_greeting for language in languages))))
    return re.compile(rf"(?P<greeting>\b(?i:{greets})(?:\s+(?i:{beside}))*[\s,]+)(?P<called>{_WORD}(?: {_WORD})?)")
