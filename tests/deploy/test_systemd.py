"""The unit is sound and shut tight, and a command beside it is started as the service is."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

UNIT = Path("deploy/sellerdesk.service")
ANALYZE = shutil.which("systemd-analyze")
EXPOSED_AT_MOST = 1.5  # of 10
SHARED = ("User", "DynamicUser", "StateDirectory", "StateDirectoryMode", "UMask", "EnvironmentFile", "LoadCredential")


def settings() -> dict[str, str]:
    return dict(re.findall(r"^(\w+)=(.*)$", UNIT.read_text(), re.M))


def analyzed(folder: Path, *asked: str) -> str:
    """Of the unit with a program that is there."""
    assert ANALYZE
    unit = folder / UNIT.name
    unit.write_text(UNIT.read_text().replace("/opt/sellerdesk/.venv/bin/sellerdesk", "/bin/true"))
    done = subprocess.run([ANALYZE, *asked, str(unit)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


@pytest.mark.skipif(ANALYZE is None, reason="needs systemd-analyze")
def test_the_unit_is_sound(tmp_path: Path) -> None:
    assert analyzed(tmp_path, "verify") == ""


@pytest.mark.skipif(ANALYZE is None, reason="needs systemd-analyze")
def test_the_unit_is_shut_tight(tmp_path: Path) -> None:
    exposure = re.search(r"Overall exposure level for \S+: ([\d.]+)", analyzed(tmp_path, "security", "--offline=true"))

    assert exposure
    assert float(exposure[1]) <= EXPOSED_AT_MOST


def test_it_may_see_what_its_figures_need() -> None:
    assert settings().get("ProcSubset") != "pid"  # memory and processor are counted from /proc/stat on


def test_a_command_beside_the_service_is_started_as_it_is(tmp_path: Path) -> None:
    started = tmp_path / "systemd-run"
    started.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n')
    started.chmod(0o755)

    done = subprocess.run(
        ["/bin/sh", "deploy/sellerdesk", "token", "add", "my crm"],
        env={"PATH": str(tmp_path)}, capture_output=True, text=True, check=True,
    )  # fmt: skip

    arguments, unit = done.stdout.splitlines(), settings()
    given = dict(argument.removeprefix("--property=").split("=", 1) for argument in arguments if "=" in argument)
    assert {name: given[name] for name in SHARED} == {name: unit[name] for name in SHARED}
    assert given["--working-directory"] == unit["WorkingDirectory"]
    assert unit["Environment"].startswith(given["--setenv"])
    program = unit["ExecStart"].removesuffix(" run")
    assert arguments[arguments.index(program) :] == [program, "token", "add", "my crm"]
