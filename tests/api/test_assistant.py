"""The example runs as a process of its own, against the bot: a new dialog gets a draft that only agents see."""

import asyncio
import os
import socket
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from tests.api.conftest import Program
from tests.api.test_events import SECRET
from tests.conversations.desk import open_dialog
from tests.conversations.shop import Shop

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "assistant.py"
STARTS_WITHIN = 20.0  # seconds


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number: int = free.getsockname()[1]
        return number


@pytest.fixture
def more_settings(port: int) -> dict[str, Any]:
    return {"events_url": f"http://127.0.0.1:{port}/", "events_secret": SECRET}


@pytest.fixture
async def assistant(shop: Shop, crm: Program, port: int) -> AsyncIterator[str]:
    settings = {
        "EVENTS_SECRET": SECRET, "SELLERDESK": crm.url, "TOKEN": crm.token or "", "PORT": str(port),
        "OLDEST": "10000000000",  # the shop's clock is not that of the machine
    }  # fmt: skip
    process = await asyncio.create_subprocess_exec(sys.executable, str(EXAMPLE), env=os.environ | settings)
    url = f"http://127.0.0.1:{port}/"
    async with asyncio.timeout(STARTS_WITHIN):
        while not await answers(url):  # noqa: ASYNC110 -- nothing tells
            await asyncio.sleep(0.1)
    yield url
    process.terminate()
    await process.wait()


async def answers(url: str) -> bool:
    try:
        async with aiohttp.ClientSession() as http, http.post(url) as answer:
            return answer.status == 401  # unsigned
    except aiohttp.ClientError:
        return False


async def test_a_new_dialog_gets_a_draft_as_a_note(shop: Shop, assistant: str) -> None:
    anna, pyotr = await shop.seller("Анна"), await shop.agent("Пётр")
    number = await open_dialog(anna, "Где мои деньги?")
    await shop.settle()
    here = await pyotr.topic(number)

    assert any("Черновик" in post.text and "Где мои деньги?" in post.text for post in here.got)
    assert not any("Черновик" in post.text for post in anna.posts)


async def test_what_is_not_ours_is_refused(assistant: str) -> None:
    forged = {"webhook-id": "evt_1", "webhook-timestamp": "1790000000", "webhook-signature": "v1,Zm9yZ2Vk"}
    async with aiohttp.ClientSession() as http, http.post(assistant, data=b"{}", headers=forged) as answer:
        assert answer.status == 401
