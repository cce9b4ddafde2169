"""`sellerdesk`: the commands of the desk. What a command needs is imported when it runs, so that help is instant."""

import argparse
import asyncio
import gc
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from bot.operations.command_line import CommandWrong, add_catalogue, add_demo, add_events, add_token, write_anew

if TYPE_CHECKING:
    from bot.settings import Settings
    from storage.store import SqlStore

Said = TypeVar("Said")
WRONG = 2
AT_THE_CONSOLE = 0  # who did it, where it was no person in Telegram
ABOUT = "SellerDesk: a support desk in Telegram. Sellers write to a bot, agents answer in a group."
HOW = """\
settings are environment variables, or lines of a .env file in the current folder:
  BOT_TOKEN     the token that BotFather gave
  AGENT_GROUP   the id of the agents' group, a negative number
  ADMIN_IDS     the admins' Telegram ids, comma-separated
These three are required; .env.example has all of them, with their defaults.

first steps:
  sellerdesk demo     try everything in a browser, without Telegram
  sellerdesk ids      tells your id and the group's, for ADMIN_IDS and AGENT_GROUP
  sellerdesk check    see whether settings, database, group and rights are in order
  sellerdesk run      serve the bot; Ctrl-C or SIGTERM ends it, and nothing is lost
"""


def main(arguments: Sequence[str] | None = None) -> int:
    parser = command_parser()
    given = parser.parse_args(arguments)
    if given.action is None:
        parser.print_help(sys.stderr)
        return WRONG
    try:
        return int(given.action(given) or 0)
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        sentence = _sentence(error)
        if sentence is None:
            raise
        print(f"sellerdesk: {sentence}", file=sys.stderr)
        return WRONG


def command_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="sellerdesk", description=ABOUT, epilog=HOW, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--version", action="version", version=f"sellerdesk {version('sellerdesk')}")
    commands = parser.add_subparsers(title="commands", metavar="<command>")
    parser.set_defaults(action=None)

    def add(name: str, action: Callable[[argparse.Namespace], int | None], about: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=about, description=about[0].upper() + about[1:] + ".")
        command.set_defaults(action=action)
        return command

    add("run", run, "serve the bot")
    add_demo(
        add("demo", demo, "the whole desk on this machine, in a browser, without Telegram"),
        add("demo-month", demo_month, "fill the demo that runs with a month of dialogs; its page has a button for it"),
    )
    add("ids", ids, "tell your id and the group's, before the settings have them; it needs BOT_TOKEN alone")
    add("check", check, "see whether settings, database, groups and rights are in order; exit code 1 where not")
    add("healthy", healthy, "see whether the bot that runs here is alive; for a container's health check")
    add("migrate", migrate, "bring the database up to date (run does it too)")
    command = add("backup", backup, "make a consistent copy of the database, while the bot runs")
    command.add_argument("file", type=Path, nargs="?", help="where to (default: backups/ in the data folder)")
    command = add("restore", restore, "put a backup back, while no bot runs; nothing is sent twice")
    command.add_argument("file", type=Path, help="what `sellerdesk backup` made")
    catalogue = commands.add_parser("catalogue", help="categories and topics as one file: check, export, import")
    add_catalogue(catalogue, (catalogue_check, catalogue_export, catalogue_import))
    add_token(add("token", token, "programs that may use the API: add, list, revoke"))
    add_events(add("events", events, "what other systems are told: replay"))
    return parser


def _sentence(error: Exception) -> str | None:
    """What an operator can mend is said in one sentence; anything else is a bug and keeps its traceback."""
    from aiogram.exceptions import TelegramAPIError

    from bot.settings import SettingsWrong
    from bot.telegram.secrets import without_secrets
    from core.store import Unavailable
    from storage.database import InUse, Unfit

    if isinstance(error, InUse):
        return f"another process serves the desk in {error}; end that one first."
    if isinstance(error, Unavailable):
        return without_secrets(f"the database that DATABASE_URL names can't be opened: {error}")
    if isinstance(error, TelegramAPIError):
        return without_secrets(f"Telegram can't be reached, or refuses: {error.message}.")
    if isinstance(error, FileNotFoundError | IsADirectoryError | PermissionError | UnicodeDecodeError):
        return f"this file can't be read or written: {error}"
    return str(error) if isinstance(error, SettingsWrong | CommandWrong | Unfit) else None


# ---- the commands


def run(given: argparse.Namespace) -> None:
    from bot.settings import prepare_data_dir

    settings = _settings()
    _warn_of_misspelt()
    prepare_data_dir(settings.data_dir)
    gc.disable()  # until all is read that stays, which is quicker by a quarter: `serve` enables it again
    from bot.app import run as serve  # after the settings, for it takes some seconds
    from bot.operations.event_loop import loop_factory

    with asyncio.Runner(loop_factory=loop_factory()) as runner:
        runner.run(serve(settings))


def demo(given: argparse.Namespace) -> int:
    from bot.operations.demo import Demo

    return asyncio.run(Demo(given.data, given.port).run())


