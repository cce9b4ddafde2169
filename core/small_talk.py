"""Words that ask support for nothing: a greeting, thanks, «отмена». In whatever language of the desk."""

import re
from collections.abc import Iterable

from core.languages import LANGUAGES

LONGEST = 80  # characters: who writes more says something
SIGNS_OF_THANKS = frozenset("👍🙏❤👌🤝")

_WORD = re.compile(r"[^\W_]+|[^\w\s.,!?;:()«»\"'’…\-–—\ufe0f]")
_TONE = re.compile("[\U0001f3fb-\U0001f3ff]")


def _all(words: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*words)


_GREETS = _all(language.greets for language in LANGUAGES.values())
_THANKS = SIGNS_OF_THANKS | _all(language.thanks for language in LANGUAGES.values())
_CANCELS = _all(language.cancels for language in LANGUAGES.values())
_BESIDE_GREETING = _GREETS | _all(language.with_greeting for language in LANGUAGES.values())
_BESIDE_THANKS = _THANKS | _all(language.with_thanks for language in LANGUAGES.values())
_BESIDE_CANCEL = _CANCELS | _all(language.with_cancel for language in LANGUAGES.values())


def is_greeting(text: str) -> bool:
    """«Добрый день!», and nothing else."""
    return _says_only(text, _GREETS, _BESIDE_GREETING)


def is_thanks(text: str) -> bool:
    """«Ок, спасибо большое», a thumb, and nothing else."""
    return _says_only(text, _THANKS, _BESIDE_THANKS)


def is_cancel(text: str) -> bool:
    """«Отмените, пожалуйста», and nothing else: meant for the bot that asks for something; also as a command."""
    return _says_only(text.strip().removeprefix("/"), _CANCELS, _BESIDE_CANCEL)


def _says_only(text: str, some: frozenset[str], others: frozenset[str]) -> bool:
    words = set(_WORD.findall(_TONE.sub("", text).casefold())) if len(text) <= LONGEST else set()
    return bool(some & words) and words <= others
