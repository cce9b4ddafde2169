"""Which answers helped, and which of them are most like a question."""

from dataclasses import replace
from typing import Any

import pytest

from core.canned import CannedAnswer
from core.content import Content, File, Kind
from core.dialog import Dialog, Ending
from core.message import Message, Side
from core.similar import (
    MOST_STEMS,
    SharedStem,
    helpful_answer,
    open_question_of,
    similar_canned,
    similar_dialogs,
    telling_stems,
)
from tests.factories import finished, message, text

QUESTION = "Возврат застрял на складе, деньги не пришли"


def said(side: Side, words: str, *, asks: bool = False) -> Message:
    return message(content=text(words), side=side, asks=asks)


def seller(words: str = QUESTION) -> Message:
    return said(Side.SELLER, words)


def agent(words: str = "Деньги придут в понедельник", *, asks: bool = False) -> Message:
    return said(Side.AGENT, words, asks=asks)


def closed(**changes: Any) -> Dialog:
    return finished(ending=Ending.CLOSED, **changes)


def test_the_fullest_answer_is_kept_by_the_words_of_the_first_question() -> None:
    full = agent()

    found = helpful_answer(closed(), [seller(), agent("Смотрю"), full, seller("спасибо!")])

    assert found
    assert found.message == full.id
    assert found.stems == telling_stems(QUESTION)
    assert "слон" not in found.stems


@pytest.mark.parametrize(
    ("dialog", "history"),
    [
        (closed(), [seller(), agent(), seller("А когда именно?")]),
        (closed(), [seller(), agent(), agent("Какой номер?", asks=True)]),
        (closed(), [seller()]),
        (closed(), [seller(), replace(agent("Минутку"), holds=True)]),
        (closed(), [seller("и что"), agent()]),
        (closed(), [seller(), message(content=Content(Kind.PHOTO, "", file=File("i", "u")), side=Side.AGENT)]),
    ],
    ids=["asked again", "we asked", "no answer", "a word in between", "no telling word", "no words"],
)
def test_what_did_not_help_is_not(dialog: Dialog, history: list[Message]) -> None:
    assert helpful_answer(dialog, history) is None


def test_stars_say_more_than_the_last_word() -> None:
    assert helpful_answer(closed(rating=5), [seller(), agent(), seller("А когда именно?")])


def test_of_an_open_dialog_what_waits_comes_first() -> None:
    assert open_question_of([seller("первое")]) == "первое"
    assert open_question_of([seller("первое"), agent(), seller("второе")]) == "второе\nпервое"


def test_a_long_question_is_known_by_its_longest_words() -> None:
    words = "склад возврат деньги карточка товар поставка короб этикетка приемка штраф удержание реклама отзыв рейтинг"
    stems = telling_stems(f"{words} логистика маркировка сертификат накладная")

    assert len(stems) == MOST_STEMS
    assert "штраф" not in stems


def test_more_words_and_rarer_ones_weigh_more_and_equals_are_newest_first() -> None:
    shared = [SharedStem("возврат", number, at=number) for number in range(1, 9)]
    shared += [SharedStem("склад", 1, at=1), SharedStem("этикетк", 2, at=2), SharedStem("склад", 3, at=3)]

    assert similar_dialogs(shared) == [2, 3, 1, 8, 7, 6, 5, 4]


def test_nothing_shared_is_nothing() -> None:
    assert similar_dialogs([]) == []
    assert similar_canned([CannedAnswer(1, "", "Выплаты", "По понедельникам")], telling_stems("склад")) == []


def test_canned_answers_by_title_section_text_and_every_language() -> None:
    canned_answers = [
        CannedAnswer(1, "Возвраты", "Склад", "Деньги вернутся"),
        CannedAnswer(2, "", "Возврат", "Ждём"),
        CannedAnswer(3, "", "Return", "", translations={"ru": "склад"}),
        CannedAnswer(4, "", "Штраф", "Спорный"),
    ]

    assert [one.id for one in similar_canned(canned_answers, telling_stems(QUESTION))] == [1, 2, 3]
