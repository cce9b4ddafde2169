"""The catalogue: its order, its file, and what is said of a file that is wrong."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from core.catalogue import Catalogue, CatalogueWrong, Category, Topic, Wrong, dump, parse
from core.catalogue.edit import (
    checked,
    found_by,
    hidden,
    hinted,
    linked,
    moved,
    placed,
    renamed,
    routed,
    with_category,
    with_topic,
    without_category,
    without_topic,
)
from core.catalogue.titles import alphabetical
from core.content import is_blank
from core.languages import locales
from core.units import DAY, HOUR, MINUTE

FILE = Path(__file__).parents[2] / "bot" / "catalogue.yaml"
SHIPPED = parse(FILE.read_text(encoding="utf-8"))

TEXT = """\
categories:
  - key: card
    title: {ru: Карточка товара, en: Product card}
    group: -1001234567890
    topics:
      - key: recommendations
        title:
          ru: Рекомендации
          en: Recommendations
        keywords:
          ru: [похожие товары, 1С, on]
          en: ["yes"]
        hint:
          ru: Проверьте остаток.
          en: |
            Check the stock.

            Then the price.
        link: https://seller.example/help
        order: 1
      - {key: photo, title: {ru: Фото, en: Photos}, hidden: yes, link: {en: "https://seller.example/photo"}}
synonyms:
  - [фото, снимок]
