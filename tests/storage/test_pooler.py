"""A pooler between the desk and PostgreSQL: one that shares sessions is noticed, one that gives them is served."""

import asyncio
import os
import pwd
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from storage.backup import copy
from storage.connect import connect
from storage.database import Unfit
from storage.restore import restore
from storage.statements import Statement
from tests.factories import NOW
from tests.storage.servers import Server
from tests.storage.tables import dump
from tests.torture.processes import free_port

POOLER = shutil.which("pgbouncer")
pytestmark = pytest.mark.skipif(POOLER is None, reason="needs PgBouncer")


async def test_sessions_of_its_own_are_served(server: Server, tmp_path: Path) -> None:
    async with pooled(await server.database(), "session", tmp_path) as address:
        database = await connect(address)
        assert await database.leads()
        await database.close()


async def test_shared_sessions_are_refused(server: Server, tmp_path: Path) -> None:
    async with pooled(await server.database(), "transaction", tmp_path) as address:
        with pytest.raises(Unfit, match="pool_mode = session"):
            await connect(address)


async def test_nothing_is_put_back_over_shared_sessions(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What waited could not be held, and would leave a second time."""
    monkeypatch.setenv("PATH", f"{server.programs}{os.pathsep}{os.environ['PATH']}")
    direct = await server.database()
    backup = await asyncio.to_thread(copy, direct, tmp_path / "backup.copy")
    database = await connect(direct)
    await database.commit([Statement("config_changed", {})])
    await database.close()
    before = await dump(direct)

    async with pooled(direct, "transaction", tmp_path) as address:
        with pytest.raises(Unfit, match="pool_mode = session"):
            await restore(address, backup, tmp_path / "aside", NOW)

    assert await dump(direct) == before


@asynccontextmanager
async def pooled(address: str, mode: str, folder: Path) -> AsyncIterator[str]:
    assert POOLER
    parts, port = urlsplit(address), free_port()
    name, host = parts.path.strip("/"), parse_qs(parts.query)["host"][0]
    settings = folder / "pgbouncer.ini"
    settings.write_text(
        f"[databases]\n{name} = host={host} dbname={name} user=postgres\n"
        f"[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = {port}\nunix_socket_dir =\n"
        f"auth_type = any\npool_mode = {mode}\n"
    )
    os.chmod(host, 0o755)  # it runs as nobody where we are root, which it refuses to be
    as_nobody = ["-u", pwd.getpwuid(65534).pw_name] if os.geteuid() == 0 else []
    for readable in (folder, *folder.parents[:2]):
        readable.chmod(0o755)
    pooler = await asyncio.create_subprocess_exec(POOLER, *as_nobody, str(settings), stderr=asyncio.subprocess.DEVNULL)
    try:
        await listening(port)
        yield f"postgresql://postgres@127.0.0.1:{port}/{name}"
    finally:
        pooler.terminate()
        await pooler.wait()


async def listening(port: int) -> None:
    for _ in range(100):
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(0.05)
        else:
            writer.close()
            return
