"""When people are at the desk: working hours of a week, in the shop's time zone."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from itertools import accumulate

from core.languages import LANGUAGES, Language
from core.units import DAY

DAYS = LANGUAGES["en"].days  # as hours are kept
WEEK = 7
DAY_MINUTES = 24 * 60
EVERY_DAY = tuple(range(WEEK))
DASH = r"[-‑–—−]"
BETWEEN = "|".join(word for language in LANGUAGES.values() for word in language.between_dates)
TIMES = re.compile(
    rf"(?:\b(?:{BETWEEN})\s*)?(\d{{1,2}})(?:[:.](\d\d))?\s*(?:{DASH}|\b(?:{BETWEEN})\b)\s*(\d{{1,2}})(?:[:.](\d\d))?"
)
LAID_OUT = 400 * DAY  # ms, at a time

NAMED_DAY = re.compile(rf"\b(?:{'|'.join(DAYS)})\b")


class HoursWrong(ValueError):
    """Not written as hours are."""


@dataclass(frozen=True, slots=True)
class Span:
    """Minutes of one day of the week: 0 is Monday, `closes` exclusive; after midnight it is more than a day has."""

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
        """`mon-fri 09:00-18:00; sat 10-16`, `пн, вт с 9 до 18`, `ежедневно 20:00–04:00`; nothing means always.

        Raises: HoursWrong.
        """
        return cls(tuple(_spans(text.strip().lower())) if text.strip() else (), zone)

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
        return min(max(opens, now) for opens, closes in self.openings(now, now) if closes > now)

    def between(self, since: int, until: int) -> int:
        """How much of that time people were there."""
        if not self.spans:
            return max(until - since, 0)
        return sum(max(min(closes, until) - max(opens, since), 0) for opens, closes in self.openings(since, until))

    def after(self, since: int, worked: int) -> int:
        """When people will have been there for so long since then."""
        if not self.spans:
            return since + worked
        until = since + WEEK * DAY
        while self.between(since, until) < worked:
            until += until - since
        for opens, closes in self.openings(since, until):
            begins = max(opens, since)
            if closes - begins >= worked:
                return begins + worked
            worked -= max(closes - begins, 0)
        raise AssertionError("the openings hold as much time")

    def openings(self, since: int, until: int) -> list[tuple[int, int]]:
        """Openings from the day before `since` to a week after `until`, in UTC ms; those that overlap are one."""
        midnight = self._local(since).replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=1)
        days = (self._local(until) - midnight).days + WEEK + 2
        dates = [midnight + timedelta(days=number) for number in range(days)]
        return _merged(
            (_ms(date + timedelta(minutes=span.opens)), _ms(date + timedelta(minutes=span.closes)))
            for date in dates
            for span in self.spans
            if span.day == date.weekday()
        )

    def _local(self, at: int) -> datetime:
        return datetime.fromtimestamp(at / 1000, self.zone)


ALWAYS = Hours()


class WorkingTime:
    """Working hours laid out once, so that it is looked up how much of them lies between two moments."""

    def __init__(self, hours: Hours) -> None:
        self._hours = hours
        self._begins = self._ends = 0
        self._opens: list[int] = []
        self._closes: list[int] = []
        self._before: list[int] = []  # time at work before each opening

    def between(self, since: int, until: int) -> int:
        if not self._hours.spans or until <= since:
            return max(until - since, 0)
        if not self._begins <= since or not until <= self._ends:
            self._lay_out(since, until)
        return self._up_to(until) - self._up_to(since)

    def _up_to(self, at: int) -> int:
        place = bisect_right(self._opens, at) - 1
        return self._before[place] + min(at, self._closes[place]) - self._opens[place] if place >= 0 else 0

    def _lay_out(self, since: int, until: int) -> None:
        self._begins = min(since, self._begins or since) - LAID_OUT
        self._ends = max(until, self._ends) + LAID_OUT
        openings = self._hours.openings(self._begins, self._ends)
        self._opens, self._closes = [opens for opens, _ in openings], [closes for _, closes in openings]
        self._before = [0, *accumulate(closes - opens for opens, closes in openings)]


def _merged(openings: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for opens, closes in sorted(openings):
        if merged and opens <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(closes, merged[-1][1])
        else:
            merged.append((opens, closes))
    return merged


def _ms(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)


def _spans(text: str) -> Iterator[Span]:
    """Days, then times, and so on; times without days are of those that were named before, at first of every day."""
    days, read = EVERY_DAY, 0
    for times in TIMES.finditer(text):
        days = _days(text[read : times.start()]) or days
        read = times.end()
        opens, closes = _minutes(times[1], times[2]), _minutes(times[3], times[4])
        if opens == closes:
            raise HoursWrong(times[0])
        for day in days:
            yield Span(day, opens, closes if closes > opens else closes + DAY_MINUTES)
    if not read or _words(text[read:]):
        raise HoursWrong(text)


def _days(text: str) -> tuple[int, ...]:
    """«пн-пт», «пн, вт и ср», «по будням», «ежедневно»."""
    found: dict[int, None] = {}
    for word in _words(text):
        first, _, last = word.partition("-")
        group = _group(first)
        if last:
            begins, ends = group[0], _group(last)[0]
            group = tuple((begins + step) % WEEK for step in range((ends - begins) % WEEK + 1))
        found |= dict.fromkeys(group)
    return tuple(found)


def _words(text: str) -> list[str]:
    joined = re.sub(rf"\s*{DASH}\s*", "-", text)
    return [word for word in re.split(r"[\s,;:.]+", joined) if word and word not in BETWEEN.split("|")]


def _group(name: str) -> tuple[int, ...]:
    for language in LANGUAGES.values():
        if name in language.days:
            return (language.days.index(name),)
        if name in language.day_groups:
            return language.day_groups[name]
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
    minutes = minutes if minutes <= DAY_MINUTES else minutes - DAY_MINUTES
    return f"{minutes // 60:02}:{minutes % 60:02}"
