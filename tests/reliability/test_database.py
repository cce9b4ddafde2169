"""The database is locked, read-only, full or gone: admins hear of it, nothing is taken that can't be kept."""

import asyncio
import contextlib
import sqlite3
from pathlib import Path

import asyncpg
import pytest

from storage.backup import copy
from storage.connect import connect
from tests.conversations.desk import Desk, open_dialog
from tests.conversations.shop import Shop
from tests.reliability.conftest import at_telegram

DOWN = "База данных недоступна"
BACK = "База данных снова доступна"


def path_of(shop: Shop) -> Path:
    return Path(shop.app.settings.database_url.removeprefix("sqlite:///"))


async def writer(shop: Shop, pragma: str) -> None:
    """Something happens to the bot's own connection."""
    held = shop.app.store.database._writer  # type: ignore[attr-defined]
    await asyncio.get_running_loop().run_in_executor(
        held._thread, lambda: held._connection.execute(f"PRAGMA {pragma}").fetchall()
    )


async def say_while_down(desk: Desk) -> asyncio.Task[int]:
    """An update comes; the bot tries, and waits."""
    admin = await desk.shop.admin()
    await desk.shop.control("send", chat_id=desk.anna.id, from_id=desk.anna.id, text="Сохраните это")
    once = asyncio.create_task(desk.shop.app.polling.once())
    async with asyncio.timeout(15):
        while DOWN not in str([post.text for post in (await admin.look()).got]):  # noqa: ASYNC110 -- nothing tells
            await asyncio.sleep(0.1)
    assert not once.done()
    assert len(await at_telegram(desk.shop)) == 1  # nothing is confirmed
    return once


async def all_is_well_again(desk: Desk, once: asyncio.Task[int]) -> None:
    await asyncio.wait_for(once, 35)
    await desk.shop.settle()
    assert (await desk.here.look()).got[-1].text == "Сохраните это"
    assert BACK in (await (await desk.shop.admin()).look()).last.text


async def known_to_admin(desk: Desk) -> None:
    await (await desk.shop.admin()).send("/start")


