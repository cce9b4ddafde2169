"""Until when an answer is promised to a wait, and when agents are warned of it."""

from dataclasses import replace
from typing import cast

import pytest

from core.catalogue import Catalogue, Category, Topic
from core.desk import Desk
from core.desk.due_times import promised
from core.dialog import Event
from core.rules import Rules
from core.search import SearchIndex
from core.store import Store
from core.units import HOUR, MINUTE
from tests.factories import NOW, dialog

TITLES = {"ru": "Возвраты", "en": "Returns"}


def desk(answer_in: int) -> Desk:
    topics = (Topic("return-defect", "returns", TITLES), Topic("payout", "returns", TITLES, answer_in=0))
    catalogue = Catalogue((Category("returns", TITLES, answer_in=answer_in),), topics)
    return Desk(cast(Store, None), Rules(), SearchIndex(catalogue))


@pytest.mark.parametrize(
    ("within", "warned_before"),
    [
        (10 * HOUR, 2 * HOUR),  # a fifth of it
        (20 * MINUTE, 5 * MINUTE),  # and some minutes at least
        (6 * MINUTE, 3 * MINUTE),  # but no more than half of it
    ],
)
def test_agents_are_warned_in_the_last_fifth(within: int, warned_before: int) -> None:
    made = promised(desk(within), dialog())

    assert made.due_at == NOW + within
    assert made.warn_at == NOW + within - warned_before


def test_a_wait_keeps_what_was_promised_to_it() -> None:
    before = promised(desk(HOUR), dialog())

    assert promised(desk(4 * HOUR), before.after(Event.SELLER_WROTE, NOW + MINUTE), before) == before.after(
        Event.SELLER_WROTE, NOW + MINUTE
    )


def test_another_topic_takes_its_place_and_whoever_was_warned_is_not_warned_again() -> None:
    warned = replace(promised(desk(HOUR), dialog(topic="payout", due_at=NOW)), nudged_at=NOW + MINUTE)
    assert warned.due_at is None

    moved = promised(desk(HOUR), replace(warned, topic="return-defect"), warned)
    assert (moved.due_at, moved.warn_at) == (NOW + HOUR, None)
