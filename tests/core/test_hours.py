"""Working hours: when people are there, when they are back, how long they were."""

import random
from datetime import datetime
from typing import cast
from zoneinfo import ZoneInfo

import pytest

from core.catalogue import Catalogue
from core.desk import Desk
from core.hours import ALWAYS, Hours, HoursWrong, WorkingTime, in_language
from core.languages import LANGUAGES
from core.rules import Rules
from core.search import SearchIndex
from core.store import Store
from core.units import DAY, HOUR

MOSCOW = ZoneInfo("Europe/Moscow")
BERLIN = ZoneInfo("Europe/Berlin")

WEEKDAYS = Hours.parse("mon-fri 09:00-18:00", MOSCOW)


def at(text: str, zone: ZoneInfo = MOSCOW) -> int:
    return int(datetime.strptime(text, "%d.%m.%Y %H:%M").replace(tzinfo=zone).timestamp() * 1000)


@pytest.mark.parametrize(
    ("moment", "back"),
    [
        ("23.11.2026 09:00", "23.11.2026 09:00"),  # a Monday, to the minute
        ("23.11.2026 17:59", "23.11.2026 17:59"),
        ("23.11.2026 18:00", "24.11.2026 09:00"),
        ("23.11.2026 03:00", "23.11.2026 09:00"),
        ("27.11.2026 20:00", "30.11.2026 09:00"),  # over the weekend
        ("28.11.2026 12:00", "30.11.2026 09:00"),
    ],
)
def test_next_on(moment: str, back: str) -> None:
    assert WEEKDAYS.next_on(at(moment)) == at(back)
    assert WEEKDAYS.are_on(at(moment)) == (moment == back)


def test_always_is_always_on() -> None:
    assert ALWAYS.are_on(123)
    assert ALWAYS.between(100, 350) == 250


@pytest.mark.parametrize(
    ("since", "until", "hours"),
    [
        ("23.11.2026 10:00", "23.11.2026 12:00", 2),
        ("23.11.2026 17:00", "24.11.2026 10:00", 2),
        ("27.11.2026 17:00", "30.11.2026 11:00", 3),
        ("28.11.2026 10:00", "29.11.2026 10:00", 0),
        ("23.11.2026 00:00", "30.11.2026 00:00", 45),
    ],
)
def test_time_that_people_were_there(since: str, until: str, hours: int) -> None:
    assert WEEKDAYS.between(at(since), at(until)) == hours * HOUR


def test_several_spans_in_either_language() -> None:
    hours = Hours.parse("пн–пт 9:00–18:00; сб 10:00-16:00", MOSCOW)

    assert hours.are_on(at("28.11.2026 15:59"))
    assert not hours.are_on(at("28.11.2026 16:00"))
    assert Hours.parse(str(hours), MOSCOW) == hours
    assert str(hours) == "mon-fri 09:00-18:00; sat 10:00-16:00"
    assert in_language(str(hours), LANGUAGES["ru"]) == "пн-пт 09:00-18:00; сб 10:00-16:00"
    assert Hours.parse("пн-пт 9-18; сб 10-16", MOSCOW) == hours


def test_a_week_that_goes_round() -> None:
    hours = Hours.parse("sat-mon 00:00-24:00", MOSCOW)

    assert sorted({span.day for span in hours.spans}) == [0, 5, 6]
    assert hours.next_on(at("24.11.2026 12:00")) == at("28.11.2026 00:00")


