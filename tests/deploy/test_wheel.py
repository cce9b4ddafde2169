"""What is installed from the wheel is whole: texts, queries, migrations, the catalogue, the demo's page."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("bot", "core", "storage", "sandbox")
NOT_SHIPPED = shutil.ignore_patterns("__pycache__", "*.egg-info", "build")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the wheel holds, and no more."""
    source, made = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("made")
    for room in (*ROOMS, "requirements"):
        shutil.copytree(ROOT / room, source / room, ignore=NOT_SHIPPED)
    for file in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / file, source)
    build = (sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", str(made), ".")
    done = subprocess.run(build, cwd=source, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (wheel,) = made.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(made / "installed")
    return made / "installed"


def files(root: Path) -> set[str]:
    found = (path.relative_to(root) for room in ROOMS for path in (root / room).rglob("*"))
    return {path.as_posix() for path in found if (root / path).is_file() and "__pycache__" not in path.parts}


def test_every_file_of_the_rooms_is_in_it(installed: Path) -> None:
    assert files(installed) == files(ROOT)


def test_it_works_by_itself(installed: Path, tmp_path: Path) -> None:
    settings = {"BOT_TOKEN": "42:TEST", "AGENT_GROUP": "-1001", "ADMIN_IDS": "7", "PYTHONPATH": str(installed)}
    for command, said in (("migrate", "the newest"), ("catalogue export", "categories:")):
        done = subprocess.run(
            [sys.executable, "-P", "-m", "bot", *command.split()],
            cwd=tmp_path, env=os.environ | settings, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert (done.returncode, said in done.stdout) == (0, True), done.stderr
