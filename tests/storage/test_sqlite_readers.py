"""Reads beside each other, in one file."""

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path

from storage.sqlite_readers import Readers

LONG_READ = """
    WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 3000000)
    SELECT count(*) AS total FROM number
"""


async def test_nobody_waits_behind_a_long_read(tmp_path: Path) -> None:
    readers = Readers()
    async with AsyncExitStack() as held:
        await readers.open(tmp_path / "desk.db", held)
        figures = asyncio.create_task(readers.fetch(LONG_READ, ()))
        await asyncio.sleep(0.05)
        for _ in range(5):
            await asyncio.gather(*(readers.fetch("SELECT 1 AS one", ()) for _ in range(20)))
        assert not figures.done()
        assert (await figures)[0]["total"] == 3_000_000
