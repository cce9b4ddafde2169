"""Imports run one way: core <- storage, core <- bot, the sandbox apart. And core looks at no clock."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROOMS = {"core", "storage", "bot", "sandbox"}

MAY_IMPORT = {
    "core": {"core"},
    "storage": {"storage", "core"},
    "bot": {"bot", "core"},
    "sandbox": {"sandbox"},
}
# The composition root and the commands name storage too.
NAMES_STORAGE = ("bot/app/", "bot/__main__.py")

# Inside `bot/`, from below to above: a wing imports those below it, never the one that calls it.
WINGS = (
    "clock",
    "tasks",
    "texts",
    "settings",
    "roles",
    "telegram",
    "views",
    "keyboards",
    "notices",
    "reports",
    "operations",
    "delivery",
    "inbound",
    "handlers",
    "jobs",
    "api",
    "app",
    "__main__",
)

# Words, not wires: all that core takes from outside the standard library.
CORE_LIBRARIES = {"Stemmer", "rapidfuzz", "yaml"}
# The world is reached through core/store.py, and `now` is an argument.
NOT_IN_CORE = {
    "asyncio.subprocess",
    "http",
    "os",
    "shutil",
    "smtplib",
    "socket",
    "sqlite3",
    "ssl",
    "subprocess",
    "tempfile",
    "threading",
    "time",
    "urllib",
}
# Storage serves whoever holds it: it knows no Telegram.
NOT_IN_STORAGE = {"aiogram", "aiohttp", "apscheduler", "fluent", "pydantic_settings"}

CLOCKS = {
    f"{owner}.{call}"
    for owner, calls in {
        "datetime": ("now", "utcnow", "today"),
        "datetime.datetime": ("now", "utcnow", "today"),
        "date": ("today",),
        "datetime.date": ("today",),
    }.items()
    for call in calls
}

FILES = sorted(
    path.relative_to(ROOT).as_posix()
    for room in ROOMS
    for path in (ROOT / room).rglob("*.py")
    if "__pycache__" not in path.parts
)


def imports(tree: ast.AST, file: str) -> Iterator[str]:
    """Every module that the code names, wherever in it the import stands."""
    package = Path(file).parent.parts
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level:
            yield ".".join((*package[: len(package) - node.level + 1], node.module or "")).rstrip(".")
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def wing_of(path: str) -> int | None:
    """How high a file or a module of `bot` stands."""
    parts = path.removesuffix(".py").replace("/", ".").split(".")
    return WINGS.index(parts[1]) if parts[0] == "bot" and len(parts) > 1 and parts[1] != "__init__" else None


def refused(file: str, module: str) -> str | None:
    """Why this file may not import this module, if it may not."""
    room, top = Path(file).parts[0], module.split(".")[0]
    if top in ROOMS:
        if top == "storage" and file.startswith(NAMES_STORAGE):
            return None
        if top not in MAY_IMPORT[room]:
            return f"{room} does not import {top}"
        ours, theirs = wing_of(file), wing_of(module)
        return f"{file} stands below {module}" if ours is not None and theirs is not None and theirs > ours else None
    if room == "core" and (top in NOT_IN_CORE or module in NOT_IN_CORE):
        return f"core does not reach for {module}"
    if room == "core" and top not in sys.stdlib_module_names | CORE_LIBRARIES:
        return f"core does not know {top}"
    if room == "storage" and top in NOT_IN_STORAGE:
        return f"storage does not know {top}"
    return None


def clocks(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and ast.unparse(node) in CLOCKS:
            yield f"line {node.lineno}: {ast.unparse(node)}"


@pytest.mark.parametrize("file", FILES)
def test_imports_run_one_way(file: str) -> None:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))

    assert [reason for module in imports(tree, file) if (reason := refused(file, module))] == []


@pytest.mark.parametrize("file", [file for file in FILES if file.startswith("core/")])
def test_core_takes_now_as_an_argument(file: str) -> None:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))

    assert list(clocks(tree)) == []


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("core/desk.py", "import storage"),
        ("core/desk.py", "from ..bot import texts"),
        ("core/desk.py", "def later():\n    import aiogram.types"),
        ("core/desk.py", "import sqlite3"),
        ("core/desk.py", "from time import time"),
        ("storage/store.py", "from bot.texts import Texts"),
        ("storage/store.py", "from aiogram import Bot"),
        ("bot/inbound/worker.py", "from storage.store import open_store"),
        ("bot/app/shared.py", "import sandbox"),
        ("bot/demo.py", "from sandbox.server import serve"),
        ("sandbox/server.py", "from core.dialog import Dialog"),
        ("bot/delivery/readiness.py", "from bot.inbound.update_stream import UpdateStream"),
        ("bot/inbound/worker.py", "from bot.handlers import routers"),
        ("bot/texts.py", "from bot.views.card import card_text"),
    ],
)
def test_an_import_the_wrong_way_is_found(file: str, code: str) -> None:
    assert [reason for module in imports(ast.parse(code), file) if (reason := refused(file, module))]


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("bot/app/shared.py", "from storage.store import open_store"),
        ("bot/__main__.py", "from storage import migrate"),
        ("storage/store.py", "from core.dialog import Dialog"),
        ("core/desk.py", "from . import dialog"),
        ("bot/handlers/agent/relay.py", "from bot.inbound.update_context import UpdateContext"),
        ("bot/delivery/worker.py", "from bot.delivery.leader_term import Term"),
        ("core/search.py", "import rapidfuzz, Stemmer, re"),
    ],
)
def test_an_import_the_right_way_is_let_through(file: str, code: str) -> None:
    assert [reason for module in imports(ast.parse(code), file) if (reason := refused(file, module))] == []


@pytest.mark.parametrize("code", ["datetime.now(UTC)", "datetime.datetime.utcnow()", "f(default=date.today)"])
def test_a_look_at_a_clock_is_found(code: str) -> None:
    assert list(clocks(ast.parse(code)))


# ---- inside bot/: a wing imports only those that stand before it here

WINGS = (
    "clock", "texts", "roles", "settings", "tasks",
    "telegram", "views", "keyboards", "notices", "reports", "operations",
    "delivery", "inbound", "handlers", "jobs", "api",
    "app", "__main__",
)  # fmt: skip


def wing(module: str) -> str:
    return module.split(".")[1]


def wings_above(file: str, tree: ast.AST) -> list[str]:
    """What the file imports of wings that stand above its own."""
    own = Path(file).with_suffix("").parts[1]
    below = WINGS[: WINGS.index(own) + 1]
    inside = (module for module in imports(tree, file) if module.startswith("bot."))
    return [module for module in inside if wing(module) not in below]


@pytest.mark.parametrize("file", [file for file in FILES if file.startswith("bot/") and file.count("__init__") == 0])
def test_no_wing_imports_the_one_that_calls_it(file: str) -> None:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))

    assert wings_above(file, tree) == []


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("bot/delivery/worker.py", "from bot.inbound.update_stream import UpdateStream"),
        ("bot/views/stats.py", "from bot.keyboards.stats import Cut"),
        ("bot/texts.py", "from bot.telegram.links import link_to"),
    ],
)
def test_an_arrow_back_up_is_found(file: str, code: str) -> None:
    assert wings_above(file, ast.parse(code))
