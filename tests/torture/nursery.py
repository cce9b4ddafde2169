"""Starts bots without the seconds that imports take: everything is loaded once, each bot is a fork that then runs.

Reads a line of JSON for each start, `{"env": {…}, "log": "path"}`, and answers with the process id.
"""

import asyncio
import json
import os
import signal
import sys
import time
from zoneinfo import ZoneInfo

import bot.app
import storage.postgres
import storage.sqlite  # noqa: F401 -- loaded before the fork, which is what this is for
from bot.__main__ import main
from bot.clock import SystemClock
from bot.operations.logs import set_up
from bot.settings import load_settings
from bot.texts import Texts


def run() -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for them
    Texts(ZoneInfo("UTC"))  # sentences are read once as well
    print("ready", flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        child = os.fork()
        if child == 0:
            become_a_bot(asked["env"], asked["log"])
        print(child, flush=True)


def become_a_bot(env: dict[str, str], log: str) -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    out = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(out, 1)
    os.dup2(out, 2)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.environ.update(env)
    behind = int(env.get("TORTURE_BEHIND", 0))
    os._exit(run_behind(behind) if behind else main(["run"]))


def run_behind(seconds: int) -> int:
    """As a bot that ran so long ago."""
    settings = load_settings()
    set_up(settings.log_level, settings.secrets)
    clock = SystemClock(wall=lambda: time.time_ns() - seconds * 1_000_000_000)

    async def serve() -> None:
        app = await bot.app.App.build(settings, clock)
        await app.run()

    asyncio.run(serve())
    return 0


if __name__ == "__main__":
    run()
