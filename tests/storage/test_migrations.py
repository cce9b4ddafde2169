"""The schema comes up from nothing or from an older one: once, whole, and with all that was kept."""

import asyncio
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import closing
from pathlib import Path

import asyncpg
import pytest

from core.message import first_id
from core.person import PersonSeen
from storage import migrate, postgres
from storage.connect import connect
from storage.database import Database, Unfit
from storage.migrate import newest, statements
from storage.store import SqlStore
from tests.factories import NOW, SELLER, opening, work
from tests.storage.servers import Server
from tests.storage.tables import dump, execute

FIRST = "0001"
# A process that is killed before a statement, as a power cut would end it: nothing is said to the database.
KILLED = """
import asyncio, os, signal, sys
from itertools import islice
from storage import connect, migrate

whole, before, revision = migrate.statements, int(sys.argv[2]), sys.argv[3]

def until_killed(which, dialect):
    if which != revision:
        yield from whole(which, dialect)
    else:
        yield from islice(whole(which, dialect), before)
        os.kill(os.getpid(), signal.SIGKILL)

migrate.statements = until_killed
asyncio.run(connect.connect(sys.argv[1]))
"""


async def revisions(url: str) -> list[str]:
    return sorted(row[0] for row in (await dump(url))["migration"])


def known() -> list[str]:
    return migrate.waiting(())


async def old_file(folder: Path) -> str:
    """As the first version left it: made by Alembic, with some rows."""
    path = folder / "desk.db"
    with closing(sqlite3.connect(path)) as connection:
        for sql in (*statements(FIRST, "sqlite"), *OLD_ROWS):
            connection.execute(sql)
        connection.commit()
    return f"sqlite:///{path}"


async def old_database(server: Server) -> str:
    address = await server.empty_database()
    connection = await asyncpg.connect(address)
    for sql in (*statements(FIRST, "postgresql"), *OLD_ROWS):
        await connection.execute(sql)
    await connection.close()
    return address


OLD_ROWS = (
    "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)",
    "INSERT INTO alembic_version VALUES ('0001')",
    "INSERT INTO person (id, name, first_seen_at) VALUES (1001, 'Аня', 1)",
    """INSERT INTO dialog (number, seller_id, category, topic, titles, group_id, status, created_at, first_answer_at,
                           agent_id, agent_name)
       VALUES (100001, 1001, 'c', 't', '[{"ru": "К"}, {"ru": "Т"}]', -1, 'answered', 1, 5, 8, 'Второй')""",
    "INSERT INTO turn VALUES (100001, 1, 5, 7, 'Первый')",
    "INSERT INTO turn VALUES (100001, 6, 9, 8, 'Второй')",
    """INSERT INTO audit (by_id, deed, details, at) VALUES (2, 'banned', '{"person":1001,"reason":"спам"}', 1)""",
    """INSERT INTO audit (by_id, deed, details, at) VALUES (2, 'announced', '{"text":"сбой"}', 2)""",
    "INSERT INTO conversation VALUES ('-100:1001:7', 'Draft', '{}', 3)",
    """INSERT INTO message (id, dialog, side, author_id, author_name, kind, size, created_at, words, content)
       VALUES (1, 100001, 'seller', 1001, 'Аня', 'text', 0, 1, 'где возврат', '{"kind":"text","text":"Возврат"}')""",
    f"""INSERT INTO message (id, dialog, side, author_id, author_name, kind, size, created_at, words, content)
        VALUES ({first_id(NOW)}, 100001, 'seller', 1001, 'Аня', 'text', 0, {NOW}, 'сегодн отправл',
                '{{"kind":"text","text":"Сегодня отправлю"}}')""",
)


@pytest.fixture(params=["sqlite", "postgresql"])
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], Awaitable[str]]:
    """Makes a database of the first version."""
    if request.param == "sqlite":
        return lambda: old_file(tmp_path)
    server: Server = request.getfixturevalue("server")
    return lambda: old_database(server)


async def test_up_from_an_empty_file(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'desk.db'}"
    for _ in range(2):
        database = await connect(url)
        await SqlStore(database).commit(work(PersonSeen(SELLER, NOW)))
        await database.close()

    assert await revisions(url) == known()
    assert copies(tmp_path) == []


async def test_up_from_an_empty_database(server: Server) -> None:
    address = await server.empty_database()
    for _ in range(2):
        database = await connect(address)
        await SqlStore(database).commit(work(PersonSeen(SELLER, NOW)))
        await database.close()

    assert await revisions(address) == known()


async def test_replicas_that_start_at_once_migrate_once(server: Server) -> None:
    address = await server.empty_database()

    first, second = await asyncio.gather(connect(address), connect(address))

    assert await revisions(address) == known()
    await SqlStore(first).commit(opening())
    assert await SqlStore(second).dialog(100_001)
    await first.close()
    await second.close()


