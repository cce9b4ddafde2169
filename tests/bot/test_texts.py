"""Every sentence in every language: the same keys, the same values, plural forms that work."""

from collections import Counter
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.texts import FOLDER, Texts
from core.errors import every_refusal
from core.languages import locales
from core.units import MEGABYTE

TEXTS = Texts(ZoneInfo("Europe/Moscow"))
COUNTS = (0, 1, 2, 5, 11, 21)


class Used(Visitor):
    """The variables of a message, and those that it chooses plural forms by."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.counted: set[str] = set()
        self.referred: set[str] = set()

    def visit_MessageReference(self, node: ast.MessageReference) -> None:
        self.referred.add(node.id.name)

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.variables.add(node.id.name)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:
        forms = {variant.key.name for variant in node.variants if isinstance(variant.key, ast.Identifier)}
        if isinstance(node.selector, ast.VariableReference) and forms & {"one", "few", "many"}:
            self.counted.add(node.selector.id.name)
        self.generic_visit(node)


def messages(locale: str) -> dict[str, ast.Message]:
    found: dict[str, ast.Message] = {}
    for file in sorted((FOLDER / locale).rglob("*.ftl")):
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ast.Junk), f"{file.name}: {entry.content}"
            if isinstance(entry, ast.Message):
                found[entry.id.name] = entry
    return found


MESSAGES = {locale: messages(locale) for locale in locales()}


def used(locale: str, key: str) -> Used:
    """Also what the sentences inside it use."""
    found = Used()
    found.visit(MESSAGES[locale][key])
    for other in found.referred:
        inner = used(locale, other)
        found.variables |= inner.variables
        found.counted |= inner.counted
    return found


def test_every_language_has_the_same_sentences() -> None:
    first, *others = locales()
    for other in others:
        assert MESSAGES[first].keys() == MESSAGES[other].keys()


def test_every_language_is_given_the_same_values() -> None:
    for key in MESSAGES["ru"]:
        variables = {locale: used(locale, key).variables for locale in locales()}
        assert len({frozenset(names) for names in variables.values()}) == 1, (key, variables)


@pytest.mark.parametrize("locale", locales())
def test_no_sentence_is_written_twice(locale: str) -> None:
    keys: Counter[str] = Counter()
    for file in sorted((FOLDER / locale).rglob("*.ftl")):
        body = FluentParser().parse(file.read_text(encoding="utf-8")).body
        keys.update(entry.id.name for entry in body if isinstance(entry, ast.Message))
    assert [key for key, times in keys.items() if times > 1] == []


@pytest.mark.parametrize("locale", locales())
def test_every_refusal_has_its_sentence(locale: str) -> None:
    assert [kind.code for kind in every_refusal() if f"refusal-{kind.code}" not in MESSAGES[locale]] == []


@pytest.mark.parametrize("locale", locales())
def test_every_sentence_can_be_said(locale: str) -> None:
    for key in MESSAGES[locale]:
        found = used(locale, key)
        for count in COUNTS if found.counted else COUNTS[:1]:
            values: dict[str, Any] = {name: count if name in found.counted else "x" for name in found.variables}
            assert "{$" not in TEXTS.get(locale, key, **values).replace(" ", ""), key


def test_russian_plurals_differ() -> None:
    """«1 файл», «2 файла», «5 файлов»: forms that are chosen by a number are not the same words."""
    for key in MESSAGES["ru"]:
        found = used("ru", key)
        if not found.counted:
            continue
        said = {
            count: TEXTS.plain("ru", key, **{name: count if name in found.counted else "x" for name in found.variables})
            for count in (1, 2, 5, 21)
        }
        assert len({said[count].replace(str(count), "#") for count in (1, 2, 5)}) > 1, key
        assert said[21].replace("21", "#") == said[1].replace("1", "#"), key


def test_what_people_wrote_is_escaped_once() -> None:
    assert TEXTS.get("ru", "home-greeting", name='<b>&"').startswith('Здравствуйте, &lt;b&gt;&amp;"!')
    assert TEXTS.plain("ru", "writing-to", number="1", topic="<b>") == "№1 · <b>"


def test_a_value_may_be_as_long_as_a_message() -> None:
    comment = "<" * 4096
    assert TEXTS.get("ru", "draft-comment-text", comment=comment).count("&lt;") == 4096


@pytest.mark.parametrize(
    ("size", "shown"),
    [(0, "0 МБ"), (1, "0,01 МБ"), (10 * MEGABYTE, "10 МБ"), (10 * MEGABYTE + 1, "10,01 МБ"), (13002342, "12,4 МБ")],
)
def test_a_size_over_a_limit_never_looks_like_the_limit(size: int, shown: str) -> None:
    assert TEXTS.size("ru", size) == shown


@pytest.mark.parametrize(
    ("ms", "shown"),
    [(0, "1 минуту"), (12 * 60_000, "12 минут"), (60 * 60_000, "1 час"), (27 * 3_600_000, "1 день 3 часа")],
)
def test_a_duration_is_told_in_its_two_largest_units(ms: int, shown: str) -> None:
    assert TEXTS.duration("ru", ms) == shown


def test_a_moment_names_its_time_zone() -> None:
    assert TEXTS.moment("ru", 1_790_000_000_000) == "21.09.2026 17:13 (МСК)"
    assert TEXTS.moment("en", 1_790_000_000_000) == "21 Sep 2026 17:13 (MSK)"


def test_the_language_is_the_chosen_one_then_telegrams_then_the_shops() -> None:
    assert TEXTS.locale_of("en", "ru") == "en"
    assert TEXTS.locale_of(None, "en-GB") == "en"
    assert TEXTS.locale_of(None, "kk") == "ru"
    assert TEXTS.locale_of(None, None) == "ru"


def test_no_sentence_stands_outside_the_locales() -> None:
    """Cyrillic letters in strings of the code would be a text that nobody can translate."""
    # names of languages, the sign of Moscow's time, and what people type in whichever language they have
    allowed = {"labels.py", "home.py", "texts.py", "command_registry.py"}
    code = (path for path in Path(FOLDER).parent.rglob("*.py") if path.name not in allowed)
    assert [str(path) for path in code if _cyrillic_strings(path)] == []


def _cyrillic_strings(path: Path) -> list[str]:
    import ast as python

    tree = python.parse(path.read_text(encoding="utf-8"))
    docs = {
        id(node.body[0].value)
        for node in python.walk(tree)
        if isinstance(node, python.Module | python.ClassDef | python.FunctionDef | python.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], python.Expr)
    }
    return [
        node.value
        for node in python.walk(tree)
        if isinstance(node, python.Constant)
        and isinstance(node.value, str)
        and id(node) not in docs
        and any("а" <= incoming.lower() <= "я" for incoming in node.value)
    ]
