"""Which days an admin means: `today`, `7d`, `30d`, or dates."""

import re
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from bot.texts import Speech
from core.errors import PeriodUnreadable
from core.period import Period, latest, read_period

DEFAULT = "7d"
DAYS = re.compile(r"(\d{1,3})\s*(?:d|д|дн|дней|дня|день|days?)")
TODAY = ("today", "сегодня")
DATES = re.compile(r"(\d{8})-(\d{8})")


@dataclass(frozen=True, slots=True)
class Asked:
    """A period, and the short name that a button carries."""

    code: str
    period: Period

    def bounds(self, zone: ZoneInfo) -> tuple[int, int]:
        return self.period.bounds(zone)

    def title(self, speech: Speech) -> str:
        first, last = (day.strftime("%d.%m.%Y") for day in (self.period.first, self.period.last))
        return first if first == last else f"{first} – {last}"


def read(words: str, now: int, zone: ZoneInfo) -> Asked:
    """PeriodUnreadable and its like where the words are no period."""
    words = words.strip().casefold() or DEFAULT
    if words in TODAY:
        return Asked("today", latest(1, now, zone))
    if (days := DAYS.fullmatch(words)) and int(days[1]):
        return Asked(f"{int(days[1])}d", latest(int(days[1]), now, zone))
    if dates := DATES.fullmatch(words):
        return Asked(words, _between(dates[1], dates[2]))
    period = read_period(words, now, zone)
    return Asked(f"{period.first:%Y%m%d}-{period.last:%Y%m%d}", period)


def _between(first: str, last: str) -> Period:
    try:
        return Period(date.fromisoformat(first), date.fromisoformat(last))
    except ValueError:
        raise PeriodUnreadable() from None
