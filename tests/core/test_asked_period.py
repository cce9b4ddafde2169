"""Which days an admin asks for."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from core.asked_period import read_asked
from core.errors import PeriodWrong
from core.period import Period

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
        ("7", "7d", date(2026, 11, 19), date(2026, 11, 25)),
        ("неделя", "7d", date(2026, 11, 19), date(2026, 11, 25)),
        ("за последнюю неделю", "7d", date(2026, 11, 19), date(2026, 11, 25)),
        ("week", "7d", date(2026, 11, 19), date(2026, 11, 25)),
        ("last 7 days", "7d", date(2026, 11, 19), date(2026, 11, 25)),
        ("2 недели", "14d", date(2026, 11, 12), date(2026, 11, 25)),
        ("Месяц", "30d", date(2026, 10, 27), date(2026, 11, 25)),
        ("год", "365d", date(2025, 11, 26), date(2026, 11, 25)),
        ("вчера", "20261124-20261124", date(2026, 11, 24), date(2026, 11, 24)),
        ("yesterday", "20261124-20261124", date(2026, 11, 24), date(2026, 11, 24)),
        ("эта неделя", "20261123-20261125", date(2026, 11, 23), date(2026, 11, 25)),
        ("прошлая неделя", "20261116-20261122", date(2026, 11, 16), date(2026, 11, 22)),
        ("last week", "20261116-20261122", date(2026, 11, 16), date(2026, 11, 22)),
        ("за прошлый месяц", "20261001-20261031", date(2026, 10, 1), date(2026, 10, 31)),
        ("last year", "20250101-20251231", date(2025, 1, 1), date(2025, 12, 31)),
        ("ноябрь", "20261101-20261125", date(2026, 11, 1), date(2026, 11, 25)),
        ("за октябрь", "20261001-20261031", date(2026, 10, 1), date(2026, 10, 31)),
        ("в декабре", "20251201-20251231", date(2025, 12, 1), date(2025, 12, 31)),
        ("February 2024", "20240201-20240229", date(2024, 2, 1), date(2024, 2, 29)),
        ("май 2025 г.", "20250501-20250531", date(2025, 5, 1), date(2025, 5, 31)),
        ("2025", "20250101-20251231", date(2025, 1, 1), date(2025, 12, 31)),
        ("1-15 ноября", "20261101-20261115", date(2026, 11, 1), date(2026, 11, 15)),
        ("с 25 октября по 5 ноября", "20261025-20261105", date(2026, 10, 25), date(2026, 11, 5)),
        ("5 ноября 2025", "20251105-20251105", date(2025, 11, 5), date(2025, 11, 5)),
        ("November 5", "20261105-20261105", date(2026, 11, 5), date(2026, 11, 5)),
        ("с 1 ноября", "20261101-20261125", date(2026, 11, 1), date(2026, 11, 25)),
        ("since 01.11", "20261101-20261125", date(2026, 11, 1), date(2026, 11, 25)),
    ],
)
def test_a_period_and_the_code_that_asks_for_it_again(words: str, code: str, first: date, last: date) -> None:
    asked = read_asked(words, NOW, MOSCOW)

    assert (asked.code, asked.period) == (code, Period(first, last))
    assert read_asked(asked.code, NOW, MOSCOW) == asked


@pytest.mark.parametrize(
    "words",
    [
        "0d",
        "0",
        "вчера или позавчера",
        "неделя завтра",
        "марка",
        "3 слона",
        "1000 дней",
        "20261399-20261115",
        "31.02.2026",
        "15.11-01.11",
    ],
)
def test_what_is_no_period_is_refused(words: str) -> None:
    with pytest.raises(PeriodWrong):
        read_asked(words, NOW, MOSCOW)
