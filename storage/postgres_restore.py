"""A backup put back by PostgreSQL's own programs: what was there goes and what it has comes, or nothing does."""

import asyncio
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, TypeAlias

import asyncpg

from core.store import Unavailable
from storage.backup import copy
from storage.database import InUse, Unfit
from storage.leadership import is_led
from storage.migrate import KEPT_IN, waiting
from storage.pooler import refuse_shared_sessions
from storage.postgres_address import of_asyncpg, of_libpq

if TYPE_CHECKING:
    Connection: TypeAlias = asyncpg.Connection[asyncpg.Record]

PROGRAMS = ("pg_restore", "psql")
TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() AND tableowner = current_user"
FUNCTIONS = """
SELECT CAST(oid AS regprocedure) FROM pg_proc
WHERE pronamespace = CAST(current_schema() AS regnamespace) AND pg_get_userbyid(proowner) = current_user
  AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')
"""
ROWS = re.compile(r"^COPY .*;\n((?:.+\n)*?)\\\.$", re.MULTILINE)  # of a script with data alone
LAST_NUMBER = "SELECT last FROM numbering WHERE name = 'dialog'"
# pg_restore of version 17 and later says the first, which a server before that refuses; the second says it to both.
UNLIMITED = b"SET transaction_timeout = 0;\n"
UNLIMITED_IF_KNOWN = b"SELECT set_config(name, '0', false) FROM pg_settings WHERE name = 'transaction_timeout';\n"
PREAMBLE = 1_000  # bytes of a script, in which it stands


async def put_back_on_server(url: str, backup: Path, aside: Path) -> tuple[Path | None, int]:
    """The copy of what was there, and the last number that it had given. Raises: Unfit, InUse, BackupFailed."""
    for program in PROGRAMS:
        if shutil.which(program) is None:
            raise Unfit(f"{program} is not installed: it comes with PostgreSQL's client programs.")
    waiting(await asyncio.to_thread(_applied_in, backup))  # refuses one of a newer program
    try:
        connection = await asyncpg.connect(of_asyncpg(url))
    except (OSError, asyncpg.PostgresError) as error:
        raise Unavailable(str(error)) from error
    try:
        await refuse_shared_sessions(connection, of_asyncpg(url))
        if await is_led(connection):
            raise InUse("the database")
        tables = [row[0] for row in await connection.fetch(TABLES)]
        kept, last_given = None, 0
        if "numbering" in tables:
            kept = await asyncio.to_thread(copy, url, aside)
            last_given = int(await connection.fetchval(LAST_NUMBER) or 0)
        emptying = await _emptying(connection, tables)
    finally:
        await connection.close()
    await asyncio.to_thread(_put_back, url, backup, emptying)
    return kept, last_given


def _applied_in(backup: Path) -> set[str]:
    arguments = ["pg_restore", "--data-only", *(f"--table={table}" for table in KEPT_IN), "--file=-", str(backup)]
    done = subprocess.run(arguments, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Unfit(f"{backup} is no backup of a desk: {done.stderr.strip()}")
    applied = {revision for rows in ROWS.findall(done.stdout) for revision in rows.split()}
    if not applied:
        raise Unfit(f"{backup} is no backup of a desk.")
    return applied


async def _emptying(connection: "Connection", tables: Sequence[str]) -> str:
    """A backup brings its own tables, also those that a later version changed."""
    drops = [f'DROP TABLE IF EXISTS "{table}" CASCADE;\n' for table in tables]
    drops += [f"DROP FUNCTION IF EXISTS {row[0]} CASCADE;\n" for row in await connection.fetch(FUNCTIONS)]
    return "".join(drops)


def _put_back(url: str, backup: Path, emptying: str) -> None:
    """Whoever is killed in the middle never says COMMIT, and all stays as it was."""
    address, secret = of_libpq(url)
    reading = ["pg_restore", "--no-owner", "--file=-", str(backup)]
    writing = ["psql", "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--file=-", f"--dbname={address}"]
    with (
        tempfile.TemporaryFile() as said,
        subprocess.Popen(reading, stdout=subprocess.PIPE, stderr=said) as script,
        subprocess.Popen(
            writing, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=said, env=os.environ | secret
        ) as server,
    ):
        assert script.stdout
        assert server.stdin
        with suppress(BrokenPipeError), server.stdin:  # it says why it went
            server.stdin.write(f"BEGIN;\nSET client_min_messages = warning;\n{emptying}".encode())
            _pour(script.stdout, server.stdin)
            if script.wait() == 0:
                server.stdin.write(b"COMMIT;\n")
        script.stdout.close()
        if server.wait() or script.wait():
            said.seek(0)
            why = said.read().decode(errors="replace").strip()
            raise Unfit(f"{backup} could not be put back, and all is as it was: {why}")


def _pour(script: IO[bytes], server: IO[bytes]) -> None:
    server.write(script.read(PREAMBLE).replace(UNLIMITED, UNLIMITED_IF_KNOWN, 1))
    shutil.copyfileobj(script, server)
