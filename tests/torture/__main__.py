"""`python -m tests.torture`: a shop under load to which everything happens; then every message is counted."""

import argparse
import asyncio
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from tests.torture.plan import Plan
from tests.torture.report import Report
from tests.torture.rounds import ROUNDS


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.torture", description=__doc__)
    parser.add_argument("--rounds", type=_rounds, default=[*ROUNDS], help=f"of {', '.join(ROUNDS)} (default: all)")
    parser.add_argument("--seconds", type=float, default=Plan.seconds, help="of load in a round (default: %(default)s)")
    parser.add_argument("--sellers", type=int, default=Plan.sellers, help="(default: %(default)s)")
    parser.add_argument("--kills", type=int, default=Plan.kills, help="in a round of kills (default: %(default)s)")
    parser.add_argument("--slowest", type=float, default=Plan.slowest, help="seconds of a call (default: %(default)s)")
    parser.add_argument("--patience", type=float, default=Plan.patience, help="seconds that a bystander may wait")
    parser.add_argument("--backlog", type=int, default=Plan.backlog, help="of a dead group (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=Plan.seed, help="of everything that is random")
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--long", action="store_true", help="also what takes minutes")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep the logs and the databases there")
    return parser.parse_args()


def _rounds(names: str) -> list[str]:
    asked = names.split(",")
    if unknown := [name for name in asked if name not in ROUNDS]:
        raise argparse.ArgumentTypeError(f"no round is called {unknown[0]!r}")
    return asked


def main() -> int:
    asked = vars(arguments())
    rounds, keep = asked.pop("rounds"), asked.pop("keep")
    with tempfile.TemporaryDirectory(prefix="torture") as temporary:
        plan = Plan(folder=keep or Path(temporary), **asked)
        kept = [_play(name, replace(plan, folder=plan.folder / name)) for name in rounds]
    return int(not all(kept))


async def _report(name: str, plan: Plan) -> Report:
    return await ROUNDS[name](plan)


def _play(name: str, plan: Plan) -> bool:
    print(f"\n== {name}", flush=True)
    report = asyncio.run(_report(name, plan))
    print(report.table(), flush=True)
    return report.promises_kept


if __name__ == "__main__":
    sys.exit(main())
