"""When people are at the desk: working hours of a week, in the shop's time zone."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from core.languages import LANGUAGES, Language

DAYS = LANGUAGES["en"].days  # as hours are kept
WEEK = 7
DAY_MINUTES = 24 * 60
PART = re.compile(r"(\w+)(?:\s*[-–]\s*(\w+))?\s+(\d{1,2})(?::(\d\d))?\s*[-–]\s*(\d{1,2})(?::(\d\d))?")

NAMED_DAY = re.compile(rf"\b(?:{'|'.join(DAYS)})\b")


class HoursWrong(ValueError):
    """Not written as hours are."""


@dataclass(frozen=True, slots=True)
class Span:
    """Minutes of one day of the week: 0 is Monday, `closes` exclusive."""

    day: int
    opens: int
    closes: int


@dataclass(frozen=True, slots=True)
class Hours:
    """No spans: open always."""

    spans: tuple[Span, ...] = ()
    zone: tzinfo = UTC

    @classmethod
    def parse(cls, text: str, zone: tzinfo = UTC) -> "Hours":
        """`mon-fri 09:00-18:00; sat 10:00-16:00`, days in any language of the desk; nothing means always."""
        parts = [part.strip().lower() for part in re.split(r"[;,\n]", text) if part.strip()]
        return cls(tuple(span for part in parts for span in _read(part)), zone)

    def __str__(self) -> str:
        """As it is parsed; days in a row with the same hours are one part."""
        rows: list[list[Span]] = []
        for span in self.spans:
            last = rows[-1][-1] if rows else None
            if last and (last.day + 1, last.opens, last.closes) == (span.day, span.opens, span.closes):
                rows[-1].append(span)
            else:
                rows.append([span])
        return "; ".join(_part(row[0], row[-1]) for row in rows)

    def are_on(self, now: int) -> bool:
        return self.next_on(now) == now

    def next_on(self, now: int) -> int:
        """`now` where people are there, else when they are back."""
        if not self.spans:
            return now
        return min(max(opens, now) for opens, closes in self._around(now, now) if closes > now)

    def between(self, since: int, until: int) -> int:
        """How much of that time people were there."""
        if not self.spans:
            return max(until - since, 0)
        return sum(max(min(closes, until) - max(opens, since), 0) for opens, closes in self._around(since, until))

    def _around(self, since: int, until: int) -> list[tuple[int, int]]:
        """Openings from the day before `since` to a week after `until`, in UTC ms."""
        midnight = self._local(since).replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=1)
        days = (self._local(until) - midnight).days + WEEK + 2
        dates = [midnight + timedelta(days=number) for number in range(days)]
        return [
            (_ms(date + timedelta(minutes=span.opens)), _ms(date + timedelta(minutes=span.closes)))
            for date in dates
            for span in self.spans
            if span.day == date.weekday()
        ]

    def _local(self, at: int) -> datetime:
        return datetime.fromtimestamp(at / 1000, self.zone)


ALWAYS = Hours()


def _ms(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)


def _read(part: str) -> list[Span]:
    found = PART.fullmatch(part)
    if not found:
        raise HoursWrong(part)
    first, last = _day(found[1]), _day(found[2] or found[1])
    opens, closes = _minutes(found[3], found[4]), _minutes(found[5], found[6])
    if opens >= closes:
        raise HoursWrong(part)
    return [Span((first + step) % WEEK, opens, closes) for step in range((last - first) % WEEK + 1)]


def _day(name: str) -> int:
    for language in LANGUAGES.values():
        if name in language.days:
            return language.days.index(name)
    raise HoursWrong(name)


def _minutes(hours: str, minutes: str | None) -> int:
    total = int(hours) * 60 + int(minutes or 0)
    if int(minutes or 0) > 59 or total > DAY_MINUTES:
        raise HoursWrong(f"{hours}:{minutes}")
    return total


def in_language(hours: str, language: Language) -> str:
    """The same with the days in that language, which is parsed as well."""
    return NAMED_DAY.sub(lambda found: language.days[DAYS.index(found[0])], hours)


def _part(first: Span, last: Span) -> str:
    named = DAYS[first.day] if first is last else f"{DAYS[first.day]}-{DAYS[last.day]}"
    return f"{named} {_clock(first.opens)}-{_clock(first.closes)}"


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
