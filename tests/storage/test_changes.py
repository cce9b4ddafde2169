"""Whatever the rules may change has its statement: a change that storage does not know would fail in use only."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module

import pytest

import core
from core.change import Change
from storage.writes import statements


def every_change() -> Iterator[type[Change]]:
    for found in pkgutil.walk_packages(core.__path__, "core."):
        for kind in vars(import_module(found.name)).values():
            if (
                isinstance(kind, type)
                and issubclass(kind, Change)
                and kind.__module__ == found.name != Change.__module__
            ):
                yield kind


@pytest.mark.parametrize("kind", list(every_change()), ids=lambda kind: kind.__name__)
def test_each_change_has_its_statement(kind: type[Change]) -> None:
    assert kind in statements.registry


def test_a_change_that_storage_does_not_know_is_refused() -> None:
    class Unheard(Change):
        pass

    with pytest.raises(TypeError, match="Unheard"):
        statements(Unheard())
