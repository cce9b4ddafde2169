"""Which days an admin asks for."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from core.errors import PeriodWrong
from core.period import Period, read_asked

MOSCOW = ZoneInfo("Europe/Moscow")
NOW = 1_795_568_400_000  # 25.11.2026 03:00 in Moscow


@pytest.mark.parametrize(
    ("words", "code", "first", "last"),
    [
        ("", "7d", date(2026, 11, 19), date(2026, 11, 25)),
        ("today", "today", date(2026, 11, 25), date(2026, 11, 25)),
        ("Сегодня", "today", date(2026, 11, 25), date(2026, 11, 25)),
        ("1d", "1d", date(2026, 11, 25), date(2026, 11, 25)),
        ("30 дней", "30d", date(2026, 10, 27), date(2026, 11, 25)),
        ("01.11.2026-15.11.2026", "20261101-20261115", date(2026, 11, 1), date(2026, 11, 15)),
        ("20261101-20261115", "20261101-20261115", date(2026, 11, 1), date(2026, 11, 15)),
    ],
)
def test_a_period_and_the_code_that_asks_for_it_again(words: str, code: str, first: date, last: date) -> None:
    asked = read_asked(words, NOW, MOSCOW)

    assert (asked.code, asked.period) == (code, Period(first, last))
    assert read_asked(asked.code, NOW, MOSCOW) == asked


@pytest.mark.parametrize("words", ["0d", "week", "20261399-20261115", "31.02.2026", "15.11-01.11"])
def test_what_is_no_period_is_refused(words: str) -> None:
    with pytest.raises(PeriodWrong):
        read_asked(words, NOW, MOSCOW)
