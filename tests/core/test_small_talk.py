"""Greetings, thanks and «отмена» are told from words that ask for something."""

import pytest

from core.small_talk import is_cancel, is_greeting, is_thanks


@pytest.mark.parametrize(
    "text", ["Привет!", "Добрый день", "ЗДРАВСТВУЙТЕ.", "доброго времени суток)", "Hi", "Good morning"]
)
def test_a_greeting(text: str) -> None:
    assert is_greeting(text)


@pytest.mark.parametrize("text", ["добрый день, где деньги", "день", "", "Привет 👋 не пришли деньги", "good price"])
def test_no_greeting(text: str) -> None:
    assert not is_greeting(text)


@pytest.mark.parametrize(
    "text", ["Спасибо", "ок, спасибо!", "👍", "👍🏽", "❤️", "Thanks a lot", "Всё понятно, благодарю"]
)
def test_thanks(text: str) -> None:
    assert is_thanks(text)


@pytest.mark.parametrize("text", ["спасибо, но не помогло", "ок", "понял", "👎", "спасибо " * 20, "Спасибо. А когда?"])
def test_no_thanks(text: str) -> None:
    assert not is_thanks(text)


@pytest.mark.parametrize("text", ["Отмена", "отмените пожалуйста!", "отменить всё", "/cancel", "/отмена", "Cancel it."])
def test_a_cancellation(text: str) -> None:
    assert is_cancel(text)


@pytest.mark.parametrize(
    "text", ["отмените штраф", "отмена заказа 123", "диалог", "", "cancel my order", "не отменяйте"]
)
def test_no_cancellation(text: str) -> None:
    assert not is_cancel(text)