"""


def titled(key: str, title: str, order: int | None = None) -> Topic:
    return Topic(key, "all", {"ru": title, "en": title}, order=order)


def shop(*topics: Topic) -> Catalogue:
    return Catalogue((Category("all", {"ru": "Всё", "en": "All"}),), topics)


def wrong(text: str) -> list[Wrong]:
    with pytest.raises(CatalogueWrong) as caught:
        parse(text)
    return list(caught.value.errors)


# ---- order


def test_topics_stand_in_alphabetical_order_with_yo_by_ye_and_case_aside() -> None:
    titles = ["Яблоки", "ёлки", "Ежи", "еда", "Ёмкости", "«Жалобы»", "аист", "Елки"]
    catalogue = shop(*(titled(str(number), title) for number, title in enumerate(titles)))

    assert [topic.title("ru") for topic in catalogue.topics("all", "ru")] == [
        "аист", "еда", "Ежи", "Елки", "ёлки", "Ёмкости", "«Жалобы»", "Яблоки",
    ]  # fmt: skip


def test_each_language_has_its_own_order() -> None:
    catalogue = shop(
        Topic("return", "all", {"ru": "Возврат", "en": "Return"}),
        Topic("delivery", "all", {"ru": "Доставка", "en": "Delivery"}),
    )

    assert [topic.key for topic in catalogue.topics("all", "ru")] == ["return", "delivery"]
    assert [topic.key for topic in catalogue.topics("all", "en")] == ["delivery", "return"]


def test_what_has_a_number_stands_above_the_alphabet() -> None:
    catalogue = shop(titled("a", "А"), titled("z", "Я", order=2), titled("x", "Ю", order=1))

    assert [topic.key for topic in catalogue.topics("all", "ru")] == ["x", "z", "a"]


def test_sellers_see_no_hidden_topics_and_no_category_without_a_topic() -> None:
    catalogue = Catalogue(
        (
            *(Category(key, {"ru": key, "en": key}) for key in ("full", "empty", "shut")),
            Category("gone", {"ru": "gone", "en": "gone"}, hidden=True),
        ),
        (
            Topic("seen", "full", {"ru": "Видно", "en": "Seen"}),
            Topic("unseen", "full", {"ru": "Не видно", "en": "Unseen"}, hidden=True),
            Topic("only", "shut", {"ru": "Одна", "en": "Only"}, hidden=True),
            Topic("inside", "gone", {"ru": "Внутри", "en": "Inside"}),
        ),
    )

    assert [category.key for category in catalogue.categories("ru")] == ["full"]
    assert [topic.key for topic in catalogue.topics("full", "ru")] == ["seen"]
    assert catalogue.topics("gone", "ru") == []
    assert catalogue.topic("unseen") is not None, "old dialogs still have it"


def test_a_missing_language_is_filled_with_the_other() -> None:
    topic = Topic("a", "all", {"ru": "А", "en": "A"}, hints={"ru": "Подсказка"})

    assert topic.hint("en") == "Подсказка"
    assert topic.link("en") == ""


def test_unknown_keys_name_nothing() -> None:
    assert SHIPPED.topic("no-such") is None
    assert SHIPPED.category("no-such") is None
    assert SHIPPED.topics("no-such", "ru") == []


# ---- reading


def test_a_file_is_read_whole() -> None:
    catalogue = parse(TEXT)

    assert catalogue == Catalogue(
        every_category=(Category("card", {"ru": "Карточка товара", "en": "Product card"}, group=-1001234567890),),
        every_topic=(
            Topic(
                key="recommendations",
                category="card",
                titles={"ru": "Рекомендации", "en": "Recommendations"},
                keywords={"ru": ("похожие товары", "1С", "on"), "en": ("yes",)},
                hints={"ru": "Проверьте остаток.", "en": "Check the stock.\n\nThen the price."},
                links=dict.fromkeys(locales(), "https://seller.example/help"),
                order=1,
            ),
            Topic(
                key="photo",
                category="card",
                titles={"ru": "Фото", "en": "Photos"},
                links={"en": "https://seller.example/photo"},
                hidden=True,
            ),
        ),
        synonyms=(("фото", "снимок"),),
    )


def one_topic(fields: str) -> str:
    """A catalogue whose only topic has these fields, on line 5."""
    return (
        "categories:\n"
        "- key: card\n"
        "  title: {ru: Карточка, en: Card}\n"
        "  topics:\n"
        f"  - {{{fields}}}\n"
    )  # fmt: skip


OK = "key: a, title: {ru: А, en: A}"


@pytest.mark.parametrize(
    ("text", "line", "code", "values"),
    [
        # no catalogue at all
        ("", 1, "no-categories", {}),
        ("# nothing\n", 1, "no-categories", {}),
        ("hello", 1, "not-fields", {"field": "catalogue"}),
        ("categories: []", 1, "no-topics", {}),
        (one_topic(OK + ", hidden: true"), 1, "no-topics", {}),
        ("categories: 5", 1, "no-list", {"field": "categories"}),
        ("categories:\n- hello", 2, "not-fields", {"field": "categories"}),
        # no YAML
        ("categories:\n\t- key: a", 2, "no-yaml", None),
        ("categories: [", 2, "no-yaml", None),
        ("categories: {}\n---\ncategories: {}", 2, "no-yaml", None),
        ("categories: []\n# \x07", 2, "unprintable", {"character": "0007"}),
        ("categories: \ud800", 1, "unprintable", {"character": "D800"}),
        # traps
        ("a: &a [x]\nb: *a", 2, "alias", {}),
        ("a: " + "[" * 50 + "]" * 50, 1, "too-deep", {"limit": 12}),
        ("#" * 2_000_001, 1, "too-large", {"size": 2_000_001, "limit": 2_000_000}),
        # fields
        (one_topic(OK + ", hints: {}"), 5, "unknown-field", {"field": "hints"}),
        (one_topic(OK + ", key: b"), 5, "field-twice", {"field": "key"}),
        (one_topic("title: {ru: А, en: A}"), 5, "missing-field", {"field": "key"}),
        (one_topic("key: a"), 5, "missing-field", {"field": "title"}),
        (one_topic("key: a, title: ~"), 5, "missing-field", {"field": "title"}),
        (one_topic("key: a, title: Возврат"), 5, "not-by-language", {"field": "title"}),
        (one_topic("key: a, title: {ru: А}"), 5, "missing-language", {"field": "title", "locale": "en"}),
        (one_topic(OK + ", hint: {fr: Ah}"), 5, "unknown-language", {"field": "hint", "locale": "fr"}),
        (one_topic("key: a, title: {ru: А, en: ' '}"), 5, "empty", {"field": "title.en"}),
        (one_topic("key: a, title: {ru: А, en: [A]}"), 5, "no-text", {"field": "title.en"}),
        (one_topic(OK + ", keywords: {ru: слово}"), 5, "no-list", {"field": "keywords.ru"}),
        (one_topic(OK + ", keywords: {ru: [[слово]]}"), 5, "no-text", {"field": "keywords.ru"}),
        (one_topic(OK + ", order: first"), 5, "no-number", {"field": "order", "value": "first"}),
        (one_topic(OK + ", answer_in: soon"), 5, "no-duration", {"field": "answer_in", "value": "soon"}),
        (one_topic(OK + ", answer_in: 1m"), 5, "no-duration", {"field": "answer_in", "value": "1m"}),
        (one_topic(OK + ", answer_in: 31 день"), 5, "no-duration", {"field": "answer_in", "value": "31 день"}),
        (one_topic(OK + ", hidden: maybe"), 5, "no-flag", {"field": "hidden", "value": "maybe"}),
        (one_topic(OK + ", link: seller.example"), 5, "bad-link", {"field": "link", "value": "seller.example"}),
        (one_topic(OK + ", link: 'javascript:alert(1)'"), 5, "bad-link", None),
        # keys: they go into callback data
        (one_topic("key: Карточка, title: {ru: А, en: A}"), 5, "bad-key", {"value": "Карточка"}),
        (one_topic("key: a_b, title: {ru: А, en: A}"), 5, "bad-key", {"value": "a_b"}),
        (one_topic(f"key: {'a' * 25}, title: {{ru: А, en: A}}"), 5, "bad-key", {"value": "a" * 25}),
        # sizes
        (
            one_topic(f"key: a, title: {{ru: {'я' * 61}, en: A}}"),
            5, "too-long", {"field": "title.ru", "length": 61, "limit": 60},
        ),
        (
            one_topic(OK + f", keywords: {{en: [{', '.join(map(str, range(81)))}]}}"),
            5, "too-many", {"field": "keywords.en", "count": 81, "limit": 80},
        ),
        # twice
        (one_topic(OK) + "  - {key: a, title: {ru: Б, en: B}}", 6, "key-twice", {"value": "a", "before": 5}),
        (one_topic(OK) + "  - {key: b, title: {ru: а, en: B}}", 6, "title-twice", {"value": "а", "before": 5}),
        (
            one_topic("key: a, title: {ru: Учёт, en: A}") + "  - {key: b, title: {ru: учет, en: B}}",
            6, "title-twice", {"value": "учет", "before": 5},
        ),
        (
            one_topic("key: a, title: {ru: Мой, en: A}") + "  - {key: b, title: {ru: Мо\u0438\u0306, en: B}}",
            6, "title-twice", {"value": "Мо\u0438\u0306", "before": 5},
        ),
        (
            one_topic("key: a, title: {ru: Брак, en: A}") + "  - {key: b, title: {ru: \"Бр\u200bак\", en: B}}",
            6, "title-twice", {"value": "Бр\u200bак", "before": 5},
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_its_line(
    text: str, line: int, code: str, values: dict[str, str | int] | None
) -> None:
    errors = wrong(text)

    assert [(error.line, error.code) for error in errors] == [(line, code)]
    if values is not None:
        assert errors[0].values == values


def test_all_errors_are_named_at_once_in_the_order_of_the_text() -> None:
    text = TEXT.replace("ru: Фото, ", "").replace("order: 1", "order: one")

    assert [(error.line, error.code) for error in wrong(text)] == [
        (20, "no-number"),
        (21, "missing-language"),
    ]


def test_equal_titles_in_different_categories_are_fine() -> None:
    text = one_topic(OK) + (
        "- key: other\n  title: {ru: Другое, en: Other}\n  topics:\n  - {key: b, title: {ru: А, en: A}}\n"
    )

    assert len(parse(text).every_topic) == 2


def test_two_thousand_topics_are_allowed_and_no_more() -> None:
    topics = [titled(f"t{number}", f"Тема {number}") for number in range(2_001)]

    assert len(parse(dump(shop(*topics[:2_000]))).every_topic) == 2_000
    assert [error.code for error in wrong(dump(shop(*topics)))] == ["too-many"]


@given(st.text(max_size=200) | st.text(alphabet="ab:-[]{}'\"|>&*!%#@,\n ~", max_size=80))
@settings(max_examples=300, deadline=None)
def test_any_text_is_named_wrong(text: str) -> None:
    errors = wrong(text)

    assert errors
    assert all(1 <= error.line <= len(text.splitlines()) + 1 for error in errors)


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=9), lambda inner: (
    st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(["key", "title", "ru", "en", "topics", "hint", "link"]), inner, max_size=4)
), max_leaves=12))  # fmt: skip
@settings(max_examples=200, deadline=None)
def test_any_data_is_named_wrong(data: object) -> None:
    text = yaml.safe_dump({"categories": data}, allow_unicode=True)

    with pytest.raises(CatalogueWrong):
        parse(text)


# ---- writing

words = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=20).filter(
    lambda word: not is_blank(word)
)
texts = st.builds(" ".join, st.lists(words, min_size=1, max_size=3)).filter(lambda text: len(text) <= 60)


@st.composite
def topics(draw: st.DrawFn, key: str) -> Topic:
    hint = draw(st.none() | texts)
    return Topic(
        key=key,
        category="all",
        titles={"ru": f"{key} {draw(words)}", "en": f"{key} {draw(words)}"},
        keywords={"ru": tuple(draw(st.lists(texts, unique=True, min_size=1, max_size=3)))},
        hints={"en": f"{hint}\n\n{hint}"} if hint else {},
        answer_in=draw(st.sampled_from([None, 0, 5 * MINUTE, 4 * HOUR, 90 * MINUTE, 30 * DAY])),
        order=draw(st.none() | st.integers(-9, 9)),
        hidden=draw(st.booleans()),
    )


@given(topics("a"), topics("b"))
@settings(max_examples=150, deadline=None)
def test_what_is_written_is_read_as_the_same(first: Topic, second: Topic) -> None:
    catalogue = shop(replace(first, hidden=False), second)

    assert parse(dump(catalogue)) == catalogue
    assert dump(parse(dump(catalogue))) == dump(catalogue)


def test_words_that_yaml_would_take_for_something_else_stay_words() -> None:
    odd = ("yes", "no", "null", "~", "1С", "007", "1.5", "2026-11-25", "- a", "# b", "a: b", "'", '"', "[x]", "*a")
    catalogue = shop(replace(titled("a", "А"), keywords={"ru": odd}))

    assert parse(dump(catalogue)) == catalogue


def test_a_topics_time_goes_before_that_of_its_category() -> None:
    category = Category("all", {"ru": "Все", "en": "All"}, answer_in=4 * HOUR)
    times = {"as-the-category": None, "sooner": HOUR, "never": 0}
    catalogue = Catalogue(
        (category,), tuple(replace(titled(key, key), answer_in=answer_in) for key, answer_in in times.items())
    )

    assert [parse(dump(catalogue)).answer_in(key) for key in times] == [4 * HOUR, HOUR, 0]
    assert catalogue.answer_in("no-such") == 0


# ---- changing


def test_an_admin_adds_changes_and_takes_away() -> None:
    catalogue = parse(TEXT)
    photo = catalogue.topic("photo")
    assert photo is not None

    photo = hidden(renamed(photo, "ru", "Снимки"), False)
    photo = found_by(hinted(linked(placed(photo, 2), "en", ""), "ru", "Проверьте размер."), "ru", ["кадр", "кадр"])
    catalogue = with_topic(catalogue, photo)
    catalogue = with_category(catalogue, routed(Category("ads", {"ru": "Реклама", "en": "Ads"}), -100500))
    catalogue = checked(with_topic(catalogue, moved(photo, "ads")))

    assert catalogue.topic("photo") == Topic(
        key="photo",
        category="ads",
        titles={"ru": "Снимки", "en": "Photos"},
        keywords={"ru": ("кадр",)},
        hints={"ru": "Проверьте размер."},
        order=2,
    )
    assert [category.key for category in catalogue.categories("ru")] == ["card", "ads"]
    assert without_topic(catalogue, "photo").topic("photo") is None
    assert without_category(catalogue, "ads").every_topic == (catalogue.topic("recommendations"),)
    assert parse(TEXT) != catalogue, "the catalogue that is in use stays as it was"


def test_a_change_that_breaks_a_rule_is_refused() -> None:
    catalogue = parse(TEXT)
    topic = catalogue.topic("photo")
    assert topic is not None

    with pytest.raises(CatalogueWrong) as caught:
        checked(with_topic(catalogue, renamed(topic, "ru", "Рекомендации")))

    assert [error.code for error in caught.value.errors] == ["title-twice"]


# ---- the catalogue that is shipped


def test_the_shipped_catalogue_is_large_enough_for_a_marketplace() -> None:
    hinted_topics = [topic for topic in SHIPPED.every_topic if topic.hints]

    assert len(SHIPPED.categories("ru")) >= 14
    assert len(SHIPPED.every_topic) >= 110
    assert len(hinted_topics) * 2 >= len(SHIPPED.every_topic)
    assert any("Рекомендации" in topic.title("ru") for topic in SHIPPED.topics("card", "ru"))


@pytest.mark.parametrize("topic", SHIPPED.every_topic, ids=lambda topic: topic.key)
def test_the_shipped_catalogue_is_complete_in_both_languages(topic: Topic) -> None:
    for field in (topic.titles, topic.keywords, topic.hints, topic.links):
        assert set(field) in ({*locales()}, set())
    assert topic.keywords or topic.is_rest


def test_the_shipped_catalogue_is_as_an_export_would_write_it() -> None:
    text = FILE.read_text(encoding="utf-8")
    heading = "".join(line for line in text.splitlines(keepends=True) if line.startswith("#"))

    assert text == heading + dump(SHIPPED)


def test_a_groups_id_has_its_minus() -> None:
    with pytest.raises(CatalogueWrong) as caught:
        parse(TEXT.replace("group: -1001234567890", "group: 1001234567890"))

    assert [(error.code, error.values["value"]) for error in caught.value.errors] == [("no-group", "1001234567890")]


def test_what_was_in_use_goes_on_being_used() -> None:
    """An older version took it: a shop that upgrades starts with it, and is told where it edits it."""
    kept = parse(TEXT.replace("group: -1001234567890", "group: 1001234567890"), kept=True)

    assert kept.category("card")
    assert [category.group for category in kept.every_category] == [None] * len(kept.every_category)


def test_letters_that_are_taken_apart_stand_in_their_place() -> None:
    assert sorted(["Йод", "Иск", "И\u0306ога", "Клей"], key=alphabetical) == ["Иск", "И\u0306ога", "Йод", "Клей"]
