"""Jobs by the clock."""

import asyncio
import logging

import pytest

from bot.jobs.scheduler import Job, Scheduler
from core.units import SECOND


async def leads() -> int:
    return 1


async def test_a_job_that_the_end_cuts_short_is_no_bug(caplog: pytest.LogCaptureFixture) -> None:
    begun = asyncio.Event()

    async def takes_long(now: int) -> None:
        begun.set()
        await asyncio.sleep(60)

    scheduler = Scheduler([Job("long", SECOND, takes_long)], leads, lambda: 0)  # type: ignore[arg-type]
    scheduler.start()
    await asyncio.wait_for(begun.wait(), 5)
    scheduler.stop()
    await asyncio.sleep(0.1)

    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]
