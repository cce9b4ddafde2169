"""Durations as people write them."""

import pytest

from core.duration_words import is_off, read_duration, write_duration
from core.units import DAY, HOUR, MINUTE, SECOND


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("90s", 90 * SECOND),
        ("10 секунд", 10 * SECOND),
        ("15 мин.", 15 * MINUTE),
        ("2h", 2 * HOUR),
        ("4 часа", 4 * HOUR),
        ("1 день 12 часов", 36 * HOUR),
        ("1d12h", 36 * HOUR),
        ("Час", HOUR),
        ("полчаса", 30 * MINUTE),
        ("2 недели", 14 * DAY),
        ("", None),
        ("4", None),
        ("часов", None),
        ("4 попугая", None),
        ("завтра", None),
        ("1h x", None),
    ],
)
def test_what_people_write(words: str, expected: int | None) -> None:
    assert read_duration(words) == expected


@pytest.mark.parametrize("ms", [SECOND, MINUTE, 90 * MINUTE, 36 * HOUR, 30 * DAY, DAY + HOUR + MINUTE + SECOND])
def test_what_is_written_is_read(ms: int) -> None:
    assert read_duration(write_duration(ms)) == ms


def test_what_switches_off() -> None:
    assert all(map(is_off, ("0", "-", "нет", " Off ")))
    assert not is_off("1h")
