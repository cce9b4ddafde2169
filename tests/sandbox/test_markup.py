"""Formatted text, whatever somebody types."""

import contextlib
import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.markup import found_entities, parse_html, tidy, units
from sandbox.refusals import Json, Refused

PIECES = st.sampled_from(
    ["<b>", "</b>", "<i", ">", "<", "</", "<a href='x.com'>", "</a>", "&lt;", "&", "&#9;", '"', "😀", " ", "\n",
     "слово", "<pre>", "<code class='language-py'>", "</code>", "</pre>", "<tg-time unix='z'>",
     "<span class=\"tg-spoiler\">"]
)  # fmt: skip


@given(st.text())
def test_escaped_text_comes_back_as_it_was(text: str) -> None:
    assert parse_html(html.escape(text)) == (text, [])


@given(st.lists(PIECES).map("".join))
def test_any_soup_is_read_or_refused(soup: str) -> None:
    text, entities = "", list[Json]()
    with contextlib.suppress(Refused):
        text, entities = tidy(*parse_html(soup))
    for one in entities:
        assert 0 <= one["offset"] < one["offset"] + one["length"] <= units(text)


@given(st.text(), st.text(), st.text())
def test_bold_stands_on_its_words(before: str, bold: str, after: str) -> None:
    text, entities = parse_html(f"{html.escape(before)}<b>{html.escape(bold)}</b>{html.escape(after)}")

    assert text == before + bold + after
    expected = [{"type": "bold", "offset": units(before), "length": units(bold)}] if bold else []
    assert entities == expected


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("/start", ["bot_command"]),
        ("/ask@desk_bot да", ["bot_command"]),
        ("и/или, 1/2, http://a.ru/b", ["url"]),
        ("почта a.b@example.com", ["email"]),
        ("@olga_support #возврат", ["mention", "hashtag"]),
        ("сайт shop.ru, и точка.", ["url"]),
        ("в 12.30 без ссылок", []),
    ],
)
def test_what_telegram_marks_by_itself(text: str, kinds: list[str]) -> None:
    assert [one["type"] for one in found_entities(text, [])] == kinds
