"""The short form of `make torture`: a few kills, the same reckoning."""

from pathlib import Path

import pytest

from tests.torture.rounds import Plan, torture


@pytest.mark.timeout(300)  # half a minute, unless the machine has other things to do
async def test_a_few_kills_lose_nothing(tmp_path: Path) -> None:
    plan = Plan(
        kills=4, seconds=20, seed=7, sellers=8, modes=("polling", "webhook"), database="sqlite", folder=tmp_path
    )

    report = await torture(plan)

    assert report.promises_kept, report.table()
    assert report.kills
    assert all(one.accepted for one in report.counts.values())
