"""`python -m sandbox`: starts Telegram on this machine."""

import argparse
import asyncio
import json
import signal
import sys
from pathlib import Path

from aiohttp import web

from sandbox import persistence
from sandbox.guide import Guide
from sandbox.server import build_app
from sandbox.world import World

PATIENCE = 2.0  # seconds for what is on its way when it ends


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m sandbox",
        description="Telegram on this machine: a Bot API server, and a page to play the people.",
    )
    parser.add_argument("--host", default="127.0.0.1", help="where to listen (default: %(default)s)")
    parser.add_argument("--port", type=int, default=8081, help="the port (default: %(default)s)")
    parser.add_argument("--data", type=Path, metavar="FOLDER", help="keep the world here, and go on where it was")
    parser.add_argument("--token", default="", help="the only token that is let in (default: the first that calls)")
    parser.add_argument("--guide", type=Path, metavar="FILE", help="what to try, and how to fill it: see CONTROL.md")
    return parser.parse_args()


async def serve(asked: argparse.Namespace) -> None:
    world = World(folder=asked.data)
    if asked.data:
        persistence.load(world, asked.data)
    guide = Guide(**json.loads(asked.guide.read_text(encoding="utf-8"))) if asked.guide else Guide()
    app = build_app(world, asked.token, guide)
    if asked.data:
        app.cleanup_ctx.append(persistence.keeper(world, asked.data))
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=PATIENCE)
    await runner.setup()
    try:
        await web.TCPSite(runner, asked.host, asked.port).start()
        print(f"The sandbox is ready: http://{asked.host}:{asked.port}", flush=True)
        await asked_to_end()
    finally:
        await runner.cleanup()


async def asked_to_end() -> None:
    ended = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, ended.set)
    await ended.wait()


def main() -> int:
    asked = arguments()
    try:
        asyncio.run(serve(asked))
    except OSError as wrong:
        print(f"The sandbox can't listen on {asked.host}:{asked.port} or keep its data: {wrong}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
