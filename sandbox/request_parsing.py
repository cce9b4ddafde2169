"""What the bot asks, from any of the four shapes that Telegram takes: multipart, form, JSON, query."""

import re
import types
from functools import cache
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin
from urllib.parse import parse_qsl

import orjson
from aiogram.methods import TelegramMethod
from aiogram.types import BufferedInputFile
from pydantic import BaseModel, ValidationError

from sandbox.refusals import TOO_LARGE, Json, Refused, bad_request

T = TypeVar("T", bound=TelegramMethod[Any])

UPLOAD_LIMIT = 50 << 20
# Where `attach://…` means a file; anywhere else it is what somebody wrote.
UPLOADS = frozenset({
    "animation", "audio", "certificate", "cover", "document", "media", "photo", "sticker", "thumbnail", "video",
    "video_note", "voice",
})  # fmt: skip
DISPOSITION = re.compile(rb'name="([^"]*)"(?:; *filename="([^"]*)")?')
BOUNDARY = re.compile(r'boundary="?([^";,]+)"?')
MISSING = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "message_ids": "message identifiers are not specified",
    "user_id": "invalid user_id specified",
    "callback_query_id": "query is too old and response timeout expired or query ID is invalid",
    "name": "TOPIC_NAME_EMPTY",
}


def read_body(content_type: str, body: bytes, query: str = "") -> Json:
    """Parameters by name; an uploaded file is a BufferedInputFile."""
    asked: Json = dict(parse_qsl(query, keep_blank_values=True))
    if content_type.startswith("multipart/form-data"):
        asked |= read_multipart(content_type, body)
    elif content_type.startswith("application/x-www-form-urlencoded"):
        asked |= dict(parse_qsl(body.decode(), keep_blank_values=True))
    elif body:
        try:
            told = orjson.loads(body)
        except orjson.JSONDecodeError:
            raise bad_request("can't parse JSON object") from None
        if not isinstance(told, dict):
            raise bad_request("can't parse JSON object")
        asked |= told
    return asked


def read_multipart(content_type: str, body: bytes) -> Json:
    """By hand, because a call has a dozen small parts and this is done for each."""
    boundary = BOUNDARY.search(content_type)
    if not boundary:
        raise bad_request("can't parse request body")
    asked: Json = {}
    for part in (b"\r\n" + body).split(b"\r\n--" + boundary[1].encode())[1:-1]:
        head, _, content = part.partition(b"\r\n\r\n")
        named = DISPOSITION.search(head)
        if not named:
            continue
        if named[2] is None:
            asked[named[1].decode()] = content.decode(errors="replace")
            continue
        if len(content) > UPLOAD_LIMIT:
            raise TOO_LARGE
        asked[named[1].decode()] = BufferedInputFile(content, filename=named[2].decode(errors="replace"))
    return asked


def read_call(kind: type[T], asked: Json) -> T:
    """The method with its parameters, checked against the Bot API's types."""
    given: Json = {}
    for name, value in asked.items():
        if name not in kind.model_fields:
            continue
        if isinstance(value, str) and name in nested(kind):
            value = from_json(name, value) if value else None
        if name in UPLOADS:
            value = with_uploads(value, asked)
        if value is not None:
            given[name] = value
    try:
        return kind.model_validate(given)
    except ValidationError as wrong:
        raise refusal(wrong, given) from None


def from_json(name: str, value: str) -> Any:
    try:
        return orjson.loads(value)
    except orjson.JSONDecodeError:
        if name == "reply_markup":
            raise bad_request("object expected as reply markup") from None
        raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from None


def with_uploads(value: Any, asked: Json) -> Any:
    """Puts the uploaded files where `attach://…` names them."""
    if isinstance(value, str):
        if not value.startswith("attach://"):
            return value
        upload = asked.get(value.removeprefix("attach://"))
        if not isinstance(upload, BufferedInputFile):
            raise bad_request("file attachment not found in the request")
        return upload
    if isinstance(value, list):
        return [with_uploads(one, asked) for one in value]
    if isinstance(value, dict):
        return {name: with_uploads(one, asked) if name in UPLOADS else one for name, one in value.items()}
    return value


@cache
def nested(kind: type[TelegramMethod[Any]]) -> frozenset[str]:
    """The parameters that a form carries as JSON."""
    return frozenset(name for name, field in kind.model_fields.items() if is_nested(field.annotation))


def is_nested(annotation: Any) -> bool:
    origin = get_origin(annotation)
    if origin in (Union, types.UnionType):
        options = get_args(annotation)
        return str not in options and any(is_nested(option) for option in options)
    if origin is Annotated:
        return is_nested(get_args(annotation)[0])
    if origin is not None:
        return origin in (list, dict)
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def refusal(wrong: ValidationError, given: Json) -> Refused:
    first = wrong.errors(include_url=False, include_input=False, include_context=False)[0]
    name = str(first["loc"][0]) if first["loc"] else ""
    if first["type"] == "missing" and len(first["loc"]) == 1:
        return bad_request(MISSING.get(name, f'parameter "{name}" is required'))
    if name == "reply_markup":
        return bad_request("can't parse reply markup JSON object: " + first["msg"])
    return bad_request(f'can\'t parse parameter "{name}": {first["msg"]}')
