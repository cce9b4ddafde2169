"""What counts as a burst, and for how long."""

from bot.telegram.burst import LONGEST, MANY, Burst


class Hall:
    """Somebody has `words` in hand."""

    def __init__(self) -> None:
        self.words, self.now = 0, 0.0
        self.burst = Burst(lambda: self.now)
        self.burst.watch(lambda: self.words)
        self.burst.watch(lambda: 1)


def test_it_is_one_while_many_words_are_under_way() -> None:
    hall = Hall()
    assert not hall.burst.is_on
    hall.words = MANY - 1
    assert hall.burst.is_on
    hall.words -= 1
    assert not hall.burst.is_on


def test_what_lasts_is_none_until_it_has_ended_once() -> None:
    hall = Hall()
    hall.words = MANY
    assert hall.burst.is_on
    hall.now += LONGEST
    assert not hall.burst.is_on
    hall.words = 0
    assert not hall.burst.is_on
    hall.words = MANY
    assert hall.burst.is_on


async def test_who_waits_for_its_end_goes_on_then() -> None:
    hall = Hall()
    await hall.burst.over()
    hall.words = MANY
    hall.now = -1.0

    def fewer() -> int:
        hall.words -= 1
        return 0

    hall.burst.watch(fewer)
    await hall.burst.over()
    assert hall.words < MANY - 1
