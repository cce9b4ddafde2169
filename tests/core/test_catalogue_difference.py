"""What admins are told before a catalogue is replaced, and what new entries are called in the file."""

from dataclasses import replace

import pytest

from core.catalogue import Catalogue, Category, Topic
from core.catalogue.difference import difference
from core.catalogue.keys import new_key

RETURNS = Category("returns", {"ru": "Возвраты", "en": "Returns"})
LABEL = Topic("label", "returns", {"ru": "Нет этикетки", "en": "No label"})
BEFORE = Catalogue((RETURNS,), (LABEL,))


def test_nothing_changes_where_all_is_the_same() -> None:
    assert difference(BEFORE, replace(BEFORE)).nothing


def test_what_is_new_gone_and_changed() -> None:
    renamed = replace(RETURNS, titles={"ru": "Возврат", "en": "Returns"})
    lost = Topic("lost", "returns", {"ru": "Потерялся", "en": "Lost"})

    found = difference(BEFORE, Catalogue((renamed,), (lost,), (("а", "б"),)))

    assert (found.added, found.removed, found.changed, found.synonyms) == ((lost,), (LABEL,), (renamed,), True)


def test_a_topic_and_a_category_may_share_a_key() -> None:
    twin = Topic("returns", "returns", {"ru": "Возврат", "en": "Return"})

    assert difference(BEFORE, replace(BEFORE, every_topic=(LABEL, twin))).added == (twin,)


@pytest.mark.parametrize(
    ("title", "taken", "key"),
    [
        ("No label", (), "no-label"),
        ("Ёлка: щётка & съёмка", (), "elka-schetka-semka"),
        ("Very long title of a topic indeed", (), "very-long-title-of-a-top"),
        ("???", (), "entry"),
        ("No label", ("no-label", "no-label-2"), "no-label-3"),
        ("Very long title of a topic", ("very-long-title-of-a-top",), "very-long-title-of-a-t-2"),
    ],
)
def test_keys_can_be_read_and_are_new(title: str, taken: tuple[str, ...], key: str) -> None:
    assert new_key(title, taken) == key
