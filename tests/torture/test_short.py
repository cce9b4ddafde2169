"""The short form of `make torture`: a few kills, a slow and a broken Telegram, the same reckoning."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.torture.plan import Plan
from tests.torture.rounds import ROUNDS

SHORT = Plan(Path(), seed=7, kills=4, seconds=10.0, sellers=8, slowest=2.0)


@pytest.mark.timeout(300)  # half a minute, unless the machine has other things to do
@pytest.mark.parametrize(("name", "patience"), [("kills", 30.0), ("slow", Plan.patience)])
async def test_a_short_round(tmp_path: Path, name: str, patience: float) -> None:
    report = await ROUNDS[name](replace(SHORT, folder=tmp_path, patience=patience))

    assert report.promises_kept, report.table()
    assert all(one.accepted for one in report.counts.values())
