"""Shares and spreads. What is counted is tested where it is read, in tests/storage/test_figures.py."""

import random
import statistics
import sys
from datetime import UTC, date, timedelta, timezone

import pytest

from core.dialog import Ending
from core.durations import FEW, Spread
from core.figures import QUARTER, Deliveries, Place, Promises, Report, is_resolution
from core.tally import Tally
from core.units import HOUR, MINUTE, SECOND
from tests.factories import NOW

MOSCOW = timezone(timedelta(hours=3))


def spread(*durations: int) -> Spread:
    """Of durations in milliseconds, joined one by one."""
    made = Spread()
    for duration in durations:
        made.join(Spread([duration // SECOND]))
    return made


@pytest.mark.parametrize(
    ("minutes", "median", "p90"),
    [
        ([5], 5, 5),
        ([1, 3], 2, 2.8),
        ([1, 2, 30], 2, 24.4),
        ([9, 1, 5, 3, 7], 5, 8.2),
        ([0, 0, 0, 0], 0, 0),
        (list(range(11)), 5, 9),
    ],
)
def test_median_and_p90(minutes: list[int], median: float, p90: float) -> None:
    durations = spread(*(minute * MINUTE for minute in minutes))

    assert durations.median == median * MINUTE
    assert durations.p90 == round(p90 * MINUTE)
    assert durations.count == len(minutes)


def test_nothing_has_no_median() -> None:
    assert (Spread().median, Spread().p90, Spread().count) == (None, None, 0)


def test_a_spread_is_true_to_a_thousandth_in_little_memory() -> None:
    chance = random.Random(1)
    durations = [int(chance.lognormvariate(15, 2)) for _ in range(100_000)]
    made = spread(*durations)

    assert made.median == pytest.approx(statistics.median(durations), rel=0.001)
    assert made.p90 == pytest.approx(statistics.quantiles(durations, n=10)[-1], rel=0.001)
    assert sys.getsizeof(made._few) + sys.getsizeof(made._counts) < 1 << 20


def test_a_clock_that_went_back_is_no_negative_duration() -> None:
    assert spread(-5000).median == 0


@pytest.mark.parametrize("count", [FEW - 1, FEW, 2 * FEW + 1])
def test_many_durations_have_the_quantiles_of_few(count: int) -> None:
    """Whether they are sorted or counted."""
    chance = random.Random(2)
    seconds = [int(chance.lognormvariate(9, 2)) for _ in range(count)]
    few, many = Spread(seconds), spread(*(each * SECOND for each in seconds))

    assert (few.median, few.p90, few.count) == (many.median, many.p90, many.count)


def test_only_what_somebody_found_answered_is_a_resolution() -> None:
    assert [ending for ending in Ending if is_resolution(ending)] == [Ending.RATED, Ending.CLOSED]


def test_shares() -> None:
    tally = Tally(dialogs=8, answered=8, ratings=4, ratings_of_answered=4, satisfied=2, finished=4, expired=1)

    assert (tally.csat, tally.response_rate, tally.share_expired) == (0.5, 0.5, 0.25)


def test_shares_of_nothing_are_none() -> None:
    assert (Tally().csat, Tally().response_rate, Tally().share_expired) == (None, None, None)
    assert Deliveries(0, 0, {}).share is None
    assert Promises(0, Spread()).share is None


def test_delivery_is_what_was_confirmed_of_what_was_accepted() -> None:
    deliveries = Deliveries(accepted=10, delivered=7, failures={"blocked": 2})

    assert (deliveries.share, deliveries.waiting) == (0.7, 1)


def report(zone: timezone = UTC, **given: object) -> Report:
    nothing: dict[str, object] = {
        "since": 0, "until": 0, "by_status": {}, "by_place": {}, "by_agent": {}, "agents": {}, "opened": {},
        "deliveries": Deliveries(0, 0, {}), "promises": Promises(0, Spread()),
    }  # fmt: skip
    return Report(**nothing | given, zone=zone)  # type: ignore[arg-type]


def test_a_report_sums_by_category_and_topic() -> None:
    places = {
        Place("returns", "return-defect"): Tally(dialogs=2, first_response=spread(MINUTE, 3 * MINUTE)),
        Place("returns", "other"): Tally(dialogs=1, first_response=spread(8 * MINUTE)),
        Place("finance", "other"): Tally(dialogs=4),
    }
    made = report(by_place=places)

    assert (made.total.dialogs, made.total.first_response.median) == (7, 3 * MINUTE)
    assert {key: tally.dialogs for key, tally in made.by_category.items()} == {"returns": 3, "finance": 4}
    assert {key: tally.dialogs for key, tally in made.by_topic.items()} == {"return-defect": 2, "other": 5}
    assert made.by_topic["return-defect"].first_response.count == 2, "a sum leaves its parts as they are"


def test_a_day_is_the_shops_own() -> None:
    opened = {NOW // QUARTER: 2, (NOW + 18 * HOUR) // QUARTER: 1}

    assert report(UTC, opened=opened).by_day == {date(2026, 11, 25): 3}
    assert report(MOSCOW, opened=opened).by_day == {date(2026, 11, 25): 2, date(2026, 11, 26): 1}
