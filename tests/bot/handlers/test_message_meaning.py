"""What an agent's text means, and that formatting moves along when the mark is taken off."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.handlers.agent.message_meaning import Meaning, read_meaning
from bot.telegram.content_conversion import utf16_length, without_start
from core.content import Content, Kind


@pytest.mark.parametrize(
    ("text", "meaning", "left"),
    [
        ("Здравствуйте", Meaning.ANSWER, "Здравствуйте"),
        ("Цена 5/6", Meaning.ANSWER, "Цена 5/6"),
        ("//тише", Meaning.NOTE, "тише"),
        ("\u200b//тише", Meaning.NOTE, "тише"),
        ("// тише", Meaning.NOTE, "тише"),
        ("..тише", Meaning.NOTE, "тише"),
        ("...тише", Meaning.ANSWER, "...тише"),
        ("/note тише", Meaning.NOTE, "тише"),
        ("/Note@desk_bot\nтише", Meaning.NOTE, "тише"),
        ("/ask Когда?", Meaning.QUESTION, "Когда?"),
        ("/ask", Meaning.QUESTION, ""),
        ("/asking", Meaning.COMMAND, "/asking"),
        ("/заметочка", Meaning.COMMAND, "/заметочка"),
        ("/заметка странный", Meaning.NOTE, "странный"),
        ("/", Meaning.COMMAND, "/"),
    ],
)
def test_meanings(text: str, meaning: Meaning, left: str) -> None:
    found, content = read_meaning(Content(Kind.TEXT, text))

    assert (found, content.text) == (meaning, left)


@given(st.text(max_size=20), st.sampled_from(["", " ", "\n", "\u00a0", "\u2003"]))
def test_nothing_that_begins_with_a_slash_is_an_answer(text: str, before: str) -> None:
    meaning, _ = read_meaning(Content(Kind.TEXT, f"{before}/{text}"))

    assert meaning is not Meaning.ANSWER


@given(st.text("аб 😀\n", max_size=12), st.text("вг 😀", min_size=1, max_size=12), st.data())
def test_formatting_stays_on_its_words(start: str, rest: str, data: st.DataObject) -> None:
    text = start + rest
    begin = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(begin + 1, len(text)))
    entity = {"type": "bold", "offset": utf16_length(text[:begin]), "length": utf16_length(text[begin:end])}

    cut = without_start(Content(Kind.TEXT, text, (entity,)), len(start))

    gone = len(text) - len(cut.text)
    marked = [_covered(cut.text, one["offset"], one["length"]) for one in cut.entities]
    assert marked == ([text[max(begin, gone) : end]] if end > gone else [])


def _covered(text: str, offset: int, length: int) -> str:
    encoded = text.encode("utf-16-le")
    return encoded[2 * offset : 2 * (offset + length)].decode("utf-16-le")
