"""A moment to come, as people name one: `2d`, «через 3 часа», «завтра 10:00», «в пятницу», `5.12 9:30`."""

import re
from datetime import date, datetime, time, timedelta, tzinfo

from core.duration_words import read_duration
from core.errors import MomentPast, MomentTooFar, MomentUnreadable
from core.hours import DAY_MINUTES, WEEK, Hours
from core.languages import LANGUAGES, Language
from core.units import DAY, HOUR

FARTHEST = 365 * DAY
FARTHEST_DAYS = timedelta(milliseconds=FARTHEST, days=1)
LONGEST = 100  # characters
EARLY, MORNING = 6 * 60, 9 * 60  # minutes of the day
NOON = 12  # hours
DATE = re.compile(r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})(?:[./](?P<year>\d{4}|\d{2}))?"
                  r"|(?P<iso_year>\d{4})-(?P<iso_month>\d{1,2})-(?P<iso_day>\d{1,2})")  # fmt: skip
CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d\d))? ?([^\W\d_]*)")


def read_moment(words: str, now: int, hours: Hours, zone: tzinfo) -> int:
    """A day without a time is its beginning at the desk. Raises: MomentUnreadable, MomentPast, MomentTooFar."""
    told = words.casefold().replace(",", " ").split()
    if len(words) > LONGEST or not told:
        raise MomentUnreadable()
    beside = {word for language in LANGUAGES.values() for word in language.beside_moments}
    telling = [word for word in told if word not in beside]
    ahead = read_duration(" ".join(telling))
    at = now + ahead if ahead is not None else _Named(telling, told == telling, now, hours, zone).moment()
    if at <= now:
        raise MomentPast()
    if at > now + FARTHEST:
        raise MomentTooFar(days=FARTHEST // DAY)
    return at


class _Named:
    """A day, a time of it, or both. `bare`: nothing stands beside: «10» alone may be anything, «в 10» is a time."""

    def __init__(self, words: list[str], bare: bool, now: int, hours: Hours, zone: tzinfo) -> None:
        self._words = words
        self._bare = bare
        self._now = now
        self._hours = hours
        self._zone = zone
        self._today = datetime.fromtimestamp(now / 1000, zone).date()

    def moment(self) -> int:
        """The first of those that it may be which is still to come; `now` where all are over."""
        used, days = self._days()
        minute = _minute(self._words[used:])
        if not days or (not used and (minute is None or (self._bare and self._words[0].isdecimal()))):
            raise MomentUnreadable()
        moments = (self._begins(day) if minute is None else self._at(day, minute) for day in days)
        return next((moment for moment in moments if moment > self._now), self._now)

    def _days(self) -> tuple[int, list[date]]:
        """How many words name the day, and the days that it may be."""
        first, second = [*self._words, "", ""][:2]
        for language in LANGUAGES.values():
            if first in language.days_ahead:
                return 1, [self._after(language.days_ahead[first])]
            if (weekday := _weekday(first, language)) is not None:
                ahead = (weekday - self._today.weekday()) % WEEK
                if not ahead and not second:  # «в понедельник», said on one, is the next
                    ahead = WEEK
                return 1, [self._after(ahead), self._after(ahead + WEEK)]
            if first.isdecimal() and (month := _month(second, language)):
                return 2, self._in_year(None, month, int(first))
        found = DATE.fullmatch(first)
        days = self._in_year(*_numbers(found)) if found else []
        return (1, days) if days else (0, [self._today, self._after(1)])

    def _after(self, days: int) -> date:
        return self._today + timedelta(days=days)

    def _in_year(self, year: int | None, month: int, day: int) -> list[date]:
        """Without a year this one, or the next."""
        years = [self._today.year, self._today.year + 1] if year is None else [year]
        return [found for each in years if (found := _date(each, month, day))]

    def _begins(self, day: date) -> int:
        """When people come to the desk."""
        early = self._at(day, EARLY)
        if abs(day - self._today) > FARTHEST_DAYS:  # refused anyway, and no calendar of ours goes so far
            return early
        opens = self._hours.next_on(early)
        return opens if opens > early else self._at(day, MORNING)

    def _at(self, day: date, minute: int) -> int:
        return int(datetime.combine(day, time(*divmod(minute, 60)), self._zone).timestamp() * 1000)


def _weekday(word: str, language: Language) -> int | None:
    """0 is Monday."""
    if word in language.days:
        return language.days.index(word)
    named = language.day_groups.get(word, ())
    return named[0] if len(named) == 1 else None


def _month(word: str, language: Language) -> int | None:
    """«декабря», as it stands behind a day."""
    names = [form.format("").strip().casefold() for form in language.day_of_month]
    return names.index(word) + 1 if word in names else None


def _numbers(found: re.Match[str]) -> tuple[int | None, int, int]:
    year = found["year"] or found["iso_year"]
    century = 2000 if year and len(year) == 2 else 0
    return (
        int(year) + century if year else None,
        int(found["month"] or found["iso_month"]),
        int(found["day"] or found["iso_day"]),
    )


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _minute(words: list[str]) -> int | None:
    """Of the day; None where nothing is said. Raises: MomentUnreadable."""
    hours = {unit for language in LANGUAGES.values() for unit, ms in language.units.items() if ms == HOUR}
    text = " ".join(word for word in words if word not in hours)
    if not text:
        return None
    for language in LANGUAGES.values():
        if text in language.times_of_day:
            return language.times_of_day[text] * 60
    found = CLOCK.fullmatch(text)
    minute = _on_the_clock(int(found[1]), int(found[2] or 0), found[3]) if found else DAY_MINUTES
    if minute >= DAY_MINUTES:
        raise MomentUnreadable()
    return minute


def _on_the_clock(hour: int, minute: int, beside: str) -> int:
    """DAY_MINUTES where there is no such time. `beside`: «утра», `pm`, «часов», or nothing."""
    for language in LANGUAGES.values():
        if beside in language.before_noon | language.after_noon and 1 <= hour <= NOON:
            hour = hour % NOON + (NOON if beside in language.after_noon else 0)
            break
    else:
        if beside:
            return DAY_MINUTES
    return hour * 60 + minute if minute < 60 else DAY_MINUTES
