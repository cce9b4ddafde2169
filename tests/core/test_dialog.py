"""The table of statuses: every allowed move, and a refusal that says why for every other."""

import pytest

from core.dialog import MOVES, RATING_WINDOW, Dialog, Ending, Event, Status
from core.errors import DialogFinished, MoveRefused, NothingToRate, RatedAlready, RatingTooLate
from core.units import DAY
from tests.factories import NOW, answered, dialog, finished

LATER = NOW + DAY
ALLOWED = {
    Status.CREATED: {
        Event.SELLER_WROTE: Status.CREATED,
        Event.AGENT_ANSWERED: Status.ANSWERED,
        Event.AGENT_ASKED: Status.CLARIFYING,
        Event.CANCELLED: Status.FINISHED,
        Event.CLOSED: Status.FINISHED,
    },
    Status.ANSWERED: {
        Event.SELLER_WROTE: Status.CREATED,
        Event.AGENT_ANSWERED: Status.ANSWERED,
        Event.AGENT_ASKED: Status.CLARIFYING,
        Event.RATED: Status.FINISHED,
        Event.CANCELLED: Status.FINISHED,
        Event.CLOSED: Status.FINISHED,
        Event.EXPIRED: Status.FINISHED,
    },
    Status.CLARIFYING: {
        Event.SELLER_WROTE: Status.CREATED,
        Event.AGENT_ANSWERED: Status.ANSWERED,
        Event.AGENT_ASKED: Status.CLARIFYING,
        Event.CANCELLED: Status.FINISHED,
        Event.CLOSED: Status.FINISHED,
        Event.EXPIRED: Status.FINISHED,
    },
    Status.FINISHED: {},
}


def dialog_in(status: Status) -> Dialog:
    return finished() if status is Status.FINISHED else dialog(status=status)


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("event", Event)
def test_every_pair_is_a_move_or_a_refusal(status: Status, event: Event) -> None:
    to = ALLOWED[status].get(event)
    assert MOVES.get((status, event)) is to
    if to is not None:
        assert dialog_in(status).after(event, LATER).status is to
    else:
        with pytest.raises(MoveRefused) as refusal:
            dialog_in(status).after(event, LATER)
        assert refusal.value.values["number"] == 100_001


@pytest.mark.parametrize("event", [Event.RATED, Event.CANCELLED, Event.CLOSED, Event.EXPIRED])
def test_the_end_keeps_its_reason_and_time(event: Event) -> None:
    ended = answered().after(event, LATER)
    assert (ended.ending, ended.ended_at, ended.waiting_since) == (Ending(event.value), LATER, None)


def test_support_owes_an_answer_since_the_first_word_that_it_did_not_answer() -> None:
    again = answered(at=NOW + 10).after(Event.SELLER_WROTE, NOW + 20).after(Event.SELLER_WROTE, NOW + 30)
    assert again.waiting_since == NOW + 20
    assert again.after(Event.AGENT_ASKED, NOW + 40).waiting_since is None


def test_the_first_answer_is_remembered_and_a_question_is_none() -> None:
    asked = dialog().after(Event.AGENT_ASKED, NOW + 10)
    assert asked.answered_at is None
    once = asked.after(Event.AGENT_ANSWERED, NOW + 20)
    assert once.after(Event.AGENT_ANSWERED, NOW + 30).answered_at == NOW + 20


def test_a_new_word_of_support_begins_the_silence_anew() -> None:
    reminded = dialog(status=Status.ANSWERED, support_wrote_at=NOW, reminded_at=NOW + 5)
    spoken = reminded.after(Event.AGENT_ASKED, NOW + 10)
    assert (spoken.support_wrote_at, spoken.reminded_at) == (NOW + 10, None)


# ---- rating


def test_a_rating_finishes_an_answered_dialog() -> None:
    rated = answered().rated(4, LATER)
    assert (rated.status, rated.ending, rated.rating, rated.rated_at) == (Status.FINISHED, Ending.RATED, 4, LATER)


@pytest.mark.parametrize("status", [Status.CREATED, Status.CLARIFYING])
def test_without_an_answer_there_is_nothing_to_rate(status: Status) -> None:
    with pytest.raises(NothingToRate):
        dialog(status=status).rated(5, LATER)


@pytest.mark.parametrize("stars", [0, 6, -1])
def test_there_are_one_to_five_stars(stars: int) -> None:
    with pytest.raises(MoveRefused):
        answered().rated(stars, LATER)


def test_it_is_rated_once() -> None:
    with pytest.raises(RatedAlready):
        answered().rated(4, LATER).rated(5, LATER)


@pytest.mark.parametrize(
    "closed", [finished(ending=Ending.CLOSED, at=NOW), finished(ending=Ending.EXPIRED, at=NOW, answered_at=NOW)]
)
def test_what_support_or_silence_closed_is_rated_within_seven_days(closed: Dialog) -> None:
    last_moment = NOW + RATING_WINDOW
    rated = closed.rated(5, last_moment)
    assert (rated.rating, rated.ending, rated.ended_at) == (5, closed.ending, NOW)
    assert not closed.may_be_rated(last_moment + 1)
    with pytest.raises(RatingTooLate):
        closed.rated(5, last_moment + 1)


@pytest.mark.parametrize("ending", [Ending.CANCELLED, Ending.EXPIRED])
def test_what_was_cancelled_or_never_answered_is_not_rated(ending: Ending) -> None:
    with pytest.raises(DialogFinished):
        finished(ending=ending).rated(5, LATER)
