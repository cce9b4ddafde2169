"""The same shop as in the conversations; here things go wrong."""

import contextlib
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from bot.app import App
from bot.inbound.polling import GetRawUpdates
from tests.conversations.conftest import clock, desk, more_settings, sandbox_url, schema, shop, world
from tests.conversations.shop import Json, Shop
from tests.storage.servers import Server

__all__ = ["clock", "desk", "more_settings", "sandbox_url", "schema", "shop", "world"]

Trouble = Callable[..., Awaitable[None]]


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.stop()


@pytest.fixture
async def on_postgres(server: Server, more_settings: dict[str, Any]) -> str:
    url = await server.database()
    more_settings["database_url"] = url
    return url


@pytest.fixture
def trouble(shop: Shop) -> Trouble:
    """`await trouble("500", methods=["sendMessage"], times=2)`; without a fault all is well again."""

    async def trouble(fault: str | None = None, **rule: object) -> None:
        await shop.control("trouble", rules=[{"fault": fault, **rule}] if fault else [], outage_seconds=0)

    return trouble


async def at_telegram(shop: Shop) -> list[Json]:
    """Updates that are not confirmed."""
    return await shop.app.bot(GetRawUpdates(timeout=0))


async def come_in(shop: Shop, count: int | None = None) -> None:
    """So many of the updates that wait at Telegram reach the bot; the others are still on their way."""
    for update in (await at_telegram(shop))[:count]:
        await shop.app.update_worker.receive([update])
        await shop.app.update_worker.settle()


async def killed(shop: Shop) -> None:
    """The bot ends as by SIGKILL, with nothing said or confirmed, and another one starts on the same database."""
    old = shop.app
    for task in old.delivery._tasks.values():
        task.cancel()
    old.delivery._backlog.clear()
    await old.update_worker.stop(0)
    await old.bot.session.close()
    await old.polling.close()
    await old.to_hook.close()
    await old.store.database.close()
    shop.app = await App.build(old.settings, shop.clock)


def file_of(shop: Shop) -> Path:
    return Path(shop.app.settings.database_url.removeprefix("sqlite:///"))


@contextlib.contextmanager
def stumbling(shop: Shop, on: str, says: str = "a bug") -> Iterator[None]:
    """The database refuses, as where a bug of ours asks for what can't be: `on`: as in CREATE TRIGGER … BEFORE."""
    said = says.replace("'", "''")
    with contextlib.closing(sqlite3.connect(file_of(shop))) as other:
        other.execute(f"CREATE TRIGGER stumble BEFORE {on} BEGIN SELECT RAISE(ABORT, '{said}'); END")
        try:
            yield
        finally:
            other.execute("DROP TRIGGER stumble")


@contextlib.contextmanager
def locked(shop: Shop) -> Iterator[None]:
    """Nothing can be kept."""
    with contextlib.closing(sqlite3.connect(file_of(shop), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@contextlib.asynccontextmanager
async def held(shop: Shop, number: int) -> AsyncIterator[None]:
    """On PostgreSQL: whoever wants to change the dialog waits."""
    connection = await asyncpg.connect(shop.app.settings.database_url)
    async with connection.transaction():
        await connection.execute("SELECT 1 FROM dialog WHERE number = $1 FOR UPDATE", number)
        yield
    await connection.close()
