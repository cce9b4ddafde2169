"""A desk answers dialogs, and the search finds by the words that they began with."""

from collections.abc import Iterable

import pytest

from bench.queries import IN_CATALOGUE_WORDS, load_queries, quality
from core.search import Evidence, Learned, SearchIndex, learnable_stems
from core.search.learned import HALF_LIFE
from tests.core.test_search import INDEX, SHIPPED, SHIPPED_INDEX, SMALL

NOW = 1_700_000_000_000
MISSED = "баблишко застряло третью неделю, никто не чешется"


class Desk:
    """Keeps evidence the way storage does: a row for each stem and topic."""

    def __init__(self) -> None:
        self.rows: dict[tuple[str, str], Evidence] = {}

    def ends(self, words: str, topic: str, times: int = 1, now: int = NOW) -> None:
        for _ in range(times):
            for stem in learnable_stems(words):
                self.rows[stem, topic] = self.rows.get((stem, topic), Evidence(stem, topic)).seen(now)

    def learned(self, now: int = NOW) -> Learned:
        return Learned(self.rows.values(), now)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def found(words: str, learned: Learned, index: SearchIndex = INDEX) -> list[str]:
    return [topic.key for topic in index.find(words, "ru", learned=learned)]


def test_a_question_missed_at_first_is_found_after_a_few_dialogs(desk: Desk) -> None:
    assert found(MISSED, desk.learned()) == []

    desk.ends(MISSED, "payout")
    desk.ends("застряло баблишко", "payout")
    desk.ends("когда уже баблишко отдадите, застряло же", "payout")

    assert found(MISSED, desk.learned()) == ["payout"]
    assert found("баблишка застряли", desk.learned()) == ["payout"]
    assert INDEX.look_up(MISSED, "ru", learned=desk.learned()).category == SMALL.category("money")


def test_one_dialog_may_be_a_slip(desk: Desk) -> None:
    desk.ends(MISSED, "payout")

    assert found(MISSED, desk.learned()) == []


def test_a_question_that_led_elsewhere_comes_among_the_first(desk: Desk) -> None:
    words = "курьер забрал баблишко и застрял"
    assert found(words, desk.learned()) == ["delivery"]

    desk.ends(words, "payout", times=3)

    assert found(words, desk.learned()) == ["delivery", "payout"]


def test_what_the_catalogue_says_clearly_stays_first_whatever_dialogs_say(desk: Desk) -> None:
    desk.ends("возврат", "payout", times=1000)

    assert found("возврат", desk.learned())[0] == "return"


def test_noise_does_not_push_good_answers_out(desk: Desk) -> None:
    queries = [query for query in load_queries(IN_CATALOGUE_WORDS) if query.topics]
    for number, query in enumerate(queries):
        desk.ends(query.words, SHIPPED.every_topic[number * 37 % len(SHIPPED.every_topic)].key, times=3)
    before = quality(SHIPPED_INDEX, queries)
    after = quality(SHIPPED_INDEX, queries, desk.learned())

    assert after.first >= before.first - 0.03
    assert after.among_three >= before.among_three - 0.01


def test_a_word_of_all_topics_speaks_for_none(desk: Desk) -> None:
    before = found(MISSED, desk.learned(), SHIPPED_INDEX)

    for topic in SHIPPED.every_topic:
        desk.ends(MISSED, topic.key, times=5)

    assert found(MISSED, desk.learned(), SHIPPED_INDEX) == before


def test_a_frequent_topic_does_not_draw_every_word_to_itself(desk: Desk) -> None:
    for number in range(300):
        desk.ends(f"баблишко слово{'абвгдежзик'[number % 10]}", "payout")
    desk.ends("слово застряло", "payout", times=2)
    desk.ends("слово застряло", "plane", times=6)

    assert found("застряло", desk.learned())[0] == "plane"


def test_evidence_ages(desk: Desk) -> None:
    desk.ends(MISSED, "payout", times=4)
    [evidence, *_] = desk.rows.values()

    assert evidence.aged(NOW + HALF_LIFE) == evidence.aged(NOW) / 2
    assert found(MISSED, desk.learned(NOW + HALF_LIFE)) == ["payout"]
    assert found(MISSED, desk.learned(NOW + 12 * HALF_LIFE)) == []
    assert evidence.is_worn(NOW + 12 * HALF_LIFE)
    assert not evidence.is_worn(NOW + HALF_LIFE)


def test_newer_dialogs_outweigh_older_ones(desk: Desk) -> None:
    desk.ends(MISSED, "payout", times=6)
    later = NOW + 4 * HALF_LIFE
    desk.ends(MISSED, "fine", times=3, now=later)

    assert found(MISSED, desk.learned(later))[0] == "fine"


def test_a_dialog_that_comes_late_makes_nothing_younger() -> None:
    evidence = Evidence("слово", "payout").seen(NOW)

    assert evidence.seen(NOW - HALF_LIFE).at == NOW
    assert evidence.seen(NOW - HALF_LIFE).dialogs == 2


@pytest.mark.parametrize("topic", ["gone", "secret", "past"])  # no longer there, hidden, of a hidden category
def test_a_topic_that_left_the_catalogue_is_passed_over(desk: Desk, topic: str) -> None:
    desk.ends(MISSED, topic, times=5)
    desk.ends(MISSED, "payout", times=5)

    assert found(MISSED, desk.learned()) == ["payout"]


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("Выплаты задерживаются", {"выплат", "задержива"}),
        ("Здравствуйте, когда уже будет?", set()),  # words of any talk
        ("Заказ 12345678, +7 999 123-45-67, 2025-11-28", {"заказ"}),  # numbers are somebody's
        ("a" * 60 + " b4n4n4s", set()),
        ("штраф штрафы штрафа", {"штраф"}),  # a dialog counts once
    ],
)
def test_what_is_kept_of_a_question(words: str, kept: Iterable[str]) -> None:
    assert learnable_stems(words) == frozenset(kept)
