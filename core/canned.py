"""Canned answers: found by their words, and filled in with what they are about."""

import re
from collections.abc import Iterable, Sequence

from core.administration import Template
from core.search.words import Stems, tokens

# What a text may name in braces, in either language: «{имя}», «{name}».
VARIABLES = {"имя": "name", "номер": "number", "тема": "topic", "name": "name", "number": "number", "topic": "topic"}
NAMED = re.compile(r"\{\s*(\w+)\s*\}")
TITLE, CATEGORY, TEXT = 4, 2, 1  # what a word weighs where it stands


def filled(text: str, *, name: str, number: int, topic: str) -> str:
    """What is in braces and no variable stays as it is."""
    values = {"name": name, "number": str(number), "topic": topic}

    def value(found: re.Match[str]) -> str:
        variable = VARIABLES.get(found[1].casefold())
        return values[variable] if variable else found[0]

    return NAMED.sub(value, text)


def unknown(text: str) -> list[str]:
    """What stands in braces and is no variable."""
    return [name for name in NAMED.findall(text) if name.casefold() not in VARIABLES]


def search(templates: Iterable[Template], words: str) -> Sequence[Template]:
    """Those that have every word, or its beginning; best first."""
    stem = Stems()
    wanted = [stem(token) for token in tokens(words)]
    scored = [(_score(template, wanted, stem), template) for template in templates] if wanted else []
    return [template for score, template in sorted(scored, key=lambda pair: -pair[0]) if score]


def _score(template: Template, wanted: list[str], stem: Stems) -> int:
    fields = (
        (TITLE, [stem(token) for token in tokens(template.title)]),
        (CATEGORY, [stem(token) for token in tokens(template.category)]),
        (TEXT, [stem(token) for token in tokens(template.text)]),
    )
    scores = [
        sum(weight for weight, stems in fields if any(found.startswith(word) for found in stems)) for word in wanted
    ]
    return sum(scores) if all(scores) else 0
