"""What owners type as the value of a setting."""

from typing import Any
from zoneinfo import ZoneInfo

import pytest

from core.live_settings import (
    BY_NAME,
    SETTINGS,
    SettingWrong,
    apply_settings,
    checked,
    read,
    value_of,
)
from core.rules import Rules
from core.units import DAY, HOUR, MINUTE, SECOND


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("cooldown", "15m", 15 * MINUTE),
        ("cooldown", " 15 МИН ", 15 * MINUTE),
        ("cooldown", "1 час 30 минут", 90 * MINUTE),
        ("cooldown", "1h30m", 90 * MINUTE),
        ("cooldown", "0", 0),
        ("cooldown", "выкл", 0),
        ("auto_close", "60d", 60 * DAY),
        ("answer_delay", "90 сек.", 90 * SECOND),
        ("max_file", "10", 10),
        ("max_file", "20 МБ", 20),
        ("max_file", "20mb", 20),
        ("max_file", "20 мегабайт", 20),
        ("answer_delay", "10 секунд", 10 * SECOND),
        ("digest_at", "9", 540),
        ("digest_at", "8.30", 510),
        ("hours", "9-18", "mon-sun 09:00-18:00"),
        ("digest_at", "09:05", 545),
        ("digest_at", "off", -1),
        ("hours", "пн 9:00-18:00", "mon 09:00-18:00"),
        ("hours", "0", ""),
        ("group_hours", "-5 пн 9:00-18:00\n-6: sat 10:00-12:00", "-5 mon 09:00-18:00\n-6 sat 10:00-12:00"),
    ],
)
def test_values_are_read(name: str, text: str, value: Any) -> None:
    assert read(BY_NAME[name], text) == value


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("cooldown", ""),
        ("cooldown", "15"),
        ("cooldown", "15 лет"),
        ("cooldown", "-15m"),
        ("cooldown", "15m?"),
        ("cooldown", "7d 1s"),
        ("auto_close", "0"),
        ("auto_close", "59m"),
        ("max_file", "10.5"),
        ("max_file", "0"),
        ("max_file", "9999999"),
        ("digest_at", "24:00"),
        ("digest_at", "9:60"),
        ("digest_at", "24"),
        ("digest_at", "утром"),
        ("max_file", "20 КБ"),
        ("hours", "круглый год"),
        ("hours", ""),
        ("group_hours", "5 пн 9:00-18:00"),
        ("group_hours", "-5 когда-нибудь"),
        ("replies_only", "да"),
    ],
)
def test_what_is_no_value_is_refused(name: str, text: str) -> None:
    with pytest.raises(SettingWrong):
        read(BY_NAME[name], text)


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("cooldown", "скоро", "duration"),
        ("cooldown", "15", "no-unit"),
        ("cooldown", "8 дней", "too-much"),
        ("auto_close", "10 минут", "too-little"),
        ("max_file", "много", "megabytes"),
        ("max_file", "0", "too-little"),
        ("max_file", "3000", "too-much"),
        ("digest_at", "25:00", "clock"),
    ],
)
def test_what_was_wrong_is_told(name: str, text: str, reason: str) -> None:
    with pytest.raises(SettingWrong) as wrong:
        read(BY_NAME[name], text)

    assert wrong.value.reason == reason


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_what_the_rules_have_may_be_set_again(setting: Any) -> None:
    rules = Rules(zone=ZoneInfo("Europe/Moscow"))

    value = value_of(rules, setting.name)

    assert value_of(apply_settings(rules, {setting.name: value}), setting.name) == value


def test_hours_are_those_of_the_shops_zone() -> None:
    rules = apply_settings(Rules(zone=ZoneInfo("Asia/Tokyo")), {"hours": "mon 09:00-18:00"})

    assert rules.hours.zone == ZoneInfo("Asia/Tokyo")


def test_a_setting_of_another_version_is_left_alone() -> None:
    assert apply_settings(Rules(), {"colour": "red"}) == Rules()


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"auto_close": 24 * HOUR}, "reminder"),
        ({"remind_before": 3 * DAY}, "reminder"),
        ({"max_file": 51}, "total"),
        ({"max_total": 9}, "total"),
    ],
)
def test_settings_do_not_contradict_each_other(values: dict[str, Any], reason: str) -> None:
    with pytest.raises(SettingWrong) as wrong:
        checked(apply_settings(Rules(), values))

    assert wrong.value.reason == reason
