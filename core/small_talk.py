"""Words that ask support for nothing: a greeting, thanks, «отмена». In whatever language of the desk."""

import re
from collections.abc import Iterable

from core.languages import LANGUAGES

LONGEST = 80  # characters: who writes more says something
SIGNS_OF_THANKS = frozenset("👍🙏❤👌🤝")

_WORD = re.compile(r"[^\W_]+|[^\w\s.,!?;:()«»\"'’…\-–—\ufe0f]")
_TONE = re.compile("[\U0001f3fb-\U0001f3ff]")


def is_greeting(text: str) -> bool:
    """«Добрый день!», and nothing else."""
    greets = _all(language.greets for language in LANGUAGES.values())
    return _says_only(text, greets, greets | _all(language.with_greeting for language in LANGUAGES.values()))


def is_thanks(text: str) -> bool:
    """«Ок, спасибо большое», a thumb, and nothing else."""
    thanks = SIGNS_OF_THANKS | _all(language.thanks for language in LANGUAGES.values())
    return _says_only(text, thanks, thanks | _all(language.with_thanks for language in LANGUAGES.values()))


def is_cancel(text: str) -> bool:
    """«Отмените, пожалуйста», and nothing else: meant for the bot that asks for something; also as a command."""
    cancels = _all(language.cancels for language in LANGUAGES.values())
    beside = _all(language.with_cancel for language in LANGUAGES.values())
    return _says_only(text.strip().removeprefix("/"), cancels, cancels | beside)


def _says_only(text: str, some: frozenset[str], others: frozenset[str]) -> bool:
    words = set(_WORD.findall(_TONE.sub("", text).casefold())) if len(text) <= LONGEST else set()
    return bool(some & words) and words <= others


def _all(words: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*words)
