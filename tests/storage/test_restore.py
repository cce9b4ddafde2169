"""A backup is put back after work went on: nothing is sent twice, no number is given twice, nothing else is lost."""

import asyncio
import os
from pathlib import Path

import pytest

from core.inbox import UpdateReceived
from core.outbox import HeldDropped, HeldSent, NoticeQueued, person_notice
from core.unit_of_work import Conflict
from core.units import DAY
from storage.backup import copy
from storage.connect import connect, sqlite_path
from storage.database import InUse, Unfit
from storage.restore import Restored, restore
from storage.statements import Statement
from storage.store import SqlStore
from tests.factories import NOW, SELLER, added, dialog, message, opening, relay, text, work
from tests.storage.servers import OLDEST, Server
from tests.storage.tables import dump, execute


@pytest.fixture
def programs(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if "url" not in request.fixturenames or not str(request.getfixturevalue("url")).startswith("sqlite:"):
        server: Server = request.getfixturevalue("server")
        monkeypatch.setenv("PATH", f"{server.programs}{os.pathsep}{os.environ['PATH']}")


async def backed_up(url: str, folder: Path) -> Path:
    """With a dialog, a message that waits to leave, and an update that is not handled yet."""
    database = await connect(url)
    store = SqlStore(database)
    number = await store.next_number()
    await store.commit(opening(dialog(number)))
    word = message(number, text("слово"))
    await store.commit(added(word))
    await store.commit(work(NoticeQueued(relay(word), NOW), UpdateReceived(1, "1:0", "{}", NOW)))
    await database.close()
    return await asyncio.to_thread(copy, url, folder / "backup.copy")


async def work_goes_on(url: str, dialogs: int) -> int:
    """The last number that was given."""
    database = await connect(url)
    store = SqlStore(database)
    for _ in range(dialogs):
        number = await store.next_number()
        await store.commit(opening(dialog(number)))
    await database.close()
    return number


@pytest.mark.usefixtures("programs")
async def test_numbers_go_on_and_what_waited_is_held(url: str, tmp_path: Path) -> None:
    backup = await backed_up(url, tmp_path)
    last = await work_goes_on(url, 3)

    done = await restore(url, backup, tmp_path / "aside", NOW + DAY)

    assert done == Restored(done.aside, done.next_number, held=1)
    assert done.next_number > last
    assert done.aside
    assert done.aside.parent == tmp_path / "aside"
    database = await connect(url)
    store = SqlStore(database)
    assert await store.next_number() == done.next_number
    assert await store.dialog(last) is None
    assert await store.dialog_numbers(SELLER.id) == [100_001]
    assert await store.waiting(0, 9) == []
    assert await store.count_held() == 1
    assert await store.unread(NOW + DAY, 9) == []
    await database.close()


@pytest.mark.usefixtures("programs")
async def test_numbers_jump_past_a_database_that_is_lost(url: str, tmp_path: Path) -> None:
    """As many as on three of the busiest days, for each day since."""
    database = await connect(url)
    store = SqlStore(database)
    for _ in range(400):
        await store.commit(opening(dialog(await store.next_number())))
    await database.close()
    backup = await asyncio.to_thread(copy, url, tmp_path / "backup.copy")

    done = await restore(url, backup, tmp_path, NOW + 9 * DAY)

    assert done.next_number == 100_400 + 3 * 400 * 10 + 1


@pytest.mark.parametrize("sends", [True, False])
async def test_what_is_held_leaves_or_is_dropped(store: SqlStore, sends: bool) -> None:
    await store.commit(work(*(NoticeQueued(person_notice(SELLER.id, what, NOW), NOW) for what in "ab")))
    read = [notice.id for notice in await store.waiting(0, 9)]
    await store.database.commit([Statement("hold_waiting", {"at": NOW})])

    await store.commit(work(HeldSent(NOW + DAY) if sends else HeldDropped()))

    waiting = await store.waiting(max(read), 9)
    assert [notice.values["what"] for notice in waiting] == (["a", "b"] if sends else [])
    assert await store.count_held() == 0
    with pytest.raises(Conflict):
        await store.commit(work(HeldDropped()))


async def test_not_while_a_bot_runs(url: str, tmp_path: Path, programs: None) -> None:
    backup = await backed_up(url, tmp_path)
    database = await connect(url)
    await database.leads()

    with pytest.raises(InUse):
        await restore(url, backup, tmp_path, NOW)

    await database.close()
    assert await work_goes_on(url, 1) == 100_002


async def test_what_is_no_backup_changes_nothing(url: str, tmp_path: Path, programs: None) -> None:
    last = await work_goes_on(url, 1)
    wrong = tmp_path / "wrong"
    await asyncio.to_thread(wrong.write_text, "no backup")

    for path in (wrong, tmp_path / "none"):
        with pytest.raises(Unfit, match="no backup of a desk"):
            await restore(url, path, tmp_path, NOW)

    assert await work_goes_on(url, 1) == last + 1


@pytest.mark.usefixtures("programs")
async def test_a_backup_of_a_newer_program_is_refused_before_anything_is_touched(url: str, tmp_path: Path) -> None:
    await execute(url, "INSERT INTO migration (revision) VALUES ('9999')")
    backup = await asyncio.to_thread(copy, url, tmp_path / "backup.copy")
    await execute(url, "DELETE FROM migration WHERE revision = '9999'")
    before = await dump(url)

    with pytest.raises(Unfit, match="9999"):
        await restore(url, backup, tmp_path / "aside", NOW + DAY)

    assert await dump(url) == before
    assert not (tmp_path / "aside").exists()


async def test_nothing_is_left_beside_the_backup(sqlite_url: str, tmp_path: Path) -> None:
    """It may lie where nobody may write."""
    backup = await asyncio.to_thread(copy, sqlite_url, tmp_path / "backups" / "backup.db")

    await restore(sqlite_url, backup, tmp_path / "aside", NOW)

    assert list(backup.parent.iterdir()) == [backup]


@pytest.mark.parametrize("damaged", [b"no database at all", b""])
async def test_a_database_that_is_damaged_gives_way_to_the_backup(
    sqlite_url: str, tmp_path: Path, damaged: bytes
) -> None:
    backup = await backed_up(sqlite_url, tmp_path)
    await asyncio.to_thread(sqlite_path(sqlite_url).write_bytes, damaged)

    done = await restore(sqlite_url, backup, tmp_path / "aside", NOW + DAY)

    assert done.held == 1
    assert done.aside
    assert damaged in await asyncio.to_thread(done.aside.read_bytes)


@pytest.mark.usefixtures("programs")
async def test_what_can_not_be_put_back_leaves_all_as_it_was(server: Server, tmp_path: Path) -> None:
    address = await server.database()
    backup = await backed_up(address, tmp_path)
    await execute(address, "DROP TABLE shift; CREATE VIEW shift AS SELECT 1")  # in the way of the backup's table
    before = await dump(address)

    with pytest.raises(Unfit, match='"shift" already exists'):
        await restore(address, backup, tmp_path / "aside", NOW + DAY)

    assert await dump(address) == before


@pytest.mark.usefixtures("programs")
async def test_programs_may_be_newer_than_the_server(tmp_path: Path) -> None:
    """As those of an image often are."""
    older = Server(version=OLDEST)
    try:
        address = await older.empty_database()
        backup = await backed_up(address, tmp_path)

        done = await restore(address, backup, tmp_path / "aside", NOW + DAY)
    finally:
        older.stop()
    assert done.held == 1
