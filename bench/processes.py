"""A sandbox and a bot on it, each a process of its own."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.people import Telegram

ROOT = Path(__file__).resolve().parents[1]
BOTS = {"bare": ["bench.bare"], "sellerdesk": ["bot", "run"]}
STARTS_WITHIN = 60.0  # seconds


@contextmanager
def sandbox() -> Iterator[Telegram]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = _python(["sandbox", "--port", str(port)], {})
    telegram = Telegram(f"http://127.0.0.1:{port}")
    try:
        telegram.until_there(STARTS_WITHIN)
        yield telegram
    finally:
        _end(process)


class Running:
    """A bot's process."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self._process = process

    def pause(self) -> None:
        self._process.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        self._process.send_signal(signal.SIGCONT)

    @property
    def memory(self) -> int:
        """Resident, in bytes."""
        with open(f"/proc/{self._process.pid}/statm") as statm:
            return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


@contextmanager
def bot(name: str, telegram: Telegram, folder: Path) -> Iterator[Running]:
    environment = {
        "BOT_TOKEN": "42:BENCH",
        "AGENT_GROUP": str(telegram.group),
        "ADMIN_IDS": str(telegram.admin),
        "TELEGRAM_API_URL": telegram.url,
        "DATABASE_URL": f"sqlite:///{folder / 'bench.db'}",
        "GROUP_PER_MINUTE": "0",
        "CHAT_BURST": "0",
        "LOG_LEVEL": "WARNING",
    }
    process = _python(BOTS[name], environment)
    try:
        yield Running(process)
    finally:
        process.send_signal(signal.SIGCONT)
        _end(process)


def _python(arguments: list[str], environment: dict[str, str]) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", *arguments], cwd=ROOT, env=os.environ | environment, stdout=subprocess.DEVNULL
    )


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def wait_for(what: str, holds: Callable[[], object], within: float = STARTS_WITHIN) -> None:
    deadline = time.monotonic() + within
    while not holds():
        if time.monotonic() > deadline:
            raise TimeoutError(what)
        time.sleep(0.02)
