"""YAML as a tree whose nodes know their lines. What could be a trap is refused before the tree is built."""

import re

import yaml

from core.catalogue.fields import Wrong

LARGEST = 2_000_000  # characters
DEEPEST = 12
UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufeff\uff00-\ufffd\U00010000-\U0010ffff]")

_Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Broken(Exception):
    """This is no YAML, or YAML of a kind that a catalogue does not need."""

    def __init__(self, line: int, code: str, **values: str | int) -> None:
        super().__init__(code)
        self.wrong = Wrong(line, code, values)


def read_tree(text: str) -> yaml.Node:
    if len(text) > LARGEST:
        raise Broken(1, "too-large", size=len(text), limit=LARGEST)
    if strange := UNPRINTABLE.search(text):
        raise Broken(text.count("\n", 0, strange.start()) + 1, "unprintable", character=f"{ord(strange[0]):04X}")
    try:
        _look_for_traps(text)
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise Broken(mark.line + 1 if mark else 1, "no-yaml", problem=error.problem or "") from None
    if root is None:
        raise Broken(1, "no-categories")
    return root


def _look_for_traps(text: str) -> None:
    """Aliases can make a small file huge, and deep nesting exhausts the stack: neither has a use here."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.AliasEvent):
            raise Broken(line, "alias")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEEPEST:
            raise Broken(line, "too-deep", limit=DEEPEST)
