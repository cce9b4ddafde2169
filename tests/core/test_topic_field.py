"""Values of fields: what is taken, and why the rest is not."""

from zoneinfo import ZoneInfo

import pytest

from core.catalogue.topic_field import FieldKind, FieldsUnreadable, TopicField, is_pattern, read_lines, write_line
from core.errors import FieldWrong

NOW = 1_790_000_000_000  # 21.09.2026
MOSCOW = ZoneInfo("Europe/Moscow")
TITLES = {"ru": "Поле", "en": "Field"}


@pytest.mark.parametrize(
    ("kind", "words", "value"),
    [
        (FieldKind.TEXT, "  склад \n Казань ", "склад Казань"),
        (FieldKind.NUMBER, "№ 12 345-6", "123456"),
        (FieldKind.AMOUNT, "1 234,50 руб.", "1234.50"),
        (FieldKind.DATE, "1.9.2026", "01.09.2026"),
        (FieldKind.DATE, "2026-09-21", "21.09.2026"),
    ],
)
def test_a_value_is_kept_in_its_one_form(kind: FieldKind, words: str, value: str) -> None:
    assert TopicField("f", TITLES, kind).read(words, NOW, MOSCOW) == value


@pytest.mark.parametrize(
    ("kind", "words", "reason"),
    [
        (FieldKind.TEXT, "х" * 201, "long"),
        (FieldKind.NUMBER, "12А4", "number"),
        (FieldKind.NUMBER, "1" * 21, "number"),
        (FieldKind.NUMBER, "²", "number"),
        (FieldKind.AMOUNT, "много", "amount"),
        (FieldKind.AMOUNT, "1.234.5", "amount"),
        (FieldKind.DATE, "вчера", "date"),
        (FieldKind.DATE, "31.02.2026", "date"),
        (FieldKind.DATE, "01.09.2026-02.09.2026", "date"),
        (FieldKind.DATE, "22.09.2026", "future"),
    ],
)
def test_what_is_no_value_says_why(kind: FieldKind, words: str, reason: str) -> None:
    with pytest.raises(FieldWrong) as refusal:
        TopicField("f", TITLES, kind).read(words, NOW, MOSCOW)
    assert refusal.value.values["reason"] == reason


def test_a_pattern_is_of_the_whole_value() -> None:
    field = TopicField("inn", TITLES, FieldKind.NUMBER, r"\d{10}|\d{12}")
    assert field.read("7707083893", NOW, MOSCOW) == "7707083893"
    with pytest.raises(FieldWrong):
        field.read("77070838931", NOW, MOSCOW)


@pytest.mark.parametrize("pattern", ["(", "(a+)+", r"(a)\1", "(x|y){9}"])
def test_a_pattern_that_is_none_or_slow_is_refused(pattern: str) -> None:
    assert not is_pattern(pattern)


def test_lines_of_admins_are_read_as_they_are_written() -> None:
    text = "supply | Номер | Number | number | * | \\d{6}\nplace | Склад | Warehouse | text"
    fields = read_lines(text, ("ru", "en"))
    assert [field.required for field in fields] == [True, False]
    assert "\n".join(write_line(field, ("ru", "en")) for field in fields) == text


@pytest.mark.parametrize("line", ["слова", "a | б", "a | б | c | shape", "a | б | c | text | * | x | y"])
def test_a_line_that_is_no_field(line: str) -> None:
    with pytest.raises(FieldsUnreadable):
        read_lines(line, ("ru", "en"))
