"""The words by which people and messages are found: the same in both databases, so both find the same."""

import re
from collections.abc import Iterable, Iterator

from core.content import Content
from core.search.words import Stems, normal

WORD = re.compile(r"[^\W_]+")
LONGEST = 64  # characters that count
SHORTEST_BEGINNING = 3

_stem = Stems()


def of_content(content: Content) -> str:
    name = content.file.name if content.file else None
    return _joined(_stem(word) for word in _words(f"{content.text} {name or ''}"))


def of_person(name: str, username: str | None) -> str:
    return _joined(_words(f"{name} {username or ''}"))


def stems(question: str) -> list[str]:
    return [_stem(word) for word in _words(question)]


def names(question: str) -> list[str]:
    return list(_words(question))


def query(words: list[str], dialect: str) -> str:
    """All of the words, the last as a beginning; none of them has a character that means something to a database."""
    last = "*" if dialect == "sqlite" else ":*"
    quoted = [f'"{word}"' if dialect == "sqlite" else f"'{word}'" for word in words]
    if len(words[-1]) >= SHORTEST_BEGINNING:
        quoted[-1] += last
    return (" AND " if dialect == "sqlite" else " & ").join(quoted)


def _words(text: str) -> Iterator[str]:
    return (word[:LONGEST] for word in WORD.findall(normal(text)))


def _joined(words: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(words))