async def test_locked(desk: Desk) -> None:
    await known_to_admin(desk)
    with contextlib.closing(sqlite3.connect(path_of(desk.shop), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        once = await say_while_down(desk)
        other.execute("ROLLBACK")

    await all_is_well_again(desk, once)


async def test_read_only(desk: Desk) -> None:
    await known_to_admin(desk)
    await writer(desk.shop, "query_only=ON")
    once = await say_while_down(desk)
    await writer(desk.shop, "query_only=OFF")

    await all_is_well_again(desk, once)


async def test_a_full_disk(desk: Desk) -> None:
    await known_to_admin(desk)
    with contextlib.closing(sqlite3.connect(path_of(desk.shop))) as other:
        pages = other.execute("PRAGMA page_count").fetchone()[0]
    await writer(desk.shop, f"max_page_count={pages}")
    for i in range(200):  # what is left of the last page
        await desk.shop.control("send", chat_id=desk.anna.id, from_id=desk.anna.id, text=f"{i} " * 1000)
    once = asyncio.create_task(desk.shop.app.polling.once())
    await asyncio.sleep(1)
    assert not once.done()
    await writer(desk.shop, "max_page_count=1000000")

    await asyncio.wait_for(once, 35)
    await desk.shop.settle()
    while await desk.shop.app.polling.once():
        await desk.shop.settle()
    arrived = [post.text for post in (await desk.here.look()).got][-150:]
    assert arrived == [(f"{i} " * 1000).strip() for i in range(50, 200)]


async def test_what_is_out_is_kept_however_long_it_takes(desk: Desk) -> None:
    """The answer is at the seller's, and the database is locked: it must not leave again."""
    await desk.shop.control("send", chat_id=desk.here.chat_id, from_id=desk.here.id,
                            message_thread_id=desk.here.thread_id, text="Один раз")  # fmt: skip
    await desk.shop.app.polling.once()
    await desk.shop.app.update_worker.settle()
    with contextlib.closing(sqlite3.connect(path_of(desk.shop), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        await desk.shop.app.delivery.read()
        await asyncio.sleep(7)
        other.execute("ROLLBACK")

    await desk.shop.settle()
    assert sum("Один раз" in post.text for post in (await desk.anna.look()).got) == 1
    assert not await desk.shop.app.store.waiting(0, 10)


# ---- PostgreSQL


async def test_a_killed_server(on_postgres: str, shop: Shop) -> None:
    anna, pyotr = await shop.seller("Анна"), await shop.agent("Пётр")
    here = await pyotr.topic(await open_dialog(anna))
    for i in range(5):
        await shop.control("send", chat_id=anna.id, from_id=anna.id, text=f"Строка {i}")
        await cut_connections(on_postgres)
        await shop.settle()

    assert [post.text for post in (await here.look()).got[-5:]] == [f"Строка {i}" for i in range(5)]


# What a server may answer though the query is right: a timeout of a statement or a lock, memory or disk that is full.
PASSING_ERRORS = ["57014", "55P03", "53200", "53100", "XX000"]


async def failing(url: str, table: str, state: int, error: str) -> None:
    """From now on the server answers with this error where a row of the table would get that state."""
    admin = await asyncpg.connect(url)
    await admin.execute(f"""
        CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'canceling statement due to statement timeout' USING ERRCODE = '{error}'; END $$;
        CREATE TRIGGER failing BEFORE INSERT OR UPDATE ON {table} FOR EACH ROW WHEN (NEW.state = {state})
        EXECUTE FUNCTION fail();
    """)
    await admin.close()


async def well_again(url: str) -> None:
    admin = await asyncpg.connect(url)
    await admin.execute("DROP FUNCTION fail() CASCADE")
    await admin.close()


@pytest.mark.parametrize("error", PASSING_ERRORS)
async def test_an_error_while_a_delivery_is_kept_makes_no_copy(on_postgres: str, shop: Shop, error: str) -> None:
    anna, pyotr = await shop.seller("Анна"), await shop.agent("Пётр")
    here = await pyotr.topic(await open_dialog(anna))
    await failing(on_postgres, "outbox", 1, error)
    body = {"chat_id": here.chat_id, "from_id": here.id, "message_thread_id": here.thread_id}
    sent = await shop.control("send", text="Один раз", **body)
    await shop.app.polling.once()
    await shop.app.update_worker.settle()
    await shop.app.delivery.read()
    await asyncio.sleep(1.5)
    await well_again(on_postgres)
    await shop.settle()

    assert sum("Один раз" in post.text for post in (await anna.look()).got) == 1
    answer = next(post for post in (await here.look()).posts if post.id == sent["messages"][0]["message_id"])
    assert answer.reactions == ["👌"]
    assert not await shop.app.store.waiting(0, 10)


@pytest.mark.parametrize("error", PASSING_ERRORS)
async def test_an_error_while_an_update_is_handled_sets_nothing_aside(on_postgres: str, shop: Shop, error: str) -> None:
    anna, pyotr = await shop.seller("Анна"), await shop.agent("Пётр")
    here = await pyotr.topic(await open_dialog(anna))
    await failing(on_postgres, "inbox", 1, error)
    await shop.control("send", chat_id=anna.id, from_id=anna.id, text="Где деньги?")
    await shop.app.polling.once()
    await asyncio.sleep(1.5)
    assert await shop.app.store.count_set_aside() == 0
    await well_again(on_postgres)
    await shop.settle()

    assert [post.text for post in (await here.look()).got].count("Где деньги?") == 1
    assert await shop.app.store.count_set_aside() == 0


async def cut_connections(url: str) -> None:
    admin = await asyncpg.connect(url)
    await admin.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE pid <> pg_backend_pid() AND datname = current_database()"
    )
    await admin.close()


async def end_lease(url: str) -> None:
    """As if its seconds had passed."""
    admin = await asyncpg.connect(url)
    await admin.execute("UPDATE lease SET until = 0")
    await admin.close()


async def test_two_processes_deliver_each_message_once(on_postgres: str, shop: Shop) -> None:
    """The leader was frozen with calls waiting for their turn, and another one has taken over when it wakes."""
    anna, pyotr = await shop.seller("Анна"), await shop.agent("Пётр")
    here = await pyotr.topic(await open_dialog(anna))
    await shop.control("trouble", rules=[{"fault": "500", "methods": ["sendMessage"], "chat_id": shop.group}])
    for i in range(3):
        await shop.control("send", chat_id=anna.id, from_id=anna.id, text=f"Строка {i}")
    await shop.app.polling.once()
    await shop.app.update_worker.settle()
    await shop.app.delivery.read()
    other = await connect(on_postgres)
    await end_lease(on_postgres)
    assert await other.leads()
    shop.app.store.database._leadership._renew_at = 0.0  # type: ignore[attr-defined]
    await shop.control("trouble", rules=[])
    assert len(await other.fetch("waiting", after=0, limit=10)) == 3

    await shop.settle()
    arrived = [post.text for post in (await here.look()).got]
    assert arrived.count("Строка 1") == 0  # what was not on its way is the other's
    await other.close()
    await shop.settle()

    assert [post.text for post in (await here.look()).got[-3:]] == [f"Строка {i}" for i in range(3)]


async def test_a_backup_made_while_it_runs_is_the_whole_desk(desk: Desk, tmp_path: Path) -> None:
    await desk.here.send("До копии")
    made = copy(desk.shop.app.settings.database_url, tmp_path / "copy.db")
    await desk.here.send("После копии")

    with contextlib.closing(sqlite3.connect(tmp_path / "copy.db")) as copied:
        texts = str(copied.execute("SELECT content FROM message").fetchall())
        assert copied.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert made
    assert "До копии" in texts
    assert "После копии" not in texts
