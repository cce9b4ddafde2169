"""What support needs to know before it can answer: fields of a topic, and what is a value of one."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from core.errors import FieldWrong, PeriodWrong
from core.period import read_period

LONGEST_VALUE = 200  # characters
LONGEST_NUMBER = 20  # digits
AMOUNT = re.compile(r"\d{1,12}(?:[.,]\d{1,2})?")
BESIDE_NUMBER = re.compile(r"[\s№#-]")
BESIDE_AMOUNT = re.compile(r"[\s\u00a0₽$€]|руб\.?|rub", re.IGNORECASE)
# A repetition after a group may take for ever on a value that was made for it.
SLOW_PATTERN = re.compile(r"\)[*+?{]|\\[1-9]")


class FieldKind(StrEnum):
    TEXT = "text"
    NUMBER = "number"  # digits
    DATE = "date"
    AMOUNT = "amount"


@dataclass(frozen=True, slots=True)
class TopicField:
    key: str
    titles: Mapping[str, str]  # locale -> text
    kind: FieldKind = FieldKind.TEXT
    pattern: str = ""  # a regular expression of the whole value
    required: bool = False

    def title(self, locale: str) -> str:
        return self.titles.get(locale) or next(iter(self.titles.values()), "")

    def read(self, words: str, now: int, zone: ZoneInfo) -> str:
        """The value as it is kept. Raises: FieldWrong."""
        value = _READERS[self.kind](self, " ".join(words.split()), now, zone)
        if self.pattern and not re.fullmatch(self.pattern, value):
            raise self._wrong("pattern")
        return value

    def _wrong(self, reason: str) -> FieldWrong:
        return FieldWrong(field=dict(self.titles), reason=reason)

    def _text(self, words: str, now: int, zone: ZoneInfo) -> str:
        if len(words) > LONGEST_VALUE:
            raise self._wrong("long")
        return words

    def _number(self, words: str, now: int, zone: ZoneInfo) -> str:
        digits = BESIDE_NUMBER.sub("", words)
        if not (digits.isascii() and digits.isdecimal() and len(digits) <= LONGEST_NUMBER):
            raise self._wrong("number")
        return digits

    def _amount(self, words: str, now: int, zone: ZoneInfo) -> str:
        amount = BESIDE_AMOUNT.sub("", words)
        if not AMOUNT.fullmatch(amount):
            raise self._wrong("amount")
        return amount.replace(",", ".")

    def _date(self, words: str, now: int, zone: ZoneInfo) -> str:
        try:
            period = read_period(words, now, zone)
        except PeriodWrong:
            raise self._wrong("date") from None
        if period.first != period.last:
            raise self._wrong("date")
        if period.first > datetime.fromtimestamp(now / 1000, zone).date():
            raise self._wrong("future")
        return period.first.strftime("%d.%m.%Y")


_READERS = {
    FieldKind.TEXT: TopicField._text,
    FieldKind.NUMBER: TopicField._number,
    FieldKind.AMOUNT: TopicField._amount,
    FieldKind.DATE: TopicField._date,
}


def is_pattern(pattern: str) -> bool:
    """Whether it can be read, and on any value soon."""
    try:
        re.compile(pattern)
    except re.error:
        return False
    return SLOW_PATTERN.search(pattern) is None


# ---- as admins write them: a line a field


class FieldsUnreadable(Exception):
    """`line` is no field."""

    def __init__(self, line: str) -> None:
        super().__init__(line)
        self.line = line


def read_lines(text: str, languages: Iterable[str]) -> tuple[TopicField, ...]:
    """`key | title in each language | kind | * | pattern`, the last two only where they are needed."""
    locales = tuple(languages)
    return tuple(_read_line(line, locales) for line in text.splitlines() if line.strip())


def _read_line(line: str, locales: tuple[str, ...]) -> TopicField:
    key, *parts = (part.strip() for part in line.split("|"))
    titles, rest = parts[: len(locales)], parts[len(locales) :]
    if len(titles) < len(locales) or len(rest) > 3 or (rest and rest[0] not in set(FieldKind)):
        raise FieldsUnreadable(line)
    kind, required, pattern = (*rest, *("text", "", "")[len(rest) :])
    return TopicField(key, dict(zip(locales, titles, strict=True)), FieldKind(kind), pattern, required == "*")


def write_line(field: TopicField, languages: Iterable[str]) -> str:
    parts = [field.key, *(field.titles.get(locale, "") for locale in languages), field.kind.value]
    if field.required or field.pattern:
        parts.append("*" if field.required else "")
    if field.pattern:
        parts.append(field.pattern)
    return " | ".join(parts)
