"""The words of `sellerdesk token` and `sellerdesk events`. Nothing is imported for them, so that help is instant."""

import argparse


def add_token(parser: argparse.ArgumentParser) -> None:
    commands = parser.add_subparsers(dest="what", title="commands", metavar="<command>", required=True)
    command = commands.add_parser("add", help="make a token and show it, this once")
    command.add_argument("name", help="whose it is: agents see it beside what is written over the API")
    command.add_argument("--rights", choices=("read", "write", "read,write"), default="read", help="(default: read)")
    command.add_argument("--days", type=int, help="that it lasts (default: until it is revoked)")
    commands.add_parser("list", help="the names, what they may, and since when")
    commands.add_parser("revoke", help="end a token, at once").add_argument("name")


def add_events(parser: argparse.ArgumentParser) -> None:
    commands = parser.add_subparsers(title="commands", metavar="<command>", required=True)
    command = commands.add_parser("replay", help="send events of the last week again, and all that come from now on")
    command.add_argument("--since", required=True, help="such as 2026-11-27T09:00, in the time of TIMEZONE")
