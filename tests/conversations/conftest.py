"""One shop a test: a sandbox, the bot on it, a database of its own."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from bot.app import App
from bot.settings import Settings
from sandbox.server import build_app
from sandbox.world import World
from storage.migrate import migrate_sqlite
from tests.conversations.clock import ManualClock
from tests.conversations.desk import Desk, desk_with_dialog
from tests.conversations.shop import Shop

TOKEN = "42:TEST"


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def world(clock: ManualClock) -> World:
    return World(clock=clock.seconds)


@pytest.fixture
async def sandbox_url(world: World) -> AsyncIterator[str]:
    runner = web.AppRunner(build_app(world), access_log=None, shutdown_timeout=1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    yield f"http://{host}:{port}"
    await runner.cleanup()


@pytest.fixture
def more_settings() -> dict[str, Any]:
    """A test overrides it for a shop with settings of its own."""
    return {}


@pytest.fixture(scope="session")
def schema(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with its tables, to copy: that saves each shop the migration."""
    path = tmp_path_factory.mktemp("schema") / "desk.db"
    migrate_sqlite(path)
    return path


@pytest.fixture
async def shop(
    sandbox_url: str, clock: ManualClock, schema: Path, tmp_path: Path, more_settings: dict[str, Any]
) -> AsyncIterator[Shop]:
    async with aiohttp.ClientSession() as http:
        async with http.get(f"{sandbox_url}/control/state") as answer:
            world = await answer.json()
        group = next(view["chat"]["id"] for view in world["chats"] if view["chat"]["type"] == "supergroup")
        admins = [person["id"] for person in world["people"] if person["role"] == "admin"]
        values: dict[str, Any] = {
            "bot_token": TOKEN,
            "agent_group": group,
            "admin_ids": ",".join(map(str, admins)),
            "telegram_api_url": sandbox_url,
            "database_url": f"sqlite:///{shutil.copy(schema, tmp_path / 'desk.db')}",
            "group_per_minute": 0,
            "chat_burst": 0,
        }
        app = await App.build(Settings(_env_file=None, **values | more_settings), clock)
        app.update_stream.since = 0
        shop = Shop(app, sandbox_url, http, clock)
        try:
            yield shop
        finally:
            await shop.app.close()


@pytest.fixture
async def desk(shop: Shop) -> Desk:
    return await desk_with_dialog(shop)
