"""Canned answers: found by their words, filled in with what they are about, and what is done as one is sent."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Protocol

from core.change import Change
from core.languages import LANGUAGES
from core.search.words import Stems, tokens

# What a text may name in braces, in any language: «{имя}», «{name}».
IN_BRACES = re.compile(r"\{\s*(\w+)\s*\}")
TITLE, CATEGORY, TEXT = 4, 2, 1  # what a word weighs where it stands


@dataclass(frozen=True, slots=True)
class Macro:
    """What is done with the dialog as a canned answer is sent."""

    asks: bool = False  # the answer is a request for a clarification
    closes: bool = False
    topic: str | None = None  # the dialog is moved there
    later: str | None = None  # it is put off until then, as people name a moment: «tomorrow», «3h»

    @property
    def does_nothing(self) -> bool:
        return self == Macro()

    @property
    def toggled_asks(self) -> "Macro":
        """Whoever is asked something is not shown out."""
        return replace(self, asks=not self.asks, closes=False)

    @property
    def toggled_closes(self) -> "Macro":
        return replace(self, closes=not self.closes, asks=False, later=None)

    def put_off(self, until: str | None) -> "Macro":
        return replace(self, later=until, closes=self.closes and until is None)

    def to_data(self) -> dict[str, Any]:
        return {name: value for name, value in asdict(self).items() if value}


@dataclass(frozen=True, slots=True)
class CannedAnswer:
    id: int | None  # None until it is kept
    category: str
    title: str
    text: str  # in the shop's language
    position: int = 0  # within the category; those of the same position by title
    translations: Mapping[str, str] = field(default_factory=dict)  # locale -> text
    macro: Macro = Macro()

    @property
    def texts(self) -> tuple[str, ...]:
        return (self.text, *self.translations.values())

    def text_in(self, locale: str) -> str:
        return self.translations.get(locale) or self.text

    def translated(self, locale: str, text: str | None) -> "CannedAnswer":
        """With another text in that language; None takes it away."""
        others = {code: kept for code, kept in self.translations.items() if code != locale}
        return replace(self, translations=others | ({locale: text} if text else {}))


@dataclass(frozen=True, slots=True)
class CannedAnswerSaved(Change):
    """A new one, or a change of the one with that id; a Conflict where it is gone."""

    canned_answer: CannedAnswer


@dataclass(frozen=True, slots=True)
class CannedAnswerRemoved(Change):
    id: int


class CannedReads(Protocol):
    async def canned_answers(self) -> list[CannedAnswer]:
        """By category, position and title."""

    async def canned_answer(self, canned_id: int) -> CannedAnswer | None: ...


def sections(canned_answers: Iterable[CannedAnswer]) -> dict[str, list[CannedAnswer]]:
    """By category, in the order in which they come."""
    found: dict[str, list[CannedAnswer]] = {}
    for canned_answer in canned_answers:
        found.setdefault(canned_answer.category, []).append(canned_answer)
    return found


def fill_in(text: str, *, name: str, number: int, topic: str) -> str:
    """What is in braces and no variable stays as it is."""
    values = {"name": name, "number": str(number), "topic": topic}
    known = _variables()

    def value(found: re.Match[str]) -> str:
        variable = known.get(found[1].casefold())
        return values[variable] if variable else found[0]

    return IN_BRACES.sub(value, text)


def unknown_variables(text: str) -> list[str]:
    """What stands in braces and is no variable."""
    return [name for name in IN_BRACES.findall(text) if name.casefold() not in _variables()]


def _variables() -> dict[str, str]:
    return {word: meant for language in LANGUAGES.values() for word, meant in language.variables.items()}


def search(canned_answers: Iterable[CannedAnswer], words: str) -> Sequence[CannedAnswer]:
    """Those that have every word, or its beginning; best first."""
    stem = Stems()
    wanted = [stem(token) for token in tokens(words)]
    scored = (
        [(_score(canned_answer, wanted, stem), canned_answer) for canned_answer in canned_answers] if wanted else []
    )
    return [canned_answer for score, canned_answer in sorted(scored, key=lambda pair: -pair[0]) if score]


def _score(canned_answer: CannedAnswer, wanted: list[str], stem: Stems) -> int:
    fields = (
        (TITLE, [stem(token) for token in tokens(canned_answer.title)]),
        (CATEGORY, [stem(token) for token in tokens(canned_answer.category)]),
        (TEXT, [stem(token) for text in canned_answer.texts for token in tokens(text)]),
    )
    scores = [
        sum(weight for weight, stems in fields if any(found.startswith(word) for found in stems)) for word in wanted
    ]
    return sum(scores) if all(scores) else 0
