"""`sellerdesk demo`: the page, the sandbox and the real bot, from one command, and away again with it."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from bot.operations.demo import free_port

ROOT = Path(__file__).resolve().parents[1]
STARTS_WITHIN = 90  # seconds, on a busy machine

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to end it with")


def ask(url: str, **body: object) -> dict[str, object]:
    request = Request(url, json.dumps(body).encode() if body else None, {"Content-Type": "application/json"})
    with urlopen(request, timeout=10) as answer:
        found: dict[str, object] = json.load(answer)
        return found


def test_a_seller_is_greeted_and_all_ends_with_it(tmp_path: Path) -> None:
    url = f"http://127.0.0.1:{free_port(8400)}"
    demo = subprocess.Popen(
        [sys.executable, "-m", "bot", "demo", "--port", url.rpartition(":")[2], "--data", str(tmp_path / "demo")],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert demo.stdout
        said = next(line for line in demo.stdout if line.strip())
        assert url in said
        assert "getUpdates" in json.dumps(ask(f"{url}/control/calls?since=0"))  # it is ready when it says so
        with urlopen(url, timeout=10) as page:
            assert b"<html" in page.read()
        seller = 500000001
        ask(f"{url}/control/send", chat_id=seller, from_id=seller, text="/start")
        deadline = time.monotonic() + STARTS_WITHIN
        while "Остерегайтесь мошенников" not in json.dumps(ask(f"{url}/control/state"), ensure_ascii=False):
            assert time.monotonic() < deadline, "the bot said nothing"
            time.sleep(0.2)
    finally:
        demo.send_signal(signal.SIGTERM)
        _, errors = demo.communicate(timeout=30)
    assert demo.returncode == 0, errors
    with pytest.raises(OSError):
        urlopen(url, timeout=2)
