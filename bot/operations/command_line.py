"""The arguments of commands that take several. Nothing is imported for them, so that help is instant."""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

DEMO = Path("data/demo")


class CommandWrong(Exception):
    """A command can't do what it was asked; the sentence says why."""


def write_anew(file: Path, text: str) -> None:
    """Raises: CommandWrong, rather than write over what is there."""
    try:
        with file.open("x", encoding="utf-8") as opened:
            opened.write(text)
    except FileExistsError:
        raise CommandWrong(f"{file} is there already: name another file.") from None


def add_demo(demo: argparse.ArgumentParser, month: argparse.ArgumentParser) -> None:
    demo.add_argument("--port", type=int, default=8081, help="of the page (default: 8081, or the next free one)")
    for parser in (demo, month):
        parser.add_argument("--data", type=Path, default=DEMO, help=f"folder (default: {DEMO})")


def add_catalogue(
    parser: argparse.ArgumentParser, actions: Sequence[Callable[[argparse.Namespace], int | None]]
) -> None:
    """`actions`: of check, export and import."""
    commands = parser.add_subparsers(title="commands", metavar="<command>", required=True)
    for action, name, about in zip(
        actions,
        ("check", "export", "import"),
        (
            "say what is wrong in a file, with lines",
            "write the catalogue that is in use to a file, or to the screen",
            "put a file to use, also while the bot runs",
        ),
        strict=True,
    ):
        command = commands.add_parser(name, help=about, description=about[0].upper() + about[1:] + ".")
        command.add_argument("file", type=Path, nargs="?" if name == "export" else None)
        command.set_defaults(action=action)


def _days(given: str) -> int:
    """At least one: a token of no days would be taken for one that never ends."""
    if not given.isdecimal() or int(given) < 1:
        raise argparse.ArgumentTypeError(f"write a number of days from 1 on, not {given!r}")
    return int(given)


def _rights(given: str) -> str:
    if not given or set(given.split(",")) - {"read", "write"}:
        raise argparse.ArgumentTypeError(f"write read, write or read,write, not {given!r}")
    return given


def add_token(parser: argparse.ArgumentParser) -> None:
    commands = parser.add_subparsers(dest="what", title="commands", metavar="<command>", required=True)
    command = commands.add_parser("add", help="make a token and show it, this once")
    command.add_argument("name", help="whose it is: agents see it beside what is written over the API")
    command.add_argument(
        "--rights", type=_rights, default="read", metavar="RIGHTS", help="read, write or read,write (default: read)"
    )
    command.add_argument("--days", type=_days, metavar="N", help="days that it lasts (default: until it is revoked)")
    commands.add_parser("list", help="the names, what they may, and since when")
    commands.add_parser("revoke", help="end a token, at once").add_argument("name")


def add_events(parser: argparse.ArgumentParser) -> None:
    commands = parser.add_subparsers(title="commands", metavar="<command>", required=True)
    command = commands.add_parser("replay", help="send events of the last week again, and all that come from now on")
    command.add_argument("--since", required=True, help="such as 2026-11-27T09:00, in the time of TIMEZONE")