def test_the_clock_that_is_put_back_keeps_the_hours() -> None:
    hours = Hours.parse("mon-sun 09:00-18:00", BERLIN)

    assert hours.next_on(at("24.10.2026 19:00", BERLIN)) == at("25.10.2026 09:00", BERLIN)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("пн-пт с 9:00 до 18:00", "mon-fri 09:00-18:00"),
        ("Пн—Пт 9.00—18.00, сб 10–16", "mon-fri 09:00-18:00; sat 10:00-16:00"),
        ("пн, вт и чт 9-18", "mon-tue 09:00-18:00; thu 09:00-18:00"),
        ("ежедневно 10-22", "mon-sun 10:00-22:00"),
        ("10:00 - 22:00", "mon-sun 10:00-22:00"),
        ("по будням 9-13, 14-18", "mon-fri 09:00-13:00; mon-fri 14:00-18:00"),
        ("суббота 10-16\nвыходные 11-12", "sat 10:00-16:00; sat-sun 11:00-12:00"),
        ("weekdays from 9 to 17", "mon-fri 09:00-17:00"),
        ("пн-вс 20:00–04:00", "mon-sun 20:00-04:00"),
    ],
)
def test_as_people_write_them(text: str, read: str) -> None:
    hours = Hours.parse(text, MOSCOW)

    assert str(hours) == read
    assert Hours.parse(str(hours), MOSCOW) == hours


def test_a_night_shift_goes_on_after_midnight() -> None:
    nights = Hours.parse("fri 20:00-04:00", MOSCOW)

    assert nights.are_on(at("28.11.2026 03:59"))  # a Saturday
    assert not nights.are_on(at("28.11.2026 04:00"))
    assert nights.between(at("27.11.2026 00:00"), at("29.11.2026 00:00")) == 8 * HOUR


def test_hours_that_overlap_count_once() -> None:
    hours = Hours.parse("mon-fri 9-18; fri 9-16; fri 17-20", MOSCOW)

    assert hours.between(at("27.11.2026 00:00"), at("28.11.2026 00:00")) == 11 * HOUR


def test_what_is_laid_out_is_what_is_counted() -> None:
    hours, chance = Hours.parse("mon-fri 9-18; fri 20:00-04:00", BERLIN), random.Random(1)
    laid_out, begin = WorkingTime(hours), at("01.03.2026 00:00", BERLIN)
    for _ in range(300):
        since = begin + chance.randrange(-90 * DAY, 500 * DAY)
        until = since + chance.randrange(-DAY, 30 * DAY)
        assert laid_out.between(since, until) == hours.between(since, until)
    assert WorkingTime(ALWAYS).between(5, 12) == 7


@pytest.mark.parametrize(
    "text",
    ["always", "mon 18:00-18:00", "mon 9-18 or so", "mon 09:00-25:00", "xyz 09:00-18:00", "mon 9-", "mon 9:60-18"],
)
def test_hours_written_wrong_are_refused(text: str) -> None:
    with pytest.raises(HoursWrong):
        Hours.parse(text)


def test_a_group_keeps_its_hours_when_it_becomes_a_supergroup() -> None:
    desk = Desk(cast(Store, None), Rules(group_hours={-5: WEEKDAYS}), SearchIndex(Catalogue()))

    desk.follow_groups({-5: -1_005})

    assert desk.hours_of(-1_005) is WEEKDAYS
    assert desk.hours_of(-7) is ALWAYS


@pytest.mark.parametrize(
    ("since", "worked", "expected"),
    [
        ("25.11.2026 10:00", 2 * HOUR, "25.11.2026 12:00"),
        ("25.11.2026 07:00", 2 * HOUR, "25.11.2026 11:00"),
        ("25.11.2026 16:00", 2 * HOUR, "25.11.2026 18:00"),  # to the last minute, not the next morning
        ("25.11.2026 17:00", 2 * HOUR, "26.11.2026 10:00"),
        ("27.11.2026 17:30", 1 * HOUR, "30.11.2026 09:30"),  # over the weekend
        ("28.11.2026 12:00", 9 * HOUR, "30.11.2026 18:00"),
        ("25.11.2026 09:00", 450 * HOUR, "02.02.2027 18:00"),  # fifty days of work
    ],
)
def test_so_much_working_time_after_a_moment(since: str, worked: int, expected: str) -> None:
    assert WEEKDAYS.after(at(since), worked) == at(expected)


def test_without_hours_all_time_is_worked() -> None:
    assert ALWAYS.after(at("25.11.2026 10:00"), 5 * HOUR) == at("25.11.2026 15:00")
