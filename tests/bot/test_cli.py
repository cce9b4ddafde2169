"""The commands as an operator meets them, in an empty folder."""

import asyncio
import gc
import logging
import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
import structlog

from bot.__main__ import main
from bot.operations.heartbeat import beat

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


@dataclass
class Done:
    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def sellerdesk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Run]:
    """The command in an empty folder, with these settings and no others."""
    monkeypatch.chdir(tmp_path)
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level

    def run(*arguments: str, **settings: str) -> Done:
        with monkeypatch.context() as environment:
            for name in GOOD:
                environment.delenv(name, raising=False)
            for name, value in settings.items():
                environment.setenv(name, value)
            code = main(arguments)
        return Done(code, *capsys.readouterr())

    yield run
    root.handlers, root.level = handlers, level
    structlog.reset_defaults()
    gc.enable()  # a start that ends at once leaves it off, and later tests would keep all that they ever had


def test_it_starts_as_a_process_of_its_own(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name not in GOOD} | {"PYTHONPATH": str(ROOT)}
    for arguments, code, said in ((["--help"], 0, "BOT_TOKEN"), (["run"], 2, "sellerdesk: BOT_TOKEN is not set")):
        done = subprocess.run(
            [sys.executable, "-m", "bot", *arguments],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == code
        assert said in done.stdout + done.stderr
        assert "Traceback" not in done.stderr


def test_help_names_every_command(sellerdesk: Run, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        sellerdesk("--help")

    said = capsys.readouterr().out
    for name in (
        "run",
        "demo",
        "check",
        "migrate",
        "backup",
        "restore",
        "catalogue",
        "token",
        "events",
        "BOT_TOKEN",
        "AGENT_GROUP",
        "ADMIN_IDS",
    ):
        assert name in said


def test_whoever_names_no_command_sees_all_of_them(sellerdesk: Run) -> None:
    done = sellerdesk()

    assert (done.code, "first steps:" in done.err) == (2, True)


def test_it_tells_its_version(sellerdesk: Run, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        sellerdesk("--version")

    assert re.fullmatch(r"sellerdesk \d+\.\d+\.\d+\n", capsys.readouterr().out)


async def test_a_bot_that_runs_is_alive_and_one_that_stands_still_is_not(sellerdesk: Run, tmp_path: Path) -> None:
    never = sellerdesk("healthy", **GOOD)
    beating = asyncio.create_task(beat(tmp_path / "data" / "heartbeat"))
    await asyncio.sleep(0.05)
    alive = sellerdesk("healthy", **GOOD)
    beating.cancel()
    os.utime("data/heartbeat", (0, 0))
    dead = sellerdesk("healthy", **GOOD)

    assert (never.code, "no bot has run here" in never.err) == (2, True)
    assert (alive.code, alive.out) == (0, "The bot is alive.\n")
    assert (dead.code, "last sign of life" in dead.err) == (2, True)


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({}, "BOT_TOKEN is not set"),
        (GOOD | {"AGENT_GROUP": "5"}, "AGENT_GROUP is wrong (it is '5')"),
        (GOOD | {"DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none"}, "DATABASE_URL"),
    ],
)
def test_what_an_operator_can_mend_is_one_sentence(sellerdesk: Run, settings: dict[str, str], sentence: str) -> None:
    done = sellerdesk("run", **settings)

    assert done.code == 2
    assert sentence in done.err
    assert len(done.err.splitlines()) == 1


def test_a_second_process_on_the_same_file_is_refused(sellerdesk: Run) -> None:
    fcntl = pytest.importorskip("fcntl")
    assert sellerdesk("migrate", **GOOD).code == 0
    with Path("data/sellerdesk.db.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)

        done = sellerdesk("run", **GOOD)

    assert done.code == 2
    assert "another process serves the desk" in done.err
    assert len(done.err.splitlines()) == 1


def test_a_database_of_a_newer_version_is_left_alone_with_a_sentence(sellerdesk: Run) -> None:
    sellerdesk("migrate", **GOOD)
    with closing(sqlite3.connect("data/sellerdesk.db")) as connection:
        connection.execute("INSERT INTO migration VALUES ('9999')")
        connection.commit()

    done = sellerdesk("migrate", **GOOD)

    assert done.code == 2
    assert done.err.startswith("sellerdesk: the database is at revision 9999")
    assert done.err.count("\n") == 1


def test_a_backup_is_whole_and_never_overwrites(sellerdesk: Run) -> None:
    sellerdesk("migrate", **GOOD)
    with closing(sqlite3.connect("data/sellerdesk.db")) as connection, connection:
        connection.execute("INSERT INTO person (id, name, first_seen_at) VALUES (7, 'Анна', 0)")

    done = sellerdesk("backup", "copy.db", **GOOD)
    again = sellerdesk("backup", "copy.db", **GOOD)

    assert (done.code, done.out.strip()) == (0, "copy.db")
    with closing(sqlite3.connect("copy.db")) as connection:
        assert connection.execute("SELECT name FROM person").fetchall() == [("Анна",)]
    assert again.code == 2
    assert "is there already" in again.err


def test_the_way_back_from_a_newer_version_is_the_copy_that_its_upgrade_left(sellerdesk: Run) -> None:
    sellerdesk("migrate", **GOOD)
    sellerdesk("backup", "data/sellerdesk-before-9999.db", **GOOD)
    with closing(sqlite3.connect("data/sellerdesk.db")) as connection, connection:
        connection.execute("INSERT INTO migration VALUES ('9999')")
    assert sellerdesk("migrate", **GOOD).code == 2

    done = sellerdesk("restore", "data/sellerdesk-before-9999.db", **GOOD)

    assert done.code == 0
    assert "The next dialog is №" in done.out
    assert sellerdesk("migrate", **GOOD).code == 0


def test_a_catalogue_goes_out_is_checked_and_comes_in(sellerdesk: Run) -> None:
    assert sellerdesk("catalogue", "export", "shop.yaml", **GOOD).code == 0
    assert sellerdesk("catalogue", "check", "shop.yaml").code == 0
    Path("shop.yaml").write_text(SHOP, encoding="utf-8")

    assert sellerdesk("catalogue", "import", "shop.yaml", **GOOD).code == 0

    assert sellerdesk("catalogue", "export", **GOOD).out == SHOP


def test_a_catalogue_is_not_written_over_what_is_there(sellerdesk: Run) -> None:
    Path("shop.yaml").write_text(SHOP, encoding="utf-8")

    done = sellerdesk("catalogue", "export", "shop.yaml", **GOOD)

    assert (done.code, done.err) == (2, "sellerdesk: shop.yaml is there already: name another file.\n")
    assert Path("shop.yaml").read_text(encoding="utf-8") == SHOP


def test_every_error_of_a_catalogue_is_named_with_its_line(sellerdesk: Run) -> None:
    Path("shop.yaml").write_text("categories:\n- key: A b\n  topics: 5\n", encoding="utf-8")

    done = sellerdesk("catalogue", "check", "shop.yaml")

    assert done.code == 2
    assert [line.strip().partition(":")[0] for line in done.err.splitlines()[1:]] == ["Line 2", "Line 2", "Line 3"]


@pytest.fixture
def serving(sellerdesk: Run) -> Iterator[None]:
    """A bot holds the file."""
    fcntl = pytest.importorskip("fcntl")
    sellerdesk("migrate", **GOOD)
    with Path("data/sellerdesk.db.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


@pytest.mark.usefixtures("serving")
def test_a_catalogue_goes_out_and_comes_in_beside_a_bot_that_runs(sellerdesk: Run) -> None:
    Path("shop.yaml").write_text(SHOP, encoding="utf-8")

    assert sellerdesk("catalogue", "export", "before.yaml", **GOOD).code == 0
    assert sellerdesk("catalogue", "import", "shop.yaml", **GOOD).out.startswith("It is in use")
    assert sellerdesk("catalogue", "export", **GOOD).out == SHOP


@pytest.mark.usefixtures("serving")
def test_tables_are_not_changed_under_a_bot_of_an_older_version(sellerdesk: Run) -> None:
    with closing(sqlite3.connect("data/sellerdesk.db")) as connection, connection:
        connection.execute("DELETE FROM migration WHERE revision = (SELECT max(revision) FROM migration)")

    done = sellerdesk("token", "list", **GOOD)

    assert done.code == 2
    assert done.err.startswith("sellerdesk: a bot of an older version serves from this database")


@pytest.mark.usefixtures("serving")
def test_check_sees_the_database_beside_a_bot_that_runs(sellerdesk: Run) -> None:
    done = sellerdesk("check", **GOOD, TELEGRAM_API_URL="http://127.0.0.1:1", DEFAULT_LOCALE="en", MAX_FILE_SIZE_MB="9")

    assert done.code == 1
    assert "⚠️ Telegram does not answer" in done.out
    assert "✅ Database: SQLite" in done.out
    assert "MAX_FILE_SIZE_MB is no setting and does nothing; perhaps MAX_FILE_MB was meant" in done.out


def test_a_folder_that_takes_nothing_is_named_by_its_setting(sellerdesk: Run) -> None:
    Path("file").write_text("")

    for command in ("run", "migrate", "check"):
        done = sellerdesk(command, **GOOD, DATA_DIR="file/data")
        assert (done.code, done.err) == (
            2,
            "sellerdesk: the folder that DATA_DIR names can't be written: file/data: Not a directory.\n",
        )


def test_tokens_come_and_go_while_the_bot_runs(sellerdesk: Run) -> None:
    fcntl = pytest.importorskip("fcntl")
    sellerdesk("migrate", **GOOD)
    with Path("data/sellerdesk.db.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)

        added = sellerdesk("token", "add", "crm", "--rights", "read,write", "--days", "90", **GOOD)
        again = sellerdesk("token", "add", "crm", **GOOD)
        listed = sellerdesk("token", "list", **GOOD)
        revoked = sellerdesk("token", "revoke", "crm", **GOOD)
        gone = sellerdesk("token", "revoke", "crm", **GOOD)
        empty = sellerdesk("token", "list", **GOOD)

    secret = added.out.strip()
    assert re.fullmatch(r"sd_[\w-]{43}", secret)
    assert (again.code, "a token crm already" in again.err) == (2, True)
    assert re.fullmatch(r"crm  read,write  since [\d-]{10}  until [\d-]{10}\n", listed.out)
    assert (revoked.code, gone.code, empty.out) == (0, 2, "There is no token.\n")
    assert secret.encode() not in Path("data/sellerdesk.db").read_bytes()


def test_rights_are_named_as_they_are_written(sellerdesk: Run, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        sellerdesk("token", "add", "crm", "--rights", "all", **GOOD)
    assert "write read, write or read,write, not 'all'" in capsys.readouterr().err

    with pytest.raises(SystemExit, match="0"):
        sellerdesk("token", "add", "--help")
    assert "read, write or read,write (default: read)" in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("days", ["0", "-1", "soon"])
def test_a_token_of_no_days_is_not_made(sellerdesk: Run, days: str) -> None:
    with pytest.raises(SystemExit, match="2"):
        sellerdesk("token", "add", "crm", f"--days={days}", **GOOD)

    assert sellerdesk("token", "list", **GOOD).out == "There is no token.\n"


def test_events_are_replayed_beside_a_bot_that_runs(sellerdesk: Run) -> None:
    sellerdesk("migrate", **GOOD)
    row = "'hook:1', 'event', '{}', 3, 0, 1579000000000, 1, 1579000000000"
    with closing(sqlite3.connect("data/sellerdesk.db")) as connection, connection:
        names = "stream, kind, details, priority, due_at, created_at, state, done_at"
        connection.execute(f"INSERT INTO outbox ({names}) VALUES ({row})")

    def states() -> list[tuple[int]]:
        with closing(sqlite3.connect("data/sellerdesk.db")) as connection:
            return connection.execute("SELECT state FROM outbox").fetchall()

    later = sellerdesk("events", "replay", "--since", "2020-01-15", **GOOD)
    assert (later.code, states()) == (0, [(1,)])
    again = sellerdesk("events", "replay", "--since", "2020-01-14T03:00", **GOOD)
    assert (again.code, states()) == (0, [(0,)])
    assert again.out.startswith("Events since 2020-01-14 03:00 MSK")
    wrong = sellerdesk("events", "replay", "--since", "yesterday", **GOOD)
    assert (wrong.code, "such as 2026-11-27" in wrong.err) == (2, True)
    to_come = sellerdesk("events", "replay", "--since", "2999-01-01", **GOOD)
    assert (to_come.code, to_come.out, "still to come" in to_come.err) == (2, "", True)


def test_a_token_without_a_usable_name_is_refused(sellerdesk: Run) -> None:
    for name in ("", "a b", "x" * 65):
        done = sellerdesk("token", "add", name, **GOOD)
        assert (done.code, "a name is" in done.err) == (2, True)
