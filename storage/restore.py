"""A backup put back, so that nothing is sent a second time and no number given a second time.

What happened between the backup and now is not in it: dialogs were opened, messages left, updates were handled.
"""

import asyncio
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from core.units import DAY
from storage.backup import Damaged, copy, named
from storage.connect import connect, sqlite_path
from storage.database import Database, Unfit
from storage.migrate import OURS_ALONE, applied_over, waiting
from storage.postgres_restore import LAST_NUMBER, put_back_on_server
from storage.sqlite import lock
from storage.statements import Statement

OUR_TABLES = ("dialog", "outbox", "numbering")
OURS_IN_FILE = f"SELECT count(*) FROM sqlite_master WHERE name IN {OUR_TABLES}"
AT_LEAST = 1_000  # numbers that are jumped over
TIMES = 3  # as many as on the busiest of days, for each day since the backup


@dataclass(frozen=True, slots=True)
class Restored:
    aside: Path | None  # a copy of what was there before
    next_number: int
    held: int  # notices that waited when the backup was made


async def restore(url: str, backup: Path, aside: Path, now: int) -> Restored:
    """`aside`: a folder for the copy of what is there now. Raises: Unfit, InUse, BackupFailed."""
    if url.startswith("sqlite:"):
        kept, last_given = await asyncio.to_thread(_put_back_file, sqlite_path(url), backup, aside)
    else:
        kept, last_given = await put_back_on_server(url, backup, aside)
    database = await connect(url)
    try:
        held = await _mark(database, last_given, now)
        row = await database.fetch_one("last_number")
        assert row is not None
    finally:
        await database.close()
    return Restored(kept, row["last"] + 1, held)


async def _mark(database: Database, last_given: int, now: int) -> int:
    """Numbers jump, what waited is held, and what was unread has been handled since."""
    (found,) = await database.fetch("busiest_day", since_last=30 * DAY, day=DAY)
    days = max(now - (found["newest"] or now), 0) // DAY + 1
    jump = max(AT_LEAST, TIMES * (found["most"] or 0) * days)
    held = await database.commit([Statement("hold_waiting", {"at": now})])
    await database.commit(
        [Statement("jump_numbers", {"by": jump, "given": last_given}), Statement("unread_was_handled", {})]
    )
    return held


def _put_back_file(path: Path, backup: Path, aside: Path) -> tuple[Path | None, int]:
    waiting(_applied_in(backup))  # refuses one of a newer program before anything is touched
    path.parent.mkdir(parents=True, exist_ok=True)
    with lock(path):
        kept, last_given = None, 0
        if path.exists():
            kept, last_given = _set_aside(path, aside), _last_in_file(path)
        unfinished = path.with_name(f"{path.name}.part")
        shutil.copyfile(backup, unfinished)
        for beside in ("-wal", "-shm"):
            path.with_name(path.name + beside).unlink(missing_ok=True)
        unfinished.replace(path)
    return kept, last_given


def _applied_in(backup: Path) -> set[str]:
    """Read where nobody may write, and so that nothing is left beside it."""
    try:
        with closing(sqlite3.connect(f"{backup.resolve().as_uri()}?immutable=1", uri=True)) as connection:
            (whole,) = connection.execute("PRAGMA quick_check(1)").fetchone()
            (ours,) = connection.execute(OURS_IN_FILE).fetchone()
            if whole == "ok" and ours == len(OUR_TABLES):
                return applied_over(connection)
    except sqlite3.Error as error:
        raise Unfit(f"{backup} is no backup of a desk: {error}.") from error
    raise Unfit(f"{backup} is no backup of a desk.")


def _set_aside(path: Path, aside: Path) -> Path:
    """One that is too damaged to be copied as a database is kept as it is: there may still be something to read."""
    try:
        return copy(f"sqlite:///{path}", aside)
    except Damaged:
        kept = named(aside, ".damaged")
        for beside in ("", "-wal"):
            if (part := path.with_name(path.name + beside)).exists():
                target = kept.with_name(kept.name + beside)
                target.touch(OURS_ALONE)
                shutil.copyfile(part, target)
        return kept


def _last_in_file(path: Path) -> int:
    """0 where the file is too damaged to say."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            return int(connection.execute(LAST_NUMBER).fetchone()[0])
    except sqlite3.Error:
        return 0
