"""The sandbox and the bots, as processes of their own."""

import asyncio
import contextlib
import json
import os
import random
import signal
import socket
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.torture.windows import Window

ROOT = Path(__file__).parents[2]
STARTED_WITHIN = 90.0  # seconds, also on a machine that is busy with other things
ENDED_WITHIN = 10.0
# Below those that the system gives to whoever asks for any port: while a bot is dead, somebody else, such as another
# test on this machine, may have got its port, and the next bot could not open it.
PORTS = range(20_000, 32_000)


def free_port() -> int:
    while True:
        port = random.choice(PORTS)
        with socket.socket() as found, contextlib.suppress(OSError):
            found.bind(("127.0.0.1", port))
            return port


@asynccontextmanager
async def sandbox(folder: Path) -> AsyncIterator[str]:
    """Its address."""
    port = free_port()
    process = await _python("-m", "sandbox", "--port", str(port), stderr=folder / "sandbox.log")
    try:
        await _line(process, "ready")
        yield f"http://127.0.0.1:{port}"
    finally:
        await _end(process)


class Nursery:
    """Where bots are forked."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self._turn = asyncio.Lock()

    @classmethod
    @asynccontextmanager
    async def ready(cls, folder: Path) -> AsyncIterator["Nursery"]:
        process = await _python("-m", "tests.torture.nursery", stderr=folder / "nursery.log")
        try:
            await _line(process, "ready")
            yield cls(process)
        finally:
            await _end(process)

    async def start(self, env: dict[str, str], log: Path) -> int:
        """Its process id."""
        assert self._process.stdin is not None
        async with self._turn:
            self._process.stdin.write(json.dumps({"env": env, "log": str(log)}).encode() + b"\n")
            return int(await _line(self._process))


class Bot:
    """One process at a time under one name: started, ended, killed, frozen."""

    def __init__(self, nursery: Nursery, log: Path) -> None:
        self._nursery = nursery
        self._log = log
        self._pid: int | None = None
        self._env: dict[str, str] = {}
        self._read_up_to = 0  # of the log, before the last start
        self.kills: list[float] = []
        self.away: list[Window] = []  # from its end until it is ready again
        self.ended_in: list[float] = []

    async def start(self, env: dict[str, str] | None = None) -> None:
        """As it was started before, where nothing else is said."""
        self._env = env or self._env
        self._log.touch()
        self._read_up_to = self._log.stat().st_size
        self._pid = await self._nursery.start(self._env, self._log)

    async def is_ready(self) -> None:
        """Starts it again where it did not come up, as whoever looks after a service does."""
        async with asyncio.timeout(STARTED_WITHIN):
            while not self.has_said("ready"):
                await asyncio.sleep(0.05)
                if not self.is_alive:
                    await self.start()
        if self.away:
            self.away[-1].until = min(self.away[-1].until, time.time())

    def has_said(self, word: str) -> bool:
        return self.last_said(word) == word

    def last_said(self, *events: str) -> str | None:
        """Which of these it said last, since it was started."""
        with self._log.open("rb") as log:
            log.seek(self._read_up_to)
            said = log.read().decode(errors="replace")
        places = {event: said.rfind(f'"event": "{event}"') for event in events}
        last = max(events, key=lambda event: places[event])
        return last if places[last] >= 0 else None

    async def kill(self) -> None:
        """Returns when it is gone."""
        if self._pid is None:
            return
        self.kills.append(time.time())
        self._leaves()
        self._send(signal.SIGKILL)
        while self.is_alive:  # noqa: ASYNC110 -- it is no child of ours
            await asyncio.sleep(0.005)
        self._pid = None

    def freeze(self) -> None:
        self._send(signal.SIGSTOP)

    def thaw(self) -> None:
        self._send(signal.SIGCONT)

    async def end(self) -> None:
        """By SIGTERM."""
        loop = asyncio.get_running_loop()
        began = loop.time()
        self._leaves()
        self._send(signal.SIGTERM)
        while self.is_alive and loop.time() < began + ENDED_WITHIN + 5:  # noqa: ASYNC110 -- it is no child of ours
            await asyncio.sleep(0.02)
        self.ended_in.append(loop.time() - began)
        if self.is_alive:
            await self.kill()
        self._pid = None

    def _leaves(self) -> None:
        if not self.away or self.away[-1].until < time.time():
            self.away.append(Window(time.time()))

    def _send(self, number: signal.Signals) -> None:
        if self._pid is not None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._pid, number)

    @property
    def is_alive(self) -> bool:
        if self._pid is None:
            return False
        try:
            os.kill(self._pid, 0)
        except ProcessLookupError:
            return False
        return True

    def errors(self) -> list[str]:
        """What it logged as a bug, in all its lives."""
        lines = self._log.read_text(encoding="utf-8").splitlines() if self._log.exists() else []
        return [line for line in lines if "Traceback" in line or '"exception"' in line]


async def _python(*arguments: str, stderr: Path) -> asyncio.subprocess.Process:
    with stderr.open("ab") as log:
        return await asyncio.create_subprocess_exec(
            sys.executable,
            *arguments,
            cwd=ROOT,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=log,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
        )


async def _line(process: asyncio.subprocess.Process, word: str = "") -> str:
    assert process.stdout is not None
    line = (await asyncio.wait_for(process.stdout.readline(), STARTED_WITHIN)).decode()
    if not line or word not in line:
        raise RuntimeError(f"a process did not start: {line!r}")
    return line


async def _end(process: asyncio.subprocess.Process) -> None:
    with contextlib.suppress(ProcessLookupError):
        process.terminate()
    try:
        await asyncio.wait_for(process.wait(), 5)
    except TimeoutError:
        process.kill()
        await process.wait()
