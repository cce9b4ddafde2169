"""Updates of every kind that the Bot API knows, made from aiogram's types: well-formed, and otherwise anything."""

import datetime
import types
import typing
from collections.abc import Callable
from enum import Enum
from typing import Any, Literal, Union

from aiogram.types import Chat, TelegramObject, Update, User
from hypothesis import strategies as st

DEEPEST = 4
OPTIONAL_AT_ONCE = 4
TEXTS = (
    "/start", "/new", "/dialogs", "/ask", "/note тест", "/close", "/ban 1", "/find x", "/check", "/catalogue", "100001",
    "=1+1", "<b>&amp;", "'; DROP TABLE dialog; --", "\u202e\u0000", "//", "возврат", "", " ", "я" * 4096, "{ $number }",
)  # fmt: skip
DATA = ("", ":", "k:take:100001", "k:close:-1", "k:ban:9999999999999999999999", "r:100001:5", "r:100001:99", "x" * 64)
IDS = st.integers(-(2**52), 2**52)


class Updates:
    """`people` and `chats`: ids that mean something in the shop, so that updates find their way in."""

    def __init__(self, people: list[int], chats: list[int]) -> None:
        self._people = st.sampled_from(people) | st.integers(1, 2**40)
        self._chats = st.sampled_from(chats) | IDS

    def of(self, kind: str) -> st.SearchStrategy[dict[str, Any]]:
        annotation = Update.model_fields[kind].annotation
        return self._value(kind, annotation, 0).map(lambda event: {kind: event})

    def _object(self, cls: type[TelegramObject], depth: int) -> st.SearchStrategy[dict[str, Any]]:
        if cls is Chat:
            return self._chat()
        if cls is User:
            return self._user()

        @st.composite
        def made(draw: Callable[[Any], Any]) -> dict[str, Any]:
            fields = cls.model_fields
            named = [name for name, field in fields.items() if field.is_required() or _is_tag(field.annotation)]
            optional = [name for name in fields if name not in named]
            if depth < DEEPEST and optional:
                named += draw(st.lists(st.sampled_from(optional), max_size=OPTIONAL_AT_ONCE, unique=True))
            return {
                fields[name].alias or name: draw(self._value(name, fields[name].annotation, depth + 1))
                for name in named
            }

        return made()

    def _chat(self) -> st.SearchStrategy[dict[str, Any]]:
        kinds = st.sampled_from(["private", "group", "supergroup", "channel"])
        return st.fixed_dictionaries(
            {"id": self._chats, "type": kinds}, optional={"title": _text(), "is_forum": _true()}
        )

    def _user(self) -> st.SearchStrategy[dict[str, Any]]:
        return st.fixed_dictionaries(
            {"id": self._people, "is_bot": st.booleans(), "first_name": _text()},
            optional={"username": _text(), "language_code": st.sampled_from(["ru", "en", "", "xx-YY"])},
        )

    def _value(self, name: str, annotation: Any, depth: int) -> st.SearchStrategy[Any]:
        origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
        if origin is typing.Annotated:
            return self._value(name, arguments[0], depth)
        if origin in (Union, types.UnionType):
            # aiogram's own defaults are not what Telegram sends
            ways = [one for one in arguments if one is not types.NoneType and not _is_default(one)]
            return st.one_of([self._value(name, one, depth) for one in ways]) if ways else st.none()
        if origin is Literal:
            return st.sampled_from([_plain(one) for one in arguments])
        if origin is list:
            return st.lists(self._value(name, arguments[0], depth), max_size=2)
        return self._leaf(name, annotation, depth)

    def _leaf(self, name: str, annotation: Any, depth: int) -> st.SearchStrategy[Any]:
        if annotation is datetime.datetime:
            return st.integers(0, 2_000_000_000)
        if annotation is bool:
            return st.booleans()
        if annotation is int:
            return IDS if name.endswith("id") else st.integers(-(2**31), 2**31)
        if annotation is float:
            return st.floats(-180, 180)
        if isinstance(annotation, type) and issubclass(annotation, Enum):
            return st.sampled_from([one.value for one in annotation])
        if isinstance(annotation, type) and issubclass(annotation, TelegramObject):
            return st.deferred(lambda: self._object(annotation, depth))
        return st.sampled_from(DATA) if name == "data" else _text()


def _is_tag(annotation: Any) -> bool:
    """Says which of several types an object is."""
    return typing.get_origin(annotation) is Literal


def _text() -> st.SearchStrategy[str]:
    return st.sampled_from(TEXTS) | st.text(st.characters(codec="utf-8"), max_size=40)


def _true() -> st.SearchStrategy[bool]:
    return st.just(True)


def _is_default(annotation: Any) -> bool:
    return getattr(annotation, "__name__", "") == "Default"


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, Enum) else value
