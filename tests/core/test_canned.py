"""Canned answers: what is filled in, and what is found."""

from core.canned import CannedAnswer, fill_in, search

CANNED_ANSWERS = [
    CannedAnswer(1, "Приветствия", "Здравствуйте", "Здравствуйте, {имя}!"),
    CannedAnswer(2, "Возвраты", "Сроки возврата", "Деньги придут за 3 дня."),
    CannedAnswer(3, "Деньги", "Выплаты", "О возвратах: выплаты по понедельникам."),
]


def titles(words: str) -> list[str]:
    return [canned_answer.title for canned_answer in search(CANNED_ANSWERS, words)]


def test_variables_in_both_languages() -> None:
    text = "{имя} / { Name } / №{номер} / {topic} / {скидка} / {}"

    assert fill_in(text, name="Анна {номер}", number=100001, topic="Возврат") == (
        "Анна {номер} / Анна {номер} / №100001 / Возврат / {скидка} / {}"
    )


def test_the_title_weighs_most() -> None:
    assert titles("возврат") == ["Сроки возврата", "Выплаты"]


def test_every_word_counts() -> None:
    assert titles("возврат понедельник") == ["Выплаты"]
    assert titles("возврат слон") == []


def test_beginnings_and_forms_are_found() -> None:
    assert titles("здравств") == ["Здравствуйте"]
    assert titles("выплата") == ["Выплаты"]


def test_no_words_find_nothing() -> None:
    assert titles("") == titles("?!") == []
