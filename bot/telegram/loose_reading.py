"""What Telegram says in a form that aiogram does not know: as much of it as there is, in aiogram's types.

A server that is older, newer or another than aiogram was made for leaves out what aiogram asks for, such as the accent
colour of a chat, or a right that it has not heard of.
"""

from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

TAGS = ("status", "type", "source")  # by which Telegram tells the forms of one thing apart


def read_loosely(kind: Any, value: Any) -> Any:
    """None for what is not there; an answer that says no more than «done» has nothing in it."""
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return read_loosely(parts[0], value)
    if origin in (Union, UnionType):
        return read_loosely(_form(parts, value), value)
    if origin is list:
        return [read_loosely(parts[0], one) for one in value] if isinstance(value, list) else []
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return _object(kind, value if isinstance(value, dict) else {})
    return value


def _object(kind: type[BaseModel], value: dict[str, Any]) -> BaseModel:
    names = {field.alias or name: name for name, field in kind.model_fields.items()}
    lacking = {name: None for name, field in kind.model_fields.items() if field.is_required()}
    read = {
        names[said]: read_loosely(kind.model_fields[names[said]].annotation, part)
        for said, part in value.items()
        if said in names
    }
    return kind.model_construct(**lacking | read)


def _form(forms: tuple[Any, ...], value: Any) -> Any:
    """Of the forms that it may have: the one of its tag, or the only one; else it stays as it is."""
    lists = [form for form in forms if get_origin(form) is list]
    if isinstance(value, list) and lists:
        return lists[0]
    objects = [form for form in forms if isinstance(form, type) and issubclass(form, BaseModel)]
    if not isinstance(value, dict) or len(objects) == 1:
        return objects[0] if isinstance(value, dict) else type(value)
    return next((form for form in objects if any(_tag(form, tag) == value.get(tag, "") for tag in TAGS)), dict)


def _tag(form: type[BaseModel], name: str) -> Any:
    field = form.model_fields.get(name)
    return field.default if field else None
