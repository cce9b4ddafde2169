"""Each command that a page names is one that the program takes, each setting one that it has, each link leads on."""

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
import yaml

from bot.__main__ import command_parser
from bot.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
TODAY = [page for page in PAGES if page.name != "CHANGELOG.md"]  # what was once may be named otherwise now
MANUALS = [*TODAY, *(ROOT / "deploy" / name for name in ("sellerdesk", "sellerdesk.service", "compose.postgres.yaml"))]
NAMES = {name.upper() for name in Settings.model_fields}
OF_OTHERS = {"POSTGRES_PASSWORD"}  # of compose


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def code(page: Path) -> Iterator[str]:
    """Inline code and blocks; of a file that is no page the lines of comment."""
    text = page.read_text(encoding="utf-8")
    if page.suffix != ".md":
        yield from (line.lstrip("# ") for line in text.splitlines() if line.startswith("#"))
        return
    for block in re.findall(r"^ *```\w*\n(.*?)^ *```", text, re.DOTALL | re.MULTILINE):
        yield from block.splitlines()
    yield from re.findall(r"`([^`\n]+)`", text)


def commands(page: Path) -> Iterator[list[str]]:
    """`check|export` is two of them."""
    for line in code(page):
        for written in re.findall(r"(?:^|\s|bin/)sellerdesk ([a-z].*)", line):
            words = re.split(r" +#| && ", written)[0].split()
            yield from map(list, product(*(word.split("|") for word in words)))


COMMANDS = sorted({(name_of(page), " ".join(command)) for page in MANUALS for command in commands(page)})


@pytest.mark.parametrize(("page", "command"), COMMANDS)
def test_the_program_takes_each_command(page: str, command: str) -> None:
    assert command_parser().parse_args(command.split()).action


def test_the_commands_are_found_where_they_stand() -> None:
    assert {("README.md", "run"), ("docs/operation.md", "check"), ("docs/api.md", "token list")} <= set(COMMANDS)
    assert len(COMMANDS) > 20


@pytest.mark.parametrize("page", TODAY, ids=name_of)
def test_each_setting_that_a_page_names_is_one(page: Path) -> None:
    text = "\n".join(code(page))
    named = set(re.findall(r"(?<![\w$])([A-Z]{2,}_[A-Z_]+)(?=$|=)", text, re.MULTILINE))

    assert named - NAMES - OF_OTHERS == set()


def test_the_example_has_every_setting_and_no_other() -> None:
    assert set(re.findall(r"^#?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE)) == NAMES


# ---- links


def anchors(page: Path) -> set[str]:
    """As GitHub makes them of headings."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def leads_somewhere(target: Path, anchor: str) -> bool:
    return target.exists() and (not anchor or anchor in anchors(target))


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_each_link_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#\s]*)#?([^)\s]*)\)", page.read_text(encoding="utf-8"))

    lost = [file for file, anchor in links if not leads_somewhere(page.parent / file if file else page, anchor)]
    assert lost == []


def test_each_alert_leads_to_what_is_to_be_done() -> None:
    rules = yaml.safe_load((ROOT / "deploy" / "alerts.yaml").read_text(encoding="utf-8"))["groups"][0]["rules"]
    targets = [rule["annotations"]["runbook"].partition("#") for rule in rules]

    assert [anchor for file, _, anchor in targets if not leads_somewhere(ROOT / file, anchor)] == []
    assert [anchor for _, _, anchor in targets] == [rule["alert"].lower() for rule in rules]
