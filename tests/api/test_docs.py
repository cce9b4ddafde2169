"""The lines of docs/api.md are run as they stand there."""

import asyncio
import os
import re
import shutil
from pathlib import Path

import pytest

from core.events import EventType
from tests.api.conftest import Program
from tests.conversations.desk import Desk

DOCS = Path(__file__).resolve().parents[2] / "docs" / "api.md"
LOCALES = DOCS.parents[1] / "bot" / "locales"
LINES = [
    line
    for block in re.findall(r"^```sh\n(.*?)^```", DOCS.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    for line in block.splitlines()
]


@pytest.mark.skipif(not shutil.which("curl"), reason="there is no curl")
async def test_every_line_does_what_it_says(desk: Desk, crm: Program) -> None:
    settings = {"DESK": crm.url, "TOKEN": crm.token or "", "NUMBER": str(desk.number)}
    for line in LINES:
        process = await asyncio.create_subprocess_shell(
            line, env=os.environ | settings, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
        )
        out, err = await process.communicate()
        assert process.returncode == 0, (line, err)
        assert out.startswith(b"{"), (line, out)
        await desk.shop.settle()

    assert len(LINES) > 10
    said = [post.text for post in (await desk.anna.look()).got]
    assert any("It was sent yesterday." in text for text in said)
    assert not any("VIP" in text for text in said)


def test_it_names_every_problem() -> None:
    """Those of the API itself; what a dialog does not allow is named by examples."""
    said = DOCS.read_text(encoding="utf-8")
    codes = re.findall(r"^problem-([\w-]+) =", (LOCALES / "en" / "api.ftl").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(codes) > 10
    assert [code for code in codes if f"`{code}`" not in said] == []


async def test_it_names_every_operation(crm: Program) -> None:
    document = (await crm.get("/openapi.json")).body
    said = "\n".join(LINES)
    for path in document["paths"]:
        assert path.replace("{number}", "$NUMBER") in said


def test_every_event_is_told_of() -> None:
    said = DOCS.with_name("events.md").read_text(encoding="utf-8")
    assert [type_ for type_ in EventType if f"| `{type_}` |" not in said] == []
