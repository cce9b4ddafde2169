"""CI and release run what is here, on the versions that the package promises, with what the tests need."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

WORKFLOWS = Path(".github/workflows")
CI = Path(".ci/run").read_text()
PACKAGE = tomllib.loads(Path("pyproject.toml").read_text())["project"]


def steps(name: str) -> list[dict[str, Any]]:
    """Of its only job."""
    (job,) = yaml.safe_load((WORKFLOWS / name).read_text())["jobs"].values()
    found: list[dict[str, Any]] = job["steps"]
    return found


@pytest.mark.parametrize("name", ["check.yaml", "release.yaml"])
def test_what_the_tests_need_is_installed_before_them(name: str) -> None:
    commands = [step.get("run", "") for step in steps(name)]
    before = "\n".join(commands[: commands.index("bash .ci/run")])
    looked_for = re.search(r"for tool in (.*); do", CI)
    assert looked_for

    assert [tool for tool in looked_for[1].split() if tool.rpartition(":")[2] not in before] == []


def test_every_version_of_python_that_is_promised_is_tried() -> None:
    tried = yaml.safe_load((WORKFLOWS / "check.yaml").read_text())["jobs"]["check"]["strategy"]["matrix"]["python"]

    assert f">={tried[0]}" == PACKAGE["requires-python"]
    assert tried == [f"3.{minor}" for minor in range(11, 11 + len(tried))]


def test_a_release_has_the_image_that_is_here() -> None:
    (built,) = (step["with"] for step in steps("release.yaml") if "build-push" in step.get("uses", ""))

    assert (Path(built["context"]) / built["file"]).exists()
    assert "target" not in built  # the last stage, which is the plain one
