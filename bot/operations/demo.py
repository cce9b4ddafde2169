"""The whole desk on one machine: the sandbox is Telegram, the bot is the real one, each a process of its own."""

import asyncio
import contextlib
import json
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, TextIO

import aiohttp

from bot.operations.demo_guide import guide

HOST = "127.0.0.1"
ROOT = Path(__file__).resolve().parents[2]
ENDS_WITHIN = 15  # seconds
GREETS_WITHIN = 30
# A real desk's connections, which the demo must not touch; its other settings may be tried: COOLDOWN=1m make demo
NOT_FOR_DEMO = ("DATABASE_URL", "WEBHOOK_URL", "WEBHOOK_SECRET", "METRICS_LISTEN")
# Nobody enforces Telegram's pace here until the page's «Trouble» panel is told to.
UNHURRIED = {"GROUP_PER_MINUTE": "0", "CHAT_BURST": "0"}

Process = asyncio.subprocess.Process


class Demo:
    def __init__(self, folder: Path, port: int) -> None:
        self._folder = folder.resolve()
        self._address = f"http://{HOST}:{free_port(port)}"

    async def run(self) -> int:
        """Until Ctrl-C, SIGTERM, or the end of one of the two; the exit code."""
        self._folder.mkdir(parents=True, exist_ok=True)
        with (self._folder / "demo.lock").open("w") as lock:
            if not _locked(lock):
                print(
                    f"A demo runs on {self._folder} already: end it first, or choose another --data.", file=sys.stderr
                )
                return 1
            return await self._run()

    async def _run(self) -> int:
        serving = asyncio.create_task(self._serve())
        for number in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(number, serving.cancel)
        try:
            dead = await serving
        except asyncio.CancelledError:
            return 0
        print(f"The {dead} ended by itself; what it said last stands above.", file=sys.stderr)
        return 1

    async def _serve(self) -> str:
        """The name of the process that ended."""
        async with _process("sandbox", self._sandbox_arguments(), _environment({})) as sandbox:
            world = await self._world(sandbox)
            if world is None:
                return "sandbox"
            async with _process("bot", ["run"], self._bot_environment(world)) as bot:
                with contextlib.suppress(TimeoutError):  # the page can end an outage that an earlier demo left
                    await asyncio.wait_for(self._asks_for_updates(bot), GREETS_WITHIN)
                if bot.returncode is None:
                    self._greet()
                return await _first_dead(sandbox=sandbox, bot=bot)

    def _sandbox_arguments(self) -> list[str]:
        guide_file = self._folder / "guide.json"
        filler = [sys.executable, "-m", "bot", "demo-month", "--data", str(self._folder)]
        guide_file.write_text(json.dumps({"errands": guide(), "filler": filler}), encoding="utf-8")
        port = self._address.rpartition(":")[2]
        return ["--port", port, "--data", str(self._folder / "sandbox"), "--guide", str(guide_file)]

    async def _world(self, sandbox: Process) -> dict[str, Any] | None:
        """Who is there, as soon as the sandbox can tell; None where it ended instead."""
        async with aiohttp.ClientSession() as session:
            while sandbox.returncode is None:
                with contextlib.suppress(aiohttp.ClientError):
                    async with session.get(f"{self._address}/control/state") as answer:
                        world: dict[str, Any] = await answer.json()
                        return world
                await asyncio.sleep(0.1)
        return None

    async def _asks_for_updates(self, bot: Process) -> bool:
        """From then on whoever writes is answered; False where the bot ended instead."""
        seen = 0
        async with aiohttp.ClientSession() as session:
            while bot.returncode is None:
                async with session.get(f"{self._address}/control/calls", params={"since": seen}) as answer:
                    log = await answer.json()
                if any(call["method"].lower() == "getupdates" for call in log["calls"]):
                    return True
                seen = log["next"]
                await asyncio.sleep(0.1)
        return False

    def _bot_environment(self, world: dict[str, Any]) -> dict[str, str]:
        group = next(view["chat"]["id"] for view in world["chats"] if view["chat"]["type"] == "supergroup")
        admins = [person["id"] for person in world["people"] if person["role"] == "admin"]
        settings = {
            "BOT_TOKEN": f"{world['bot']['id']}:sandbox",
            "AGENT_GROUP": str(group),
            "ADMIN_IDS": ",".join(map(str, admins)),
            "TELEGRAM_API_URL": self._address,
            "DATA_DIR": str(self._folder),
        }
        settings_file(self._folder).write_text(json.dumps(settings), encoding="utf-8")
        return _environment(settings)

    def _greet(self) -> None:
        print(f"\n  SellerDesk demo: {self._address}\n", flush=True)
        print("  Open it in a browser: sellers on the left, the agents' group and the admin on the right.")
        print(f"  Everything is kept in {self._folder}. Ctrl-C ends it.\n", flush=True)


def settings_file(folder: Path) -> Path:
    """The settings of the bot that the demo in this folder runs, for what works beside it."""
    return folder / "bot.json"


def _locked(file: TextIO) -> bool:
    """Two demos of one folder would be two Telegrams with one memory."""
    try:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except ImportError:  # no fcntl on Windows
        return True
    except BlockingIOError:
        return False
    return True


def free_port(wanted: int) -> int:
    """The wanted one, or one of the next where that is taken."""
    for port in range(wanted, wanted + 50):
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((HOST, port))
            return port
    raise OSError(f"no free port from {wanted} on")


def _environment(own: dict[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name.upper() not in NOT_FOR_DEMO}
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    return UNHURRIED | kept | {"PYTHONPATH": path} | own


@contextlib.asynccontextmanager
async def _process(module: str, arguments: list[str], environment: dict[str, str]) -> AsyncIterator[Process]:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        module,
        *arguments,
        env=environment,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        await _end(process)


async def _end(process: Process) -> None:
    if process.returncode is not None:
        return
    process.terminate()
    try:
        await asyncio.wait_for(process.wait(), ENDS_WITHIN)
    except TimeoutError:
        process.kill()
        await process.wait()


async def _first_dead(**processes: Process) -> str:
    """The name of the one that ended first."""
    waits = {name: asyncio.create_task(process.wait()) for name, process in processes.items()}
    try:
        await asyncio.wait(waits.values(), return_when=asyncio.FIRST_COMPLETED)
        return next(name for name, wait in waits.items() if wait.done())
    finally:
        for wait in waits.values():
            wait.cancel()
