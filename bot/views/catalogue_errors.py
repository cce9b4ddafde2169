"""What is wrong in a catalogue's file, in words."""

from bot.texts import Texts
from core.catalogue import Wrong

SHOWN = 60  # characters of a wrong value


def sentence(texts: Texts, locale: str, wrong: Wrong) -> str:
    """«Строка 12: …», not escaped."""
    return texts.plain(locale, "catalogue-error-line", line=str(wrong.line), problem=problem(texts, locale, wrong))


def problem(texts: Texts, locale: str, wrong: Wrong) -> str:
    """Without the line, which says nothing to who sees no file."""
    return texts.plain(
        locale, f"catalogue-error-{wrong.code}", **{name: _short(value) for name, value in wrong.values.items()}
    )


def _short(value: str | int) -> str | int:
    return value if isinstance(value, int) or len(value) <= SHOWN else value[: SHOWN - 1] + "…"