async def test_up_from_the_first_version_with_all_that_it_kept(old: Callable[[], Awaitable[str]]) -> None:
    url = await old()

    await (await connect(url)).close()

    await is_whole(url)


async def is_whole(url: str) -> None:
    """Brought up to date, with the rows of the first version and what follows from them."""
    assert await revisions(url) == known()
    database = await connect(url)
    store = SqlStore(database)
    dialog, lines = await store.dialog(100_001), await store.audit(10, 0)
    found = await database.fetch("dialog", number=100_001)
    by_words = [await store.find(question, 10, 0) for question in ("где возвр", "отправл", "сего")]
    await database.close()
    assert [[each.dialog.number for each in page] for page in by_words] == [[100_001]] * len(by_words)
    assert dialog
    assert (dialog.agent_id, found[0]["first_answer_by"], found[0]["first_answer_name"]) == (8, 7, "Первый")
    assert [line.values for line in lines] == [{"text": "сбой"}, {"person": 1001, "reason": "спам"}]
    tables = await dump(url)
    assert "alembic_version" not in tables
    assert sorted(row[-1] for row in tables["audit"] if row[-1]) == [1001]


def test_a_full_text_is_built_once_however_many_revisions_do_it() -> None:
    waiting = known()
    built = [
        (revision, statement)
        for place, revision in enumerate(waiting)
        for statement in migrate.needed(revision, waiting[place + 1 :])
        if "'rebuild'" in statement
    ]
    assert [revision for revision, _ in built] == ["0029"]
    assert any("'rebuild'" in statement for statement in migrate.needed("0027", ()))


async def test_a_file_is_copied_before_its_first_change(tmp_path: Path) -> None:
    url = await old_file(tmp_path)
    before = await dump(url)

    await (await connect(url)).close()

    assert copies(tmp_path) == ["desk-before-0002.db"]
    assert stat.S_IMODE((tmp_path / "desk-before-0002.db").stat().st_mode) == 0o600
    assert await dump(f"sqlite:///{tmp_path / 'desk-before-0002.db'}") == before


def copies(folder: Path) -> list[str]:
    return [path.name for path in folder.glob("*before*")]


@pytest.mark.timeout(600)
async def test_killed_before_each_statement_it_is_the_old_one_and_comes_up_later(
    old: Callable[[], Awaitable[str]],
) -> None:
    url = await old()
    dialect = "sqlite" if url.startswith("sqlite") else "postgresql"
    before = await dump(url)

    for revision in known()[1:]:
        for number in range(len(list(statements(revision, dialect))) + 1):
            await killed(url, number, revision)
            now = await dump(url)
            if number == 0 and revision != known()[1]:
                before = now  # those before it are whole, and stay
            assert now == before, f"{revision} killed before statement {number}"

    await (await connect(url)).close()
    await is_whole(url)


async def test_killed_in_the_first_start_it_starts_from_nothing(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'desk.db'}"
    for number in range(0, len(list(statements(FIRST, "sqlite"))), 7):
        await killed(url, number, FIRST)

    await (await connect(url)).close()
    assert await revisions(url) == known()


async def killed(url: str, before: int, revision: str) -> None:
    command = [sys.executable, "-c", KILLED, url, str(before), revision]
    done = await asyncio.to_thread(subprocess.run, command, capture_output=True, text=True)
    assert done.returncode == -9, done.stderr


async def test_a_database_of_a_newer_program_is_left_alone(url: str) -> None:
    await execute(url, "INSERT INTO migration (revision) VALUES ('9999')")
    before = await dump(url)

    with pytest.raises(Unfit, match=f"at revision 9999.*up to {newest()}"):
        await connect(url)

    assert await dump(url) == before


# ---- beside a process of an older version


@pytest.fixture
async def older(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[tuple[Database, str]]:
    """One that delivers, and its address; this program then has a migration more."""
    address = await server.database()
    database = await connect(address)
    assert await database.leads()
    newer = shutil.copytree(migrate.FOLDER, tmp_path / "migrations")
    (newer / "9999").mkdir()
    (newer / "9999" / "1_later.sql").write_text("CREATE TABLE later (id {id})")
    monkeypatch.setattr(migrate, "FOLDER", newer)
    yield database, address
    await database.close()


async def test_tables_are_not_changed_under_replicas_that_still_serve(
    older: tuple[Database, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres, "OLDER_ENDS_WITHIN", 0.5)
    _, address = older

    for serves in (True, False):
        with pytest.raises(Unfit, match="older version serves"):
            await connect(address, serves=serves)

    assert "9999" not in await revisions(address)


async def test_one_that_is_just_ending_is_waited_for(older: tuple[Database, str]) -> None:
    database, address = older
    newer = asyncio.create_task(connect(address))
    await asyncio.sleep(0.5)
    assert not newer.done()
    await database.close()
    await (await newer).close()

    assert "9999" in await revisions(address)
