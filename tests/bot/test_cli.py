"""The commands as an operator meets them: processes of their own, in an empty folder."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GOOD = {"BOT_TOKEN": "42:TEST", "AGENT_GROUP": "-100500", "ADMIN_IDS": "7"}


SHOP = """\
categories:
- key: lone
  title: {ru: Одна, en: Lone}
  topics:
  - key: only
    title: {ru: Тема, en: Topic}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def sellerdesk(folder: Path, *arguments: str, **settings: str) -> "subprocess.CompletedProcess[str]":
    environment = {name: value for name, value in os.environ.items() if name not in GOOD} | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=folder,
        env=environment | settings,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_help_names_every_command(folder: Path) -> None:
    said = sellerdesk(folder, "--help").stdout

    for name in ("run", "demo", "check", "migrate", "backup", "catalogue", "BOT_TOKEN", "AGENT_GROUP", "ADMIN_IDS"):
        assert name in said


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({}, "BOT_TOKEN is not set"),
        (GOOD | {"AGENT_GROUP": "5"}, "AGENT_GROUP is wrong (it is '5')"),
        (GOOD | {"DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none"}, "DATABASE_URL"),
    ],
)
def test_what_an_operator_can_mend_is_one_sentence(folder: Path, settings: dict[str, str], sentence: str) -> None:
    done = sellerdesk(folder, "run", **settings)

    assert done.returncode == 2
    assert sentence in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_second_process_on_the_same_file_is_refused(folder: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    assert sellerdesk(folder, "migrate", **GOOD).returncode == 0
    with (folder / "data" / "sellerdesk.db.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)

        done = sellerdesk(folder, "run", **GOOD)

    assert done.returncode == 2
    assert "another process serves the desk" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_backup_is_whole_and_never_overwrites(folder: Path) -> None:
    sellerdesk(folder, "migrate", **GOOD)
    with closing(sqlite3.connect(folder / "data" / "sellerdesk.db")) as connection, connection:
        connection.execute("INSERT INTO person (id, name, first_seen_at) VALUES (7, 'Анна', 0)")

    done = sellerdesk(folder, "backup", "copy.db", **GOOD)
    again = sellerdesk(folder, "backup", "copy.db", **GOOD)

    assert (done.returncode, done.stdout.strip()) == (0, "copy.db")
    with closing(sqlite3.connect(folder / "copy.db")) as connection:
        assert connection.execute("SELECT name FROM person").fetchall() == [("Анна",)]
    assert again.returncode == 2
    assert "is there already" in again.stderr


def test_a_catalogue_goes_out_is_checked_and_comes_in(folder: Path) -> None:
    assert sellerdesk(folder, "catalogue", "export", "shop.yaml", **GOOD).returncode == 0
    assert sellerdesk(folder, "catalogue", "check", "shop.yaml").returncode == 0
    (folder / "shop.yaml").write_text(SHOP, encoding="utf-8")

    assert sellerdesk(folder, "catalogue", "import", "shop.yaml", **GOOD).returncode == 0

    assert sellerdesk(folder, "catalogue", "export", **GOOD).stdout == SHOP


def test_every_error_of_a_catalogue_is_named_with_its_line(folder: Path) -> None:
    (folder / "shop.yaml").write_text("categories:\n- key: A b\n  topics: 5\n", encoding="utf-8")

    done = sellerdesk(folder, "catalogue", "check", "shop.yaml")

    assert done.returncode == 2
    assert [line.strip().partition(":")[0] for line in done.stderr.splitlines()[1:]] == ["Line 2", "Line 2", "Line 3"]
