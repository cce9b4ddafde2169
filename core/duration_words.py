"""Durations as people write them in any language: `90s`, `15 мин`, `1 день 12 часов`, «через неделю»."""

import re

from core.languages import LANGUAGES
from core.units import DAY, HOUR, MINUTE, SECOND

PART = re.compile(r"(?:(\d{1,6})\s*)?([^\W\d_]+)\.?\s*")
SHORT = (("d", DAY), ("h", HOUR), ("m", MINUTE), ("s", SECOND))
NONE = frozenset({"0", "-", "—", "–"})


def read_duration(words: str) -> int | None:
    """Milliseconds; None where it is no duration. A unit may stand alone where people say it so: «час»."""
    units = {unit: ms for language in LANGUAGES.values() for unit, ms in language.units.items()}
    alone = {unit for language in LANGUAGES.values() for unit in language.units_alone}
    words, ms, read = words.strip().casefold(), 0, 0
    while read < len(words):
        part = PART.match(words, read)
        if part is None or part[2] not in units or not (part[1] or part[2] in alone):
            return None
        ms, read = ms + int(part[1] or 1) * units[part[2]], part.end()
    return ms if words else None


def write_duration(ms: int) -> str:
    """As `read_duration` reads it."""
    parts = []
    for unit, size in SHORT:
        count, ms = divmod(ms, size)
        if count:
            parts.append(f"{count}{unit}")
    return " ".join(parts)


def is_off(words: str) -> bool:
    """Whether it switches something off."""
    words = words.strip().casefold()
    return words in NONE or any(words in language.off for language in LANGUAGES.values())
