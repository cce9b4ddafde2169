"""Telegram's JSON as aiogram's Update, and which updates must stay in order with which."""

import contextlib
import copy
from typing import Any

import structlog
from aiogram import Bot
from aiogram.types import Update
from pydantic import ValidationError

from bot.telegram.loose_reading import read_loosely

log = structlog.get_logger()

Raw = dict[str, Any]
Path = tuple[int | str, ...]
KINDS = ["message", "edited_message", "callback_query", "my_chat_member", "chat_member", "message_reaction"]
OF_MEMBERS = ("my_chat_member", "chat_member")  # an admin's rights are many, and one that is missing is nothing
MOST_LEFT_OUT = 20  # rounds: what is unreadable may be hidden behind something else
DEEP_ENOUGH = 2  # steps: without its message nothing is left of an update


def read_update(raw: Raw, bot: Bot) -> Update:
    """What aiogram can't read of it, such as an origin of a new type, is left out, so that the words arrive.

    Raises:
        ValidationError: where nothing that makes sense is left
    """
    for _ in range(MOST_LEFT_OUT):
        try:
            return Update.model_validate(raw, context={"bot": bot})
        except ValidationError as error:
            unreadable = {_path(raw, problem["loc"]) for problem in error.errors(include_url=False)} - {None}
            if not unreadable and any(kind in raw for kind in OF_MEMBERS):
                loose: Update = read_loosely(Update, raw)
                return loose.as_(bot)
            if not unreadable:
                raise
            log.warning("left out of an update", update=raw.get("update_id"), paths=str(unreadable))
            raw = _without(raw, [path for path in unreadable if path])
    return Update.model_validate(raw, context={"bot": bot})


def _path(raw: Raw, location: tuple[int | str, ...]) -> Path | None:
    """To the innermost part that the error is about; None where that is all there is.

    pydantic names the types that it tried between the fields: they are no part of the path.
    """
    path: list[int | str] = []
    inside: Any = raw
    for step in location:
        with contextlib.suppress(LookupError, TypeError):
            inside = inside[step]
            path.append(step)
    return tuple(path) if len(path) >= DEEP_ENOUGH else None


def _without(raw: Raw, paths: list[Path]) -> Raw:
    smaller = copy.deepcopy(raw)
    for path in sorted(paths, key=str, reverse=True):  # of a list the last first, so that the others keep their places
        holder: Any = smaller
        with contextlib.suppress(KeyError, IndexError):  # it went with what it stood in
            for step in path[:-1]:
                holder = holder[step]
            del holder[path[-1]]
    return smaller


def key_of(raw: Raw) -> str:
    """A private chat, or one topic of a group; a message and a tap of one person share it."""
    for kind in KINDS:
        event = raw.get(kind)
        if isinstance(event, dict):
            message = event.get("message") if kind == "callback_query" else event
            if isinstance(message, dict) and isinstance(message.get("chat"), dict):
                topic = message.get("message_thread_id", 0) if message.get("is_topic_message") else 0
                return f"{message['chat'].get('id', 0)}:{topic}"
    return "0:0"


def is_tap(raw: Raw) -> bool:
    return "callback_query" in raw