def demo_month(given: argparse.Namespace) -> None:
    from bot.app.fill_demo import fill_demo

    print(f"{asyncio.run(fill_demo(given.data))} dialogs were made.")


def ids(given: argparse.Namespace) -> None:
    from bot.operations.id_finder import find_ids
    from bot.settings import load_telegram_access

    asyncio.run(find_ids(load_telegram_access(), print))


def check(given: argparse.Namespace) -> int:
    from bot.app.check import check as look

    settings = _settings("ERROR")
    lines, is_in_order = asyncio.run(_beside(settings, lambda store: look(settings, store, _now())))
    print(lines)
    return int(not is_in_order)


def healthy(given: argparse.Namespace) -> int:
    """No start of a database, no call to Telegram: it is asked every half minute."""
    from bot.operations.heartbeat import DEAD_AFTER, silent_for

    heartbeat = _settings("ERROR").heartbeat
    silent = silent_for(heartbeat, time.time())
    if silent is None:
        raise CommandWrong(f"no bot has run here: there is no {heartbeat}.")
    if silent > DEAD_AFTER:
        raise CommandWrong(f"the bot gave its last sign of life {silent:.0f} seconds ago.")
    print("The bot is alive.")
    return 0


def migrate(given: argparse.Namespace) -> None:
    from storage.migrate import newest

    async def bring_up_to_date() -> None:
        async with _store(_settings("WARNING")):
            print(f"The database is at revision {newest()}, the newest.")

    asyncio.run(bring_up_to_date())


def backup(given: argparse.Namespace) -> None:
    from storage.backup import copy

    settings = _settings("WARNING")
    print(copy(settings.database_url, given.file or settings.data_dir / "backups"))


def restore(given: argparse.Namespace) -> None:
    from storage.restore import restore as put_back

    settings = _settings("WARNING")
    done = asyncio.run(put_back(settings.database_url, given.file, settings.data_dir / "backups", _now()))
    print(f"What was there before is in {done.aside}." if done.aside else "There was nothing before.")
    print(f"Restored. The next dialog is №{done.next_number}; {done.held} waiting messages are held: see /check.")


def catalogue_check(given: argparse.Namespace) -> None:
    from bot.operations.catalogue_file import read_catalogue

    catalogue = read_catalogue(given.file)
    print(f"{len(catalogue.every_category)} categories and {len(catalogue.every_topic)} topics; nothing is wrong.")


def catalogue_export(given: argparse.Namespace) -> None:
    from bot.app import SHIPPED_CATALOGUE

    async def in_use(store: "SqlStore") -> str:
        return await store.catalogue() or SHIPPED_CATALOGUE.read_text(encoding="utf-8")

    text = asyncio.run(_beside(_settings("WARNING"), in_use))
    if given.file:
        write_anew(given.file, text)
    else:
        print(text, end="")


def catalogue_import(given: argparse.Namespace) -> None:
    from bot.operations.catalogue_file import read_catalogue
    from core.desk import replace_catalogue
    from core.unit_of_work import UnitOfWork

    read_catalogue(given.file)
    work = UnitOfWork(now=_now())
    replace_catalogue(work, AT_THE_CONSOLE, given.file.read_text(encoding="utf-8"))
    asyncio.run(_beside(_settings("WARNING"), lambda store: store.commit(work)))
    print("It is in use: a bot that runs takes it up at once.")


def token(given: argparse.Namespace) -> None:
    from bot.api.token_commands import carry_out

    print(asyncio.run(_beside(_settings("WARNING"), lambda store: carry_out(store, given, _now()))))


def events(given: argparse.Namespace) -> None:
    from bot.api.replay import replay

    settings = _settings("WARNING")
    print(asyncio.run(_beside(settings, lambda store: replay(store, given.since, settings.zone, _now()))))


# ---- what several of them need


def _settings(log_level: str | None = None) -> "Settings":
    from bot.operations import logs
    from bot.settings import load_settings

    settings = load_settings()
    logs.set_up(log_level or settings.log_level, settings.secrets)
    return settings


def _warn_of_misspelt() -> None:
    import structlog

    from bot.settings import misspelt_settings

    for written, meant in misspelt_settings():
        structlog.get_logger().warning("no such setting", written=written, perhaps=meant)


def _now() -> int:
    return time.time_ns() // 1_000_000


@asynccontextmanager
async def _store(settings: "Settings", *, serves: bool = True) -> AsyncIterator["SqlStore"]:
    from bot.settings import prepare_data_dir
    from storage.connect import connect
    from storage.store import SqlStore

    if settings.keeps_in_data_dir:
        prepare_data_dir(settings.data_dir)
    database = await connect(settings.database_url, serves=serves)
    try:
        yield SqlStore(database)
    finally:
        await database.close()


async def _beside(settings: "Settings", action: "Callable[[SqlStore], Awaitable[Said]]") -> "Said":
    """Also while a bot runs here."""
    async with _store(settings, serves=False) as store:
        return await action(store)


if __name__ == "__main__":
    sys.exit(main())
