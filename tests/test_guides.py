"""The guides are true: commands, pictures and links are there, and both languages tell the same."""

import re
from pathlib import Path

import pytest

from bot.telegram.command_registry import COMMANDS, name_of, names

GUIDES = Path(__file__).resolve().parents[1] / "docs" / "guides"
PAGES = sorted(path.name for path in GUIDES.glob("*.md"))
IN_ENGLISH = [page for page in PAGES if not page.endswith(".ru.md")]


def text_of(page: str) -> str:
    return (GUIDES / page).read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_each_command_exists(page: str) -> None:
    written = {
        word.lower() for code in re.findall(r"`(/[^`]+)`", text_of(page)) for word in re.findall(r"^/(\w+)", code)
    }
    paths = {"run"}  # /run/secrets

    assert {word for word in written if name_of(word) not in names(COMMANDS)} - paths == set()


@pytest.mark.parametrize("page", PAGES)
def test_each_picture_and_link_is_there(page: str) -> None:
    links = re.findall(r"\]\(([^)]+)\)", text_of(page))

    assert links
    assert [link for link in links if not (GUIDES / link.partition("#")[0]).exists()] == []


@pytest.mark.parametrize("page", [*IN_ENGLISH, "../privacy.md"])
def test_both_languages_tell_the_same(page: str) -> None:
    english, russian = text_of(page), text_of(page.replace(".md", ".ru.md"))

    def shape(text: str) -> list[str]:
        pictures = re.findall(r"images/([\w-]+)\.\w\w\.png", text)
        return [*pictures, str(len(re.findall(r"^\|", text, re.M))), str(len(re.findall(r"^## ", text, re.M)))]

    assert shape(english) == shape(russian)
