"""The buttons of the reply keyboard: understood in any state and in both languages, also typed by hand."""

from dataclasses import dataclass
from functools import lru_cache

from aiogram.filters import Filter
from aiogram.types import Message

from bot.texts import Texts
from core.languages import locales

LABELS = ("home-new", "home-dialogs", "home-help")


@dataclass(frozen=True)
class Label(Filter):
    key: str

    async def __call__(self, message: Message, texts: Texts) -> bool:
        return is_label(message.text, texts, self.key)


def is_label(text: str | None, texts: Texts, *keys: str) -> bool:
    """One of these buttons, or of all."""
    if not text or len(text) > 40:
        return False
    return _words(text) in _labels(texts, keys or LABELS)


@lru_cache
def _labels(texts: Texts, keys: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_words(texts.plain(locale, key)) for locale in locales() for key in keys)


def _words(text: str) -> str:
    """Without the emoji, which nobody types."""
    return " ".join("".join(incoming if incoming.isalnum() else " " for incoming in text).casefold().split())
