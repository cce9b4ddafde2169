"""Months by their names, in every language at once."""

import re

from core.languages import LANGUAGES

MONTHS = [
    re.compile("|".join(language.months[number] for language in LANGUAGES.values()), re.IGNORECASE)
    for number in range(12)
]
NAME = f"(?P<month>{'|'.join(month.pattern for month in MONTHS)})"
YEAR = r"(?:,?\s+(?P<year>\d{4}))?"
BETWEEN = "|".join(re.escape(word) for language in LANGUAGES.values() for word in language.between_dates)
JOINED = rf"(?:\s*[–—‑−-]\s*|\s+(?:{BETWEEN})\s+)"
DAYS_ONLY = re.compile(
    rf"(?<![\d./-])(?P<first>\d{{1,2}})(?P<between>{JOINED})(?=\d{{1,2}}(?P<rest>[./]\d{{1,2}}(?:[./]\d{{4}})?)(?![\d./]))"
)
DAY_FIRST = re.compile(
    rf"(?:\b(?P<first>\d{{1,2}})(?P<between>{JOINED}))?\b(?P<day>\d{{1,2}})\s+{NAME}\b{YEAR}",
    re.IGNORECASE,
)
MONTH_FIRST = re.compile(rf"\b{NAME}\s+(?P<day>\d{{1,2}})(?!\d){YEAR}", re.IGNORECASE)


def month_named(word: str) -> int | None:
    """1 to 12."""
    return next((number for number, month in enumerate(MONTHS, 1) if month.fullmatch(word)), None)


def in_digits(text: str) -> str:
    """«1–15 ноября 2026» and «1–15.11.2026» as «1.11.2026–15.11.2026», «November 5» as «5.11»."""
    text = MONTH_FIRST.sub(_in_digits, DAY_FIRST.sub(_in_digits, text))
    return DAYS_ONLY.sub(r"\g<first>\g<rest>\g<between>", text)


def _in_digits(found: re.Match[str]) -> str:
    parts = found.groupdict()
    of_year = f".{month_named(parts['month'])}" + (f".{parts['year']}" if parts["year"] else "")
    before = f"{parts['first']}{of_year}{parts['between']}" if parts.get("first") else ""
    return f"{before}{parts['day']}{of_year}"
