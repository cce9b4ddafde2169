"""A consistent copy of the database, made while it serves."""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from storage.connect import sqlite_path
from storage.database import Unfit
from storage.migrate import OURS_ALONE
from storage.postgres_address import of_libpq


class BackupFailed(Unfit):
    """One sentence that says why there is no copy."""


class Damaged(BackupFailed):
    """There is a file, and it can't be read as a database."""


def copy(url: str, to: Path) -> Path:
    """`to`: a file that is not there yet, or a folder in which one is named by the time."""
    is_sqlite = url.startswith("sqlite:")
    target = named(to, ".db" if is_sqlite else ".dump")
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(target.name + ".part")
    try:
        unfinished.touch(OURS_ALONE)
        if is_sqlite:
            _copy_sqlite(sqlite_path(url), unfinished)
        else:
            _dump_postgres(url, unfinished)
        unfinished.rename(target)
    finally:
        unfinished.unlink(missing_ok=True)
    return target


def named(to: Path, suffix: str) -> Path:
    if to.is_dir() or not to.suffix:
        to = to / f"sellerdesk-{datetime.now(UTC):%Y%m%d-%H%M%S}{suffix}"
    if to.exists():
        raise BackupFailed(f"{to} is there already: name another file.")
    return to


def _copy_sqlite(path: Path, target: Path) -> None:
    if not path.exists():
        raise BackupFailed(f"there is no database in {path} yet.")
    try:
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(target)) as into:
            source.backup(into)
    except sqlite3.Error as error:
        failed = BackupFailed if isinstance(error, sqlite3.OperationalError) else Damaged
        raise failed(f"{path} could not be copied: {error}.") from error


def _dump_postgres(url: str, target: Path) -> None:
    tool = shutil.which("pg_dump")
    if tool is None:
        raise BackupFailed("pg_dump is not installed: it comes with PostgreSQL's client programs.")
    address, secret = of_libpq(url)
    done = subprocess.run(
        [tool, "--format=custom", "--no-owner", f"--file={target}", f"--dbname={address}"],
        env=os.environ | secret,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise BackupFailed(f"pg_dump failed: {done.stderr.strip()}")
