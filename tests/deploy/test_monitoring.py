"""What watches the desk asks for figures that the desk really gives."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from prometheus_client import generate_latest

from bot.operations.metrics import registry_of
from tests.conversations.shop import Shop

DEPLOY = Path("deploy")
PROMTOOL = shutil.which("promtool")
METRIC = re.compile(r"\b(?:sellerdesk|process|python)_\w+")


@pytest.fixture
async def told(shop: Shop) -> set[str]:
    """Names of all that the desk tells; a histogram's counts go with it."""
    watch = shop.app.watch()
    await watch.look()
    text = generate_latest(registry_of(shop.app.bot, watch)).decode()
    kinds = dict(re.findall(r"^# TYPE (\S+) (\S+)$", text, re.M))
    parts = {f"{name}_{part}" for name, kind in kinds.items() if kind == "histogram" for part in ("bucket", "count")}
    return set(kinds) | parts


async def test_the_dashboard_asks_for_what_there_is(told: set[str]) -> None:
    panels = json.loads((DEPLOY / "grafana.json").read_text())["panels"]
    asked = {name for panel in panels for target in panel["targets"] for name in METRIC.findall(target["expr"])}

    assert asked - told == set()
    assert len(asked) > 12


async def test_the_alerts_ask_for_what_there_is(told: set[str]) -> None:
    asked = set(METRIC.findall("\n".join(re.findall(r"expr: (.*)", (DEPLOY / "alerts.yaml").read_text()))))

    assert asked - told == set()
    assert len(asked) > 6


@pytest.mark.skipif(PROMTOOL is None, reason="needs promtool, of Debian's prometheus")
def test_the_configuration_that_the_manual_has_is_one(tmp_path: Path) -> None:
    assert PROMTOOL
    (block,) = re.findall(r"^```yaml\n(.*?)^```", Path("docs/operation.md").read_text(), re.DOTALL | re.MULTILINE)
    (tmp_path / "prometheus.yml").write_text(block)
    shutil.copy(DEPLOY / "alerts.yaml", tmp_path)

    checked = (PROMTOOL, "check", "config", str(tmp_path / "prometheus.yml"))
    ended = subprocess.run(checked, capture_output=True, text=True, check=False)

    assert ended.returncode == 0, ended.stdout + ended.stderr


@pytest.mark.skipif(PROMTOOL is None, reason="needs promtool, of Debian's prometheus")
@pytest.mark.parametrize("asked", [("check", "rules", "alerts.yaml"), ("test", "rules", "alerts.test.yaml")])
def test_each_alert_is_raised_by_what_it_is_for(asked: tuple[str, ...]) -> None:
    assert PROMTOOL
    ended = subprocess.run([PROMTOOL, *asked], cwd=DEPLOY, capture_output=True, text=True, check=False)

    assert ended.returncode == 0, ended.stdout + ended.stderr
