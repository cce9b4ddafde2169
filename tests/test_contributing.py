"""What CONTRIBUTING says of the house is true: each path that it names is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("bot/", "core/", "storage/", "sandbox/", "tests/", "docs/", "bench/", "deploy/")


def paths(page: str) -> list[str]:
    named = re.findall(r"`([^`\s]+)`", (ROOT / page).read_text(encoding="utf-8"))
    return sorted({name for name in named if name.startswith(ROOMS)} - {"bot/"})


@pytest.mark.parametrize(
    "page",
    [
        "CONTRIBUTING.md",
        "README.md",
        "docs/operation.md",
        "docs/way-of-a-message.md",
        "docs/guides/operators.md",
        "docs/guides/operators.ru.md",
    ],
)
def test_what_a_page_names_is_there(page: str) -> None:
    named = paths(page)

    assert named
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_the_table_of_changes_is_long_enough_to_be_of_use() -> None:
    table = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split("## Where do I change …")[1].split("## ")[0]

    assert len([line for line in table.splitlines() if line.startswith("| ")]) >= 2 + 25
