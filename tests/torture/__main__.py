"""`python -m tests.torture`: a shop under load whose bot is killed again and again; then every message is counted."""

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path

from tests.torture.limits import drain_a_backlog
from tests.torture.rounds import Plan, torture


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.torture", description=__doc__)
    parser.add_argument("--kills", type=int, default=50, help="how often the bot is killed (default: %(default)s)")
    parser.add_argument("--minutes", type=float, default=7.0, help="at most so long (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="of everything that is random (default: %(default)s)")
    parser.add_argument("--sellers", type=int, default=50, help="(default: %(default)s)")
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--mode", choices=("polling", "webhook", "both"), default="both", help="both: two rounds each")
    parser.add_argument("--limits", action="store_true", help="instead: a backlog under Telegram's real rate limits")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep the logs and the database there")
    return parser.parse_args()


def main() -> int:
    asked = arguments()
    with tempfile.TemporaryDirectory(prefix="torture") as temporary:
        folder = asked.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        if asked.limits:
            return int(not asyncio.run(drain_a_backlog(folder)))
        modes = ("polling", "webhook") * 2 if asked.mode == "both" else (asked.mode,) * 2
        plan = Plan(
            kills=asked.kills,
            seconds=asked.minutes * 60,
            seed=asked.seed,
            sellers=asked.sellers,
            modes=modes,
            database=asked.database,
            folder=folder,
        )
        report = asyncio.run(torture(plan))
        print(report.table())
        return int(not report.promises_kept)


if __name__ == "__main__":
    sys.exit(main())
