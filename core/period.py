"""A stretch of whole days, as people write its dates."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from core.errors import DateUnknown, PeriodBackwards, PeriodUnreadable
from core.languages import LANGUAGES
from core.months import in_digits

DATE = re.compile(r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})(?:[./](?P<year>\d{4}|\d{2}))?(?!\d)"
                  r"|(?P<iso_year>\d{4})-(?P<iso_month>\d{1,2})-(?P<iso_day>\d{1,2})(?!\d)")  # fmt: skip
LONGEST = 200  # characters
DASHES = r"[\s,.;:–—‑−-]*"
HALF_A_YEAR = timedelta(days=183)
DAYS = {"today": 1, "7d": 7, "30d": 30}


@dataclass(frozen=True, slots=True)
class Period:
    first: date
    last: date  # inclusive

    def bounds(self, zone: ZoneInfo) -> tuple[int, int]:
        """UTC ms: from the first midnight to the one after the last day, exclusive."""
        return _midnight(self.first, zone), _midnight(self.last + timedelta(days=1), zone)

    @property
    def before(self) -> "Period":
        """What it is compared with: the calendar's month before a whole one, else as many days before."""
        last = self.first - timedelta(days=1)
        if self.first.day == 1 and self.last == _end_of_month(self.first):
            return Period(last.replace(day=1), last)
        return Period(self.first - (self.last - last), last)

    def bounds_before(self, zone: ZoneInfo, now: int) -> tuple[int, int]:
        """Of the period before, as `bounds`; of one that is not over yet as much as has passed of it."""
        since, until = self.before.bounds(zone)
        left = max(self.bounds(zone)[1] - now, 0)
        return since, max(until - left, since)

    def __str__(self) -> str:
        first, last = (day.strftime("%d.%m.%Y") for day in (self.first, self.last))
        return first if first == last else f"{first} – {last}"


def _end_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def latest(days: int, now: int, zone: ZoneInfo) -> Period:
    """Today, and the days before it."""
    today = datetime.fromtimestamp(now / 1000, zone).date()
    return Period(today - timedelta(days=days - 1), today)


def read_period(text: str, now: int, zone: ZoneInfo) -> Period:
    """«01.11.2026–15.11.2026», «2026-11-01 2026-11-15», «с 1.11 по 15.11», «1–15 ноября», or one day."""
    found = _dates(text)
    if not found:
        raise PeriodUnreadable()
    today = datetime.fromtimestamp(now / 1000, zone).date()
    first, last = _date(found[0], today), _date(found[-1], today)
    if last < first and not _has_year(found[0]):
        first = _a_year_before(first)  # «25.12–05.01»
        if last - first > HALF_A_YEAR:
            raise PeriodBackwards()
    if last < first:
        raise PeriodBackwards()
    return Period(first, last)


def looks_like_period(text: str) -> bool:
    """Dates and nothing else, whether the calendar has them or not."""
    return bool(_dates(text))


def _dates(text: str) -> list[re.Match[str]]:
    if len(text) > LONGEST:
        return []
    text = in_digits(text)
    found = list(DATE.finditer(text))
    alone = 1 <= len(found) <= 2 and all(map(_joins, _around(text, found)))
    return found if alone else []


def _around(text: str, found: list[re.Match[str]]) -> list[str]:
    """What stands before, between and after the dates."""
    ends = [0, *(match.end() for match in found)]
    begins = [*(match.start() for match in found), len(text)]
    return [text[end:begin] for end, begin in zip(ends, begins, strict=True)]


def _joins(rest: str) -> bool:
    """Whether it is what people write around dates: «с», «по», a dash."""
    words = [re.escape(word) for language in LANGUAGES.values() for word in language.between_dates]
    return re.fullmatch(f"{DASHES}({'|'.join(words)})?{DASHES}", rest, re.IGNORECASE) is not None


def _date(match: re.Match[str], today: date) -> date:
    """Without a year the one that is nearest: in January «20.12» is of the year before."""
    year = match["year"] or match["iso_year"] or str(today.year)
    try:
        found = date(
            int(year) + (2000 if len(year) == 2 else 0),
            int(match["month"] or match["iso_month"]),
            int(match["day"] or match["iso_day"]),
        )
    except ValueError:
        raise DateUnknown(date=match[0]) from None
    if not 2000 <= found.year < 2100:
        raise DateUnknown(date=match[0])
    return found if _has_year(match) or found - today <= HALF_A_YEAR else _a_year_before(found)


def _has_year(match: re.Match[str]) -> bool:
    return bool(match["year"] or match["iso_year"])


def _a_year_before(day: date) -> date:
    """The 29th of February is the 28th where there is none."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)


def _midnight(day: date, zone: ZoneInfo) -> int:
    return int(datetime.combine(day, time(), zone).timestamp() * 1000)
