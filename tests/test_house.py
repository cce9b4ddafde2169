"""The house stays one that a newcomer finds the way in: short files, short functions, no circles."""

import ast
from collections import Counter
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path

import pytest
from aiogram.filters.callback_data import CallbackData

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("core", "storage", "bot", "sandbox")

LONGEST_FILE = 300  # lines
LONGEST_FUNCTION = 40
MOST_COLLABORATORS = 7  # of one constructor

# Of the messenger: a MessageRef and a Thread hold them, and are handed over whole.
IDS = {"chat_id", "message_id", "thread_id", "card_id"}
KNOWS_IDS = {"core/message.py", "core/threads.py"}

Function = ast.FunctionDef | ast.AsyncFunctionDef
Modules = Mapping[str, ast.Module]


def read(room: str) -> dict[str, ast.Module]:
    """Every file of a room by its path."""
    return {
        path.relative_to(ROOT).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted((ROOT / room).rglob("*.py"))
    }


FILES = {file: tree for room in ROOMS for file, tree in read(room).items()}


def test_nothing_is_too_big() -> None:
    assert [*long_files(), *long_functions(FILES), *wide_constructors(FILES)] == []


@pytest.mark.parametrize("room", ["core", "bot"])
def test_nothing_imports_what_imports_it(room: str) -> None:
    assert (
        circles(imports({module_of(file): tree for file, tree in FILES.items() if file.startswith(f"{room}/")})) == []
    )


@pytest.mark.parametrize("file", [file for file in FILES if file.startswith("core/") and file not in KNOWS_IDS])
def test_the_rules_read_no_id_of_the_messenger(file: str) -> None:
    assert [node.attr for node in ast.walk(FILES[file]) if isinstance(node, ast.Attribute) and node.attr in IDS] == []


def long_files() -> Iterator[str]:
    for file in FILES:
        if len((ROOT / file).read_text(encoding="utf-8").splitlines()) > LONGEST_FILE:
            yield file


def long_functions(files: Modules) -> Iterator[str]:
    for file, tree in files.items():
        for name, function in functions(tree):
            if (function.end_lineno or 0) - function.lineno + 1 > LONGEST_FUNCTION:
                yield f"{file}: {name}"


def wide_constructors(files: Modules) -> Iterator[str]:
    for file, tree in files.items():
        for name, function in functions(tree):
            taken = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
            if function.name == "__init__" and len(taken) - 1 > MOST_COLLABORATORS:
                yield f"{file}: {name.removesuffix('.__init__')}"


def functions(tree: ast.AST, within: str = "") -> Iterator[tuple[str, Function]]:
    for node in ast.iter_child_nodes(tree):
        name = f"{within}{node.name}" if isinstance(node, Function | ast.ClassDef) else ""
        if isinstance(node, Function):
            yield name, node
        yield from functions(node, f"{name}." if name else within)


# ---- circles


def module_of(file: str) -> str:
    return file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def imports(modules: Modules) -> dict[str, set[str]]:
    """Which of the modules each of them names, wherever in it: in a function and for types alone as well."""
    return {module: {name for name in named(tree, modules) if name != module} for module, tree in modules.items()}


def named(tree: ast.Module, modules: Modules) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names if name.name in modules)
        elif isinstance(node, ast.ImportFrom) and (outer := node.module) and outer in modules:
            inner = (f"{outer}.{name.name}" for name in node.names)
            yield from (name if name in modules else outer for name in inner)


def circles(graph: Mapping[str, set[str]]) -> list[str]:
    """Modules that reach themselves over others."""
    return sorted(module for module in graph if module in reached(graph, module))


def reached(graph: Mapping[str, set[str]], start: str) -> set[str]:
    found: set[str] = set()
    ahead = list(graph[start])
    while ahead:
        module = ahead.pop()
        if module not in found:
            found.add(module)
            ahead += graph[module]
    return found


# ---- that these tests see what they look for


@pytest.mark.parametrize(
    "code",
    [
        "from core.b import B",
        "import core.b",
        "from core import b",
        "def later():\n    from core.b import B",
        "if TYPE_CHECKING:\n    from core.b import B",
    ],
)
def test_a_circle_is_found(code: str) -> None:
    modules = {"core": "", "core.a": code, "core.b": "from core.c import C", "core.c": "from core.a import A"}

    assert circles(imports({name: ast.parse(text) for name, text in modules.items()})) == ["core.a", "core.b", "core.c"]


def test_what_is_long_and_wide_is_found() -> None:
    wide = "class A:\n    def __init__(self, a, b, c, *, d, e, f, g, h): pass\n"
    long = "    def long(self):\n" + "        pass\n" * LONGEST_FUNCTION
    files = {"a.py": ast.parse(wide + long)}

    assert list(wide_constructors(files)) == ["a.py: A"]
    assert list(long_functions(files)) == ["a.py: A.long"]


def test_each_button_has_a_prefix_of_its_own() -> None:
    """Two kinds of buttons with one prefix would be carried out by whichever handler comes first."""
    keyboards = ROOT / "bot" / "keyboards"
    for file in keyboards.glob("*.py"):
        import_module(f"bot.keyboards.{file.stem}")
    prefixes = Counter(kind.__prefix__ for kind in CallbackData.__subclasses__())

    assert [prefix for prefix, kinds in prefixes.items() if kinds > 1] == []
