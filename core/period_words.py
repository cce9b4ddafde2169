"""The period that an admin asks for, as people name one: `7`, «неделя», «вчера», «прошлый месяц», or dates."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from core.errors import PeriodUnreadable
from core.languages import LANGUAGES, Language
from core.months import month_named
from core.period import Period, latest, read_period

DEFAULT = "7d"
DATES = re.compile(r"(\d{8})-(\d{8})")
WORD = re.compile(r"\d+|[^\W\d_]+")
LONGEST = 100  # characters
FEW_DAYS, MOST_DAYS = 999, 36_500  # a number alone, and with a unit
WEEK = 7  # days
MONTHS = {30: 1, 90: 3, 182: 6, 365: 12}  # how many of the calendar a span of `Language.spans` has


@dataclass(frozen=True, slots=True)
class Asked:
    """A period, and the short name by which a button asks for it again."""

    code: str
    period: Period

    def __str__(self) -> str:
        return str(self.period)


def read_asked(words: str, now: int, zone: ZoneInfo) -> Asked:
    """Nothing is the last week.

    Raises: PeriodUnreadable, DateUnknown, PeriodBackwards.
    """
    words = words.strip().casefold() or DEFAULT
    today = datetime.fromtimestamp(now / 1000, zone).date()
    if dates := DATES.fullmatch(words):
        return _between(_of_code(dates[1], dates[2]))
    if any(words in language.today for language in LANGUAGES.values()):
        return Asked("today", latest(1, now, zone))
    if days := _days(_telling(words)):
        return Asked(f"{days}d", latest(days, now, zone))
    return _between(_named(_telling(words), today) or _since(words, now, zone, today))


def _between(period: Period) -> Asked:
    return Asked(f"{period.first:%Y%m%d}-{period.last:%Y%m%d}", period)


def _of_code(first: str, last: str) -> Period:
    try:
        return Period(date.fromisoformat(first), date.fromisoformat(last))
    except ValueError:
        raise PeriodUnreadable() from None


def _telling(words: str) -> list[str]:
    """«за последние 7 дней» says «7 дней»."""
    return [word for word in WORD.findall(words[:LONGEST]) if not _among(word, lambda language: language.beside_spans)]


def _among(word: str, words_of: Callable[[Language], frozenset[str]]) -> bool:
    return any(word in words_of(language) for language in LANGUAGES.values())


def _days(words: list[str]) -> int | None:
    """How many up to now: «7», «неделя», «2 недели», `last 7 days`."""
    match words:
        case [count] if count.isdecimal() and 0 < int(count) <= FEW_DAYS:
            return int(count)
        case [span] if days := _span(span):
            return days
        case [count, span] if count.isdecimal() and 0 < int(count) * (_span(span) or 0) <= MOST_DAYS:
            return int(count) * (_span(span) or 0)
        case [last, count, span] if _among(last, lambda language: language.previous):
            return _days([count, span])
    return None


def _span(word: str) -> int | None:
    return next((language.spans[word] for language in LANGUAGES.values() if word in language.spans), None)


def _named(words: list[str], today: date) -> Period | None:
    """By the calendar: «вчера», «прошлая неделя», «этот месяц», «ноябрь 2025», «2025»."""
    match words:
        case [word] if _among(word, lambda language: language.yesterday):
            return Period(today - timedelta(days=1), today - timedelta(days=1))
        case [which, span] if _span(span) and _among(which, lambda language: language.this):
            return Period(_begin(_span(span), today), today)
        case [which, span] if _span(span) and _among(which, lambda language: language.previous):
            last = _begin(_span(span), today) - timedelta(days=1)
            return Period(_begin(_span(span), last), last)
        case [name] if month := month_named(name):
            return _month(month, today.year - (month > today.month), today)
        case [name, year] if (month := month_named(name)) and _is_year(year):
            return _month(month, int(year), today)
        case [year] if _is_year(year):
            return Period(date(int(year), 1, 1), date(int(year), 12, 31))
    return None


def _begin(span: int | None, day: date) -> date:
    """Of the calendar's week, month, quarter or year that has the day."""
    if span == WEEK:
        return day - timedelta(days=day.weekday())
    if span in MONTHS:
        return day.replace(day=1, month=(day.month - 1) // MONTHS[span] * MONTHS[span] + 1)
    return day


def _month(month: int, year: int, today: date) -> Period:
    """The present one up to now."""
    last = date(year, month, monthrange(year, month)[1])
    return Period(date(year, month, 1), today if (year, month) == (today.year, today.month) else last)


def _is_year(word: str) -> bool:
    return word.isdecimal() and len(word) == 4 and word.startswith("20")


def _since(words: str, now: int, zone: ZoneInfo, today: date) -> Period:
    """Dates; «с 1 ноября» alone is until today."""
    found = read_period(words, now, zone)
    begins_only = found.first == found.last <= today and _among(words.split()[0], lambda language: language.since)
    return Period(found.first, today) if begins_only else found
