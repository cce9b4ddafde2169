"""A copy that is made while the desk runs, and put back."""

import asyncio
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from core.inbox import UpdateHandled
from storage.backup import BackupFailed, copy
from storage.connect import connect
from storage.store import SqlStore
from tests.factories import NOW, SELLER, added, message, opening, text, work
from tests.storage.servers import Server

RESTORED = "a message that must come back: ёлка"


async def test_a_copy_made_by_another_process_while_the_desk_writes(sqlite_url: str, tmp_path: Path) -> None:
    database = await connect(sqlite_url)
    store = SqlStore(database)
    sent = message(content=text(RESTORED))
    await store.commit(opening())
    await store.commit(added(sent))
    writing = asyncio.create_task(write_on(store))

    code = f"from pathlib import Path; from storage.backup import copy; copy({sqlite_url!r}, Path({str(tmp_path)!r}))"
    made = await asyncio.to_thread(subprocess.run, [sys.executable, "-c", code], capture_output=True, text=True)
    writing.cancel()
    await asyncio.wait([writing])
    await database.close()

    assert made.returncode == 0, made.stderr
    database = await connect(f"sqlite:///{put_back(tmp_path)}")
    assert await SqlStore(database).message(sent.id) == sent
    assert await SqlStore(database).person(SELLER.id) == SELLER
    await database.close()


def put_back(folder: Path) -> Path:
    (backup,) = folder.glob("sellerdesk-*.db")
    restored = folder / "restored.db"
    shutil.copy(backup, restored)
    return restored


async def write_on(store: SqlStore) -> None:
    for number in range(100_000):
        await store.commit(work(UpdateHandled(number, NOW)))


def test_no_file_is_overwritten(sqlite_url: str, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    copy(sqlite_url, target)

    with pytest.raises(BackupFailed, match="name another file"):
        copy(sqlite_url, target)


def test_a_copy_is_for_its_owner_alone(sqlite_url: str, tmp_path: Path) -> None:
    assert stat.S_IMODE(copy(sqlite_url, tmp_path / "copy.db").stat().st_mode) == 0o600


def test_there_is_nothing_to_copy_yet(tmp_path: Path) -> None:
    with pytest.raises(BackupFailed, match="no database"):
        copy(f"sqlite:///{tmp_path / 'none.db'}", tmp_path / "copy.db")

    assert list(tmp_path.iterdir()) == []


def test_postgres_needs_its_own_tool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(BackupFailed, match="pg_dump is not installed"):
        copy("postgresql://desk@localhost/desk", tmp_path / "copy.dump")


async def test_postgres_is_dumped_and_restored(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", f"{server.programs}{os.pathsep}{os.environ['PATH']}")
    address = await server.database()
    database = await connect(address)
    sent = message(content=text(RESTORED))
    await SqlStore(database).commit(opening())
    await SqlStore(database).commit(added(sent))

    made = await asyncio.to_thread(copy, address, tmp_path / "copy.dump")
    await database.close()
    assert stat.S_IMODE(made.stat().st_mode) == 0o600

    target = await server.empty_database()
    restore = [str(server.programs / "pg_restore"), f"--dbname={target}", "--no-owner", str(made)]
    await asyncio.to_thread(subprocess.run, restore, check=True)
    database = await connect(target)
    assert await SqlStore(database).message(sent.id) == sent
    await database.close()
