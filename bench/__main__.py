"""`make bench`: what is measured, in one run on one machine, against a bare aiogram bot on the same sandbox."""

import argparse
import asyncio
from collections.abc import Sequence

from bench import desk, relay, search


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("what", nargs="*", choices=["relay", "search", "desk", []], help="all, unless some are named")
    parser.add_argument("--dialogs", type=int, default=desk.MANY, help="how many the desk keeps at most (%(default)s)")
    parser.add_argument("--erased", type=int, default=desk.ERASED, help="how many old ones it forgets (%(default)s)")
    given = parser.parse_args()
    wanted = given.what or ["relay", "search", "desk"]
    if "relay" in wanted:
        show_relay()
    if "search" in wanted:
        show_search()
    if "desk" in wanted:
        show_desk(given.dialogs, given.erased)


def show_relay() -> None:
    bare, ours = relay.measure("bare", "sellerdesk")
    rows = [
        ("messages relayed a second", f"{bare.throughput:.0f}", f"{ours.throughput:.0f}",
         f"{ours.times_as_fast_as(bare):.2f} ×", "≥ 0.4 ×"),
        ("sellers whose messages came in order", f"{bare.in_order:.0%}", f"{ours.in_order:.0%}", "", "100%"),
        ("Bot API calls a relayed message", f"{bare.calls:.2f}", f"{ours.calls:.2f}", "", "1"),
        *(
            (f"latency p{percent}, ms", f"{bare.percentile(percent):.1f}", f"{ours.percentile(percent):.1f}",
             f"{ours.percentile(percent) - bare.percentile(percent):+.1f}", aim)
            for percent, aim in ((50, ""), (95, "≤ +10"))
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


def show_desk(dialogs: int, erased: int) -> None:
    for make, few, many in asyncio.run(desk.on_both(dialogs, erased)):
        asked = [
            (name, f"{few.asked[name]:.2f} ms", f"{took:.2f} ms", f"{took / few.asked[name]:.2f} ×", "≤ 1.5 ×")
            for name, took in many.asked.items()
        ]
        whole = [
            (name, f"{few.whole.get(name, 0):.3f} s", f"{took:.3f} s", "", "") for name, took in many.whole.items()
        ]
        table((f"{make}, dialogs:", str(few.dialogs), str(many.dialogs), "compared", "to reach"), asked + whole)


def table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    widths = [max(len(row[column]) for row in [head, *rows]) for column in range(len(head))]
    for row in [head, *rows]:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    print()


if __name__ == "__main__":
    main()
