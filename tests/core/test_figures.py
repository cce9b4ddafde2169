"""The figures, by their definitions."""

import random
import statistics
from datetime import date, timedelta, timezone

import pytest

from core.dialog import Ending, Status
from core.durations import Spread
from core.figures import Deliveries, DialogFact, Durations, Report, Tally, TurnFact
from core.hours import ALWAYS, Hours, WorkingTime
from core.units import DAY, HOUR, MINUTE
from tests.factories import GROUP, NOW

MOSCOW = timezone(timedelta(hours=3))


def fact(**changes: object) -> DialogFact:
    given: dict[str, object] = {
        "category": "returns",
        "topic": "return-defect",
        "group_id": GROUP,
        "agent_id": None,
        "agent_name": None,
        "status": Status.CREATED,
        "ending": None,
        "created_at": NOW,
        "first_answer_at": None,
        "ended_at": None,
        "rating": None,
    }
    return DialogFact(**given | changes)  # type: ignore[arg-type]


def count(tally: Tally, dialog: DialogFact, hours: Hours) -> None:
    tally.add(dialog, Durations.of(dialog, WorkingTime(hours)))


def spread(*durations: int) -> Spread:
    made = Spread()
    for duration in durations:
        made.add(duration)
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
    assert len(made.counts) < 20_000


def test_a_clock_that_went_back_is_no_negative_duration() -> None:
    assert spread(-5000).median == 0


def test_first_response_is_from_the_opening_to_the_first_answer() -> None:
    tally = Tally()
    count(tally, fact(first_answer_at=NOW + 10 * MINUTE), ALWAYS)
    count(tally, fact(first_answer_at=NOW + 30 * MINUTE), ALWAYS)
    count(tally, fact(), ALWAYS)

    assert (tally.dialogs, tally.answered) == (3, 2)
    assert (tally.first_response.count, tally.first_response.median) == (2, 20 * MINUTE)


def test_first_response_in_working_hours() -> None:
    """Opened at 07:00 in Moscow, answered at 11:00 by people who begin at 10:00."""
    tally = Tally()
    count(tally, fact(first_answer_at=NOW + 4 * HOUR), Hours.parse("mon-fri 10:00-19:00", MOSCOW))

    assert tally.first_response.median == 4 * HOUR
    assert tally.first_response_at_work.median == HOUR


def test_resolution_leaves_out_what_closed_by_itself_or_was_cancelled() -> None:
    tally = Tally()
    for ending, days in [(Ending.RATED, 1), (Ending.CLOSED, 3), (Ending.EXPIRED, 50), (Ending.CANCELLED, 60)]:
        count(tally, fact(status=Status.FINISHED, ending=ending, ended_at=NOW + days * DAY), ALWAYS)
    count(tally, fact(), ALWAYS)

    assert (tally.resolution.count, tally.resolution.median) == (2, 2 * DAY)
    assert (tally.finished, tally.expired, tally.cancelled) == (4, 1, 1)
    assert tally.share_expired == 0.25


def test_csat_is_the_share_of_fours_and_fives_with_its_response_rate() -> None:
    tally = Tally()
    for stars in (5, 4, 3, 1):
        count(tally, fact(rating=stars, first_answer_at=NOW + MINUTE), ALWAYS)
    for _ in range(4):
        count(tally, fact(first_answer_at=NOW + MINUTE), ALWAYS)

    assert (tally.csat, tally.ratings) == (0.5, 4)
    assert tally.response_rate == 0.5


def test_shares_of_nothing_are_none() -> None:
    assert (Tally().csat, Tally().response_rate, Tally().share_expired) == (None, None, None)
    assert Deliveries(0, 0, {}).share is None


def test_delivery_is_what_was_confirmed_of_what_was_accepted() -> None:
    deliveries = Deliveries(accepted=10, delivered=7, failures={"blocked": 2})

    assert (deliveries.share, deliveries.waiting) == (0.7, 1)


def test_a_report_is_by_status_category_topic_agent_and_day() -> None:
    report = Report(NOW, NOW + DAY, MOSCOW)
    report.add_dialog(fact(agent_id=1, agent_name="Олег", rating=5, first_answer_at=NOW), WorkingTime(ALWAYS))
    report.add_dialog(fact(category="finance", topic="payout", agent_id=2, agent_name="Яна"), WorkingTime(ALWAYS))
    report.add_dialog(fact(topic="other", created_at=NOW + 18 * HOUR, status=Status.ANSWERED), WorkingTime(ALWAYS))

    assert report.total.dialogs == 3
    assert {key: tally.dialogs for key, tally in report.by_category.items()} == {"returns": 2, "finance": 1}
    assert report.by_topic.keys() == {"return-defect", "payout", "other"}
    assert {report.agents[agent]: tally.csat for agent, tally in report.by_agent.items()} == {"Олег": 1.0, "Яна": None}
    assert report.by_status == {Status.CREATED: 2, Status.ANSWERED: 1}
    assert report.by_day == {date(2026, 11, 25): 2, date(2026, 11, 26): 1}


def test_a_day_is_the_shops_own() -> None:
    report = Report(NOW, NOW + DAY)
    report.add_dialog(fact(created_at=NOW + 18 * HOUR), WorkingTime(ALWAYS))

    assert report.by_day == {date(2026, 11, 25): 1}


def test_next_response_is_of_every_turn_by_who_answered_it() -> None:
    report = Report(NOW, NOW + DAY)
    report.add_turn(TurnFact("returns", "return-defect", 1, "Олег", NOW, NOW + MINUTE))
    report.add_turn(TurnFact("returns", "return-defect", 2, "Яна", NOW, NOW + 3 * MINUTE))

    assert (report.total.next_response.count, report.total.next_response.median) == (2, 2 * MINUTE)
    assert report.by_agent[2].next_response.median == 3 * MINUTE
    assert report.by_category["returns"].next_response.count == 2


def test_a_dialog_is_of_who_answered_first_and_only_answered_ones_are_asked_for_stars() -> None:
    tally = Tally()
    count(tally, fact(rating=5), ALWAYS)  # support closed it without an answer
    count(tally, fact(rating=4, first_answer_at=NOW + MINUTE), ALWAYS)

    assert (tally.ratings, tally.csat, tally.response_rate) == (2, 1.0, 1.0)
