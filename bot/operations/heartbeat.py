"""A sign of life that a container can check without a port: a file that the process touches while its loop turns."""

import asyncio
import contextlib
from pathlib import Path

EVERY = 10.0  # seconds
DEAD_AFTER = 60.0  # seconds without a beat


async def beat(file: Path) -> None:
    """Until cancelled. Where the disk takes nothing there is no beat, and that is as good as dead."""
    while True:
        with contextlib.suppress(OSError):
            await asyncio.to_thread(_touch, file)
        await asyncio.sleep(EVERY)


def _touch(file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch()


def silent_for(file: Path, now: float) -> float | None:
    """Seconds since the last beat, `now` in seconds of the epoch; None where there never was one."""
    try:
        return max(0.0, now - file.stat().st_mtime)
    except OSError:
        return None
