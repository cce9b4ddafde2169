"""The sandbox and the bot, as processes of their own."""

import asyncio
import contextlib
import json
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
STARTED_WITHIN = 90.0  # seconds, also on a machine that is busy with other things
ENDED_WITHIN = 10.0


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


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


class Bots:
    """At most one bot at a time: started, ended, killed."""

    def __init__(self, nursery: asyncio.subprocess.Process, folder: Path) -> None:
        self._nursery = nursery
        self._log = folder / "bot.log"
        self._pid: int | None = None
        self._env: dict[str, str] = {}
        self._read_up_to = 0  # of the log, before the last start

    @classmethod
    @asynccontextmanager
    async def ready(cls, folder: Path) -> AsyncIterator["Bots"]:
        nursery = await _python("-m", "tests.torture.nursery", stderr=folder / "nursery.log")
        bots = cls(nursery, folder)
        try:
            await _line(nursery, "ready")
            yield bots
        finally:
            await bots.kill()
            await _end(nursery)

    async def start(self, env: dict[str, str]) -> None:
        assert self._nursery.stdin is not None
        self._env = env
        self._log.touch()
        self._read_up_to = self._log.stat().st_size
        self._nursery.stdin.write(json.dumps({"env": env, "log": str(self._log)}).encode() + b"\n")
        self._pid = int(await _line(self._nursery))

    async def is_ready(self) -> None:
        """Starts it again where it did not come up, as whoever looks after a service does."""
        async with asyncio.timeout(STARTED_WITHIN):
            while not self._says_ready():
                await asyncio.sleep(0.05)
                if not self.is_alive:
                    await self.start(self._env)

    def _says_ready(self) -> bool:
        with self._log.open("rb") as log:
            log.seek(self._read_up_to)
            return b'"ready"' in log.read()

    async def kill(self) -> None:
        """Returns when it is gone."""
        if self._pid is None:
            return
        with contextlib.suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGKILL)
        while self.is_alive:  # noqa: ASYNC110 -- it is no child of ours
            await asyncio.sleep(0.005)
        self._pid = None

    async def end(self) -> float:
        """By SIGTERM; the seconds that it took."""
        assert self._pid is not None
        loop = asyncio.get_running_loop()
        began = loop.time()
        os.kill(self._pid, signal.SIGTERM)
        while self.is_alive and loop.time() < began + ENDED_WITHIN + 5:  # noqa: ASYNC110 -- it is no child of ours
            await asyncio.sleep(0.02)
        took = loop.time() - began
        await self.kill()
        return took

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
        """What the bot logged as a bug."""
        lines = self._log.read_text(encoding="utf-8").splitlines()
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
