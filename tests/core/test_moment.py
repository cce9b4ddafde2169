"""Moments to come, as people name them."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from core.errors import MomentPast, MomentTooFar, MomentUnreadable
from core.hours import ALWAYS, Hours
from core.moment import read_moment

MOSCOW = ZoneInfo("Europe/Moscow")
WEEKDAYS = Hours.parse("mon-fri 10:00-19:00", MOSCOW)
MONDAY = "23.11.2026 15:30"


def at(text: str, zone: ZoneInfo = MOSCOW) -> int:
    return int(datetime.strptime(text, "%d.%m.%Y %H:%M").replace(tzinfo=zone).timestamp() * 1000)


def read(words: str, now: str = MONDAY, hours: Hours = WEEKDAYS) -> str:
    return datetime.fromtimestamp(read_moment(words, at(now), hours, MOSCOW) / 1000, MOSCOW).strftime("%d.%m.%Y %H:%M")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2d", "25.11.2026 15:30"),
        ("через 2 дня", "25.11.2026 15:30"),
        ("in 3 hours", "23.11.2026 18:30"),
        ("Через час", "23.11.2026 16:30"),
        ("на полчаса", "23.11.2026 16:00"),
        ("in an hour", "23.11.2026 16:30"),
        ("на неделю", "30.11.2026 15:30"),
        ("завтра", "24.11.2026 10:00"),
        ("завтра 10:30", "24.11.2026 10:30"),
        ("завтра в 11", "24.11.2026 11:00"),
        ("завтра, в 9 утра", "24.11.2026 09:00"),
        ("завтра в 3 часа дня", "24.11.2026 15:00"),
        ("завтра вечером", "24.11.2026 18:00"),
        ("послезавтра 8.15", "25.11.2026 08:15"),
        ("Tomorrow 10:00", "24.11.2026 10:00"),
        ("tomorrow at 3 pm", "24.11.2026 15:00"),
        ("tomorrow 12am", "24.11.2026 00:00"),
        ("сегодня 18:00", "23.11.2026 18:00"),
        ("18:00", "23.11.2026 18:00"),
        ("в 9", "24.11.2026 09:00"),
        ("до 9:00", "24.11.2026 09:00"),
        ("в пятницу", "27.11.2026 10:00"),
        ("пт 14:00", "27.11.2026 14:00"),
        ("next friday", "27.11.2026 10:00"),
        ("понедельник", "30.11.2026 10:00"),  # said on a Monday
        ("понедельник 18:00", "23.11.2026 18:00"),
        ("понедельник 12:00", "30.11.2026 12:00"),
        ("в субботу", "30.11.2026 10:00"),  # when people come to the desk
        ("5.12", "07.12.2026 10:00"),
        ("05.12 9:30", "05.12.2026 09:30"),
        ("5 декабря в 9:30", "05.12.2026 09:30"),
        ("5 December 9:30", "05.12.2026 09:30"),
        ("1.11", "01.11.2027 10:00"),
        ("2026-12-01", "01.12.2026 10:00"),
        ("01.12.26 12:00", "01.12.2026 12:00"),
    ],
)
def test_what_people_write(words: str, expected: str) -> None:
    assert read(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "",
        "10",
        "потом",
        "завтра потом",
        "завтра 25:00",
        "завтра 10:75",
        "через",
        "31.02",
        "32 декабря",
        "13pm",
        "² декабря",
        "x" * 200,
    ],
)
def test_what_names_no_moment(words: str) -> None:
    with pytest.raises(MomentUnreadable):
        read(words)


@pytest.mark.parametrize("words", ["сегодня", "сегодня 15:30", "01.11.2026", "0h", "2026-01-01 10:00", "0001-01-01"])
def test_what_is_over(words: str) -> None:
    with pytest.raises(MomentPast):
        read(words)


@pytest.mark.parametrize("words", ["400d", "999999 недель", "01.01.2030", "9999-12-31"])
def test_what_is_too_far(words: str) -> None:
    with pytest.raises(MomentTooFar):
        read(words)


def test_over_midnight_it_is_the_shops_day() -> None:
    assert read("завтра 10:00", now="23.11.2026 23:59") == "24.11.2026 10:00"
    assert read("завтра 10:00", now="24.11.2026 00:01") == "25.11.2026 10:00"
    assert read("0:30", now="23.11.2026 23:59") == "24.11.2026 00:30"


def test_without_hours_a_day_begins_at_nine() -> None:
    assert read("завтра", hours=ALWAYS) == "24.11.2026 09:00"
    assert read("завтра", hours=Hours.parse("20:00-04:00", MOSCOW)) == "24.11.2026 20:00"


def test_a_day_of_which_an_hour_is_left_out_has_its_times() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    moment = read_moment("tomorrow 10:00", at("27.03.2027 12:00", berlin), ALWAYS, berlin)
    assert moment == at("28.03.2027 10:00", berlin)
