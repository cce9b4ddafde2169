"""What keeps the bot from starting is one sentence, though everything else is in order."""

import asyncio
import os
import socket
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from sandbox.server import build_app
from sandbox.world import World
from tests.http_server import served

ROOT = Path(__file__).parents[2]


@pytest.fixture
async def telegram() -> AsyncIterator[str]:
    async with served(build_app(World(), "42:RIGHT")) as url:
        yield url


async def said_at_start(folder: Path, telegram: str, **settings: str) -> tuple[int, str]:
    needed = {"BOT_TOKEN": "42:RIGHT", "AGENT_GROUP": "-1001", "ADMIN_IDS": "7", "TELEGRAM_API_URL": telegram}
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **needed, **settings}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", cwd=folder, env=environment,
        stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    _, said = await process.communicate()
    assert process.returncode is not None
    return process.returncode, said.decode()


async def test_a_token_that_telegram_does_not_know(tmp_path: Path, telegram: str) -> None:
    code, said = await said_at_start(tmp_path, telegram, BOT_TOKEN="43:OLD")

    assert code == 2
    assert said.splitlines()[-1].startswith("sellerdesk: BOT_TOKEN is wrong: Telegram knows no such bot.")
    assert "43:OLD" not in said
    assert "Traceback" not in said


@pytest.mark.parametrize("setting", ["LISTEN", "METRICS_LISTEN", "API_LISTEN"])
async def test_an_address_that_somebody_else_listens_on(tmp_path: Path, telegram: str, setting: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        more = {"WEBHOOK_URL": "https://support.example.com/telegram"} if setting == "LISTEN" else {}
        code, said = await said_at_start(tmp_path, telegram, **{setting: address}, **more)

    assert code == 2
    assert f"sellerdesk: {setting} is wrong: {address} can't be listened on here: " in said
    assert "Traceback" not in said


async def test_an_address_that_this_machine_does_not_have(tmp_path: Path, telegram: str) -> None:
    code, said = await said_at_start(tmp_path, telegram, METRICS_LISTEN="[2001:db8::1]:9090")

    assert code == 2
    assert "sellerdesk: METRICS_LISTEN is wrong: [2001:db8::1]:9090 can't be listened on here: " in said
