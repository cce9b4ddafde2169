"""`make bench`: what is measured, in one run on one machine, against a bare aiogram bot on the same sandbox."""

import argparse
import asyncio
from collections.abc import Sequence
from operator import attrgetter
from pathlib import Path

from bench import desk, relay, search

SPEEDS = {"messages relayed a second": attrgetter("throughput"), "answers a second": attrgetter("answers")}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("what", nargs="*", choices=["relay", "search", "desk", []], help="all, unless some are named")
    parser.add_argument("--dialogs", type=int, default=desk.MANY, help="how many the desk keeps at most (%(default)s)")
    parser.add_argument("--erased", type=int, default=desk.ERASED, help="how many old ones it forgets (%(default)s)")
    parser.add_argument("--keep", type=Path, help="a folder for the filled databases, to measure on them again")
    given = parser.parse_args()
    wanted = given.what or ["relay", "search", "desk"]
    if "relay" in wanted:
        show_relay()
    if "search" in wanted:
        show_search()
    if "desk" in wanted:
        asyncio.run(show_desk(given.dialogs, given.erased, given.keep))


def show_relay() -> None:
    bare, ours = relay.measure("bare", "sellerdesk")
    rows = [
        *(
            (what, f"{speed(bare):.0f}", f"{speed(ours):.0f}", f"{ours.times_as_fast_as(bare, speed):.2f} ×", "≥ 0.6 ×")
            for what, speed in SPEEDS.items()
        ),
        ("sellers whose messages came in order", f"{bare.in_order:.0%}", f"{ours.in_order:.0%}", "", "100%"),
        ("Bot API calls a relayed message", f"{bare.calls:.2f}", f"{ours.calls:.2f}", "", "1"),
        *(
            (f"latency p{percent}, ms", f"{bare.percentile(percent):.1f}", f"{ours.percentile(percent):.1f}",
             f"{ours.percentile(percent) - bare.percentile(percent):+.1f}", aim)
            for percent, aim in ((50, ""), (95, "≤ +8"))
        ),
        ("ready after, s", f"{bare.ready:.2f}", f"{ours.ready:.2f}", f"{ours.ready - bare.ready:+.2f}", "≤ +1.5"),
        ("resident memory, MB", f"{bare.memory:.0f}", f"{ours.memory:.0f}",
         f"{ours.memory - bare.memory:+.0f}", "≤ +60"),
    ]  # fmt: skip
    table(("", "bare aiogram", "SellerDesk", "compared", "to reach"), rows)


def show_search() -> None:
    measured = search.measure()
    table(("search", "queries", "first", "among 3", "among 8", "category"), measured.shares)
    table(("search", ""), measured.figures)


async def show_desk(dialogs: int, erased: int, kept: Path | None) -> None:
    async for database, measured in desk.on_both(dialogs, erased, kept):
        rows = [
            (each.what, *(f"{took:.2f} ms" for took in each.took), f"{each.took[1] / each.took[0]:.2f} ×", each.aim)
            for each in measured
        ]
        table((f"{database}, dialogs:", str(desk.FEW), str(dialogs), "compared", "to reach"), rows)


def table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    widths = [max(len(row[column]) for row in [head, *rows]) for column in range(len(head))]
    for row in [head, *rows]:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    print()


if __name__ == "__main__":
    main()
