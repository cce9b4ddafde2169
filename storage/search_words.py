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


def all_of(words: list[str], dialect: str) -> str:
    """None of them has a character that means something to a database."""
    quote, joint = ('"', " AND ") if dialect == "sqlite" else ("'", " & ")
    return joint.join(f"{quote}{word}{quote}" for word in words)


def may_begin(words: list[str]) -> bool:
    """The last one may be the beginning of a word: it is long enough to mean anything."""
    return len(words[-1]) >= SHORTEST_BEGINNING


def beginning_with(words: list[str], dialect: str) -> str:
    """All of the words, of the last one the beginning."""
    return all_of(words, dialect) + ("*" if dialect == "sqlite" else ":*")


def any_of(questions: Iterable[str], dialect: str) -> str:
    """Each is made of words that are all asked for: that binds closer in either dialect."""
    return (" OR " if dialect == "sqlite" else " | ").join(questions)


def _words(text: str) -> Iterator[str]:
    return (word[:LONGEST] for word in WORD.findall(normal(text)))


def _joined(words: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(words))
