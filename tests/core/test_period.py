"""Periods as people type them."""

from datetime import date, datetime
from time import perf_counter
from zoneinfo import ZoneInfo

import pytest

from core.errors import DateUnknown, PeriodBackwards, PeriodUnreadable
from core.period import Period, latest, looks_like_period, read_period
from core.units import DAY

MOSCOW = ZoneInfo("Europe/Moscow")
NOW = 1_790_000_000_000  # 21.09.2026 17:13 in Moscow
NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 15))


@pytest.mark.parametrize(
    "text",
    ["01.11.2026–15.11.2026", "1.11.26 - 15.11.26", "с 01.11.2026 по 15.11.2026", "2026-11-01 2026-11-15", "1.11—15.11",
     "01/11/2026 to 15/11/2026", "  01.11.2026-15.11.2026. ", "1–15.11.2026", "с 1 по 15.11",
     "1 - 15 ноября 2026", "1.11-15.11"],
)  # fmt: skip
def test_a_period_is_read(text: str) -> None:
    assert read_period(text, NOW, MOSCOW) == NOVEMBER


def test_one_date_is_one_day() -> None:
    assert read_period("05.11.2026", NOW, MOSCOW) == Period(date(2026, 11, 5), date(2026, 11, 5))


@pytest.mark.parametrize("text", ["31.02.2026", "01.01.2026–32.01.2026", "1.13.2026", "00.00.0000", "29.02.2027"])
def test_a_day_that_is_not_in_the_calendar_is_named(text: str) -> None:
    with pytest.raises(DateUnknown) as refusal:
        read_period(text, NOW, MOSCOW)
    assert refusal.value.values["date"] in text


def test_the_end_stands_after_the_beginning() -> None:
    with pytest.raises(PeriodBackwards):
        read_period("15.11.2026–01.11.2026", NOW, MOSCOW)


@pytest.mark.parametrize(
    "text",
    ["", "завтра", "123456", "1.1.1", "01.11.2026 в обед", "1.11.2026 2.11.2026 3.11.2026", "?" * 300, "11.20266"],
)
def test_other_words_are_no_period(text: str) -> None:
    with pytest.raises(PeriodUnreadable):
        read_period(text, NOW, MOSCOW)


def test_days_begin_at_midnight_of_the_shop() -> None:
    assert Period(date(2026, 9, 21), date(2026, 9, 21)).bounds(MOSCOW) == (1_789_938_000_000, 1_790_024_400_000)


def test_the_latest_days_end_with_today() -> None:
    assert latest(7, NOW, MOSCOW) == Period(date(2026, 9, 15), date(2026, 9, 21))


def test_a_day_may_have_23_hours() -> None:
    since, until = Period(date(2026, 3, 29), date(2026, 3, 29)).bounds(ZoneInfo("Europe/Berlin"))
    assert until - since == 23 * 3_600_000


def test_a_day_that_is_not_over_is_compared_with_as_much_of_the_day_before() -> None:
    today = latest(1, NOW, MOSCOW)

    assert today.bounds_before(MOSCOW, NOW) == (1_789_851_600_000, NOW - DAY)
    assert today.bounds_before(MOSCOW, NOW + DAY) == today.before.bounds(MOSCOW)


def test_a_long_text_is_no_period_and_takes_no_time() -> None:
    began = perf_counter()
    assert not looks_like_period("01.11" + " " * 4_000 + "x")
    assert perf_counter() - began < 0.01


@pytest.mark.parametrize(
    ("today", "text", "first", "last"),
    [
        ("2027-01-10", "25.12–05.01", date(2026, 12, 25), date(2027, 1, 5)),
        ("2027-01-10", "20.12", date(2026, 12, 20), date(2026, 12, 20)),
        ("2027-01-10", "5.01", date(2027, 1, 5), date(2027, 1, 5)),
        ("2026-12-20", "25.12–05.01", date(2025, 12, 25), date(2026, 1, 5)),
        ("2026-12-20", "01.12–25.12", date(2026, 12, 1), date(2026, 12, 25)),
    ],
)
def test_dates_without_a_year_are_the_nearest(today: str, text: str, first: date, last: date) -> None:
    now = int(datetime.fromisoformat(today).replace(hour=12, tzinfo=MOSCOW).timestamp() * 1000)

    assert read_period(text, now, MOSCOW) == Period(first, last)


def test_turned_round_without_years_is_backwards_too() -> None:
    with pytest.raises(PeriodBackwards):
        read_period("15.09–01.09", NOW, MOSCOW)


@pytest.mark.parametrize(
    ("period", "before"),
    [
        (Period(date(2026, 11, 22), date(2026, 11, 28)), Period(date(2026, 11, 15), date(2026, 11, 21))),
        (Period(date(2026, 11, 28), date(2026, 11, 28)), Period(date(2026, 11, 27), date(2026, 11, 27))),
        (Period(date(2026, 3, 1), date(2026, 3, 31)), Period(date(2026, 2, 1), date(2026, 2, 28))),
        (Period(date(2026, 11, 1), date(2026, 11, 15)), Period(date(2026, 10, 17), date(2026, 10, 31))),
    ],
)
def test_a_period_has_one_before_to_be_compared_with(period: Period, before: Period) -> None:
    assert period.before == before
