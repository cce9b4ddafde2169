"""A backup put back, so that nothing is sent a second time and no number given a second time.

What happened between the backup and now is not in it: dialogs were opened, messages left, updates were handled.
"""

import asyncio
import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import asyncpg

from core.store import Unavailable
from core.units import DAY
from storage.backup import copy
from storage.connect import connect, sqlite_path
from storage.database import Database, InUse, Unfit
from storage.leadership import is_led
from storage.migrate import applied_in_file, waiting
from storage.pooler import refuse_shared_sessions
from storage.postgres_address import of_asyncpg, of_libpq
from storage.sqlite import lock
from storage.statements import Statement

OUR_TABLES = ("dialog", "outbox", "numbering")
OURS_IN_FILE = f"SELECT count(*) FROM sqlite_master WHERE name IN {OUR_TABLES}"
OURS_ON_SERVER = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() AND tableowner = current_user"
FUNCTIONS_ON_SERVER = """
SELECT CAST(oid AS regprocedure) FROM pg_proc
WHERE pronamespace = CAST(current_schema() AS regnamespace) AND pg_get_userbyid(proowner) = current_user
  AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')
"""
LAST_NUMBER = "SELECT last FROM numbering WHERE name = 'dialog'"
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
        kept, last_given = await _put_back_on_server(url, backup, aside)
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


# ---- SQLite


def _put_back_file(path: Path, backup: Path, aside: Path) -> tuple[Path | None, int]:
    if not backup.is_file() or not _is_ours(backup):
        raise Unfit(f"{backup} is no backup of a desk.")
    waiting(applied_in_file(backup))  # refuses one of a newer program before anything is touched
    path.parent.mkdir(parents=True, exist_ok=True)
    with lock(path):
        kept, last_given = None, 0
        if path.exists():
            kept, last_given = copy(f"sqlite:///{path}", aside), _last_in_file(path)
        unfinished = path.with_name(f"{path.name}.part")
        shutil.copyfile(backup, unfinished)
        for beside in ("-wal", "-shm"):
            path.with_name(path.name + beside).unlink(missing_ok=True)
        unfinished.replace(path)
    return kept, last_given


def _is_ours(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
            (whole,) = connection.execute("PRAGMA quick_check(1)").fetchone()
            (ours,) = connection.execute(OURS_IN_FILE).fetchone()
            return bool(whole == "ok" and ours == len(OUR_TABLES))
    except sqlite3.Error:
        return False


def _last_in_file(path: Path) -> int:
    """0 where the file is too damaged to say."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            return int(connection.execute(LAST_NUMBER).fetchone()[0])
    except sqlite3.Error:
        return 0


# ---- PostgreSQL


async def _put_back_on_server(url: str, backup: Path, aside: Path) -> tuple[Path | None, int]:
    tool = shutil.which("pg_restore")
    if tool is None:
        raise Unfit("pg_restore is not installed: it comes with PostgreSQL's client programs.")
    await _run(tool, "--list", str(backup), refused=f"{backup} is no backup of a desk")
    try:
        connection = await asyncpg.connect(of_asyncpg(url))
    except (OSError, asyncpg.PostgresError) as error:
        raise Unavailable(str(error)) from error
    try:
        await refuse_shared_sessions(connection, of_asyncpg(url))
        if await is_led(connection):
            raise InUse("the database")
        tables = [row[0] for row in await connection.fetch(OURS_ON_SERVER)]
        kept, last_given = None, 0
        if "numbering" in tables:
            kept = await asyncio.to_thread(copy, url, aside)
            last_given = int(await connection.fetchval(LAST_NUMBER) or 0)
        await _empty(connection, tables)
    finally:
        await connection.close()
    address, secret = of_libpq(url)
    arguments = ("--no-owner", "--single-transaction", f"--dbname={address}", str(backup))
    after = f"; what was there before is in {kept}" if kept else ""
    await _run(tool, *arguments, refused=f"pg_restore failed{after}", **secret)
    return kept, last_given


async def _empty(connection: "asyncpg.Connection[asyncpg.Record]", tables: list[str]) -> None:
    """A backup brings its own tables, also those that a later version changed."""
    async with connection.transaction():
        for table in tables:
            await connection.execute(f'DROP TABLE IF EXISTS "{table}" CASCADE')
        for (function,) in await connection.fetch(FUNCTIONS_ON_SERVER):
            await connection.execute(f"DROP FUNCTION IF EXISTS {function} CASCADE")


async def _run(tool: str, *arguments: str, refused: str, **environment: str) -> None:
    done = await asyncio.to_thread(
        subprocess.run, [tool, *arguments], env=os.environ | environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise Unfit(f"{refused}: {done.stderr.strip()}")
