"""placeholder"""

from pathlib import Path


async def drain_a_backlog(folder: Path) -> bool:
    return False
