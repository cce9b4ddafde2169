"""The languages of the desk: everything that depends on one and is no sentence.

A third language is a folder here, a folder in the messenger's locales, and one line below.
"""

from core.languages.en import ENGLISH
from core.languages.language import Language
from core.languages.ru import RUSSIAN

__all__ = ["LANGUAGES", "Language", "locales"]

LANGUAGES = {
    language.code: language
    for language in (
        RUSSIAN,
        ENGLISH,
    )
}


def locales() -> tuple[str, ...]:
    """Their codes, in the order in which people are shown them."""
    return tuple(LANGUAGES)
