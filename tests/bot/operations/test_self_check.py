"""A group whose reactions are restricted can't show where answers are, and /check says so."""

import pytest
from aiogram.types import ReactionTypeEmoji

from bot.operations.self_check import MARKS, _allows_marks


@pytest.mark.parametrize(("allowed", "enough"), [([*MARKS, "❤"], True), (["👀", "👌"], False), ([], False)])
def test_the_marks_of_answers_must_be_allowed(allowed: list[str], enough: bool) -> None:
    assert _allows_marks([ReactionTypeEmoji(emoji=emoji) for emoji in allowed]) is enough
