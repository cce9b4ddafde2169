"""The OpenAPI 3.1 document, made from the operations and their models."""

from collections.abc import Iterable, Iterator
from importlib.metadata import version
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaMode, models_json_schema

from bot.api.access import SCHEME
from bot.api.event_models import Event
from bot.api.operation import Read, Write
from bot.api.problems import CONTENT_TYPE, Problem
from bot.api.request_models import OfDialog
from bot.api.response_models import Done

Json = dict[str, Any]
REF = "#/components/schemas/{model}"
IDEMPOTENCY_KEY = "Idempotency-Key"
LONGEST_KEY = 255
SIGNED_BY = ("webhook-id", "webhook-timestamp", "webhook-signature")  # Standard Webhooks
ABOUT = "Dialogs between sellers and support: what a colleague sees and does, for programs."


def openapi(reads: Iterable[Read], writes: Iterable[Write]) -> Json:
    reads, writes = list(reads), list(writes)
    paths: dict[str, Json] = {}
    for read in reads:
        paths.setdefault(read.path, {})["get"] = _read(read)
    for write in writes:
        paths.setdefault(write.path, {})["post"] = _write(write)
    return {
        "openapi": "3.1.0",
        "info": {"title": "SellerDesk", "version": version("sellerdesk"), "description": ABOUT},
        "paths": paths,
        "webhooks": {"event": {"post": _event()}},
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": SCHEME}},
            "schemas": _schemas(
                [*(read.said for read in reads), Done, Problem, Event], [write.body for write in writes]
            ),
        },
        "security": [{"token": []}],
    }


def _read(read: Read) -> Json:
    return {
        "operationId": read.name,
        "summary": read.about,
        "parameters": list(_parameters(read.asked, read.path)),
        "responses": _responses(read.said),
    }


def _write(write: Write) -> Json:
    key = {"type": "string", "minLength": 1, "maxLength": LONGEST_KEY, "pattern": "^[!-~]+$"}
    about = "The same key, for a day: what was done is not done again, and the same answer is given"
    return {
        "operationId": write.name,
        "summary": write.about,
        "parameters": [
            *_parameters(OfDialog, write.path),
            {"name": IDEMPOTENCY_KEY, "in": "header", "required": False, "schema": key, "description": about},
        ],
        "requestBody": {"required": True, "content": {"application/json": {"schema": _ref(write.body)}}},
        "responses": _responses(Done),
    }


def _event() -> Json:
    """What goes the other way: to the address of `EVENTS_URL`."""
    header = {"in": "header", "required": True, "schema": {"type": "string"}}
    return {
        "operationId": "event",
        "summary": "Something has happened to a dialog.",
        "security": [],
        "parameters": [{"name": name, **header} for name in SIGNED_BY],
        "requestBody": {"required": True, "content": {"application/json": {"schema": _ref(Event)}}},
        "responses": {
            "2XX": {"description": "Taken"},
            "410": {"description": "No more of them, until a replay"},
            "default": {"description": "Not taken: it comes again"},
        },
    }


def _parameters(asked: type[BaseModel], path: str) -> Iterator[Json]:
    schema = asked.model_json_schema(ref_template=REF)
    named = schema.get("$defs", {})
    for name, field in schema["properties"].items():
        in_path = f"{{{name}}}" in path
        yield {
            "name": name,
            "in": "path" if in_path else "query",
            "required": in_path,
            "schema": _without_null(field, named),
        }


def _without_null(field: Json, named: Json) -> Json:
    """A parameter is left out where it is not meant: there is no null in an address."""
    given = [each for each in field.get("anyOf", ()) if each.get("type") != "null"]
    chosen = given[0] if len(given) == 1 else field
    if "$ref" in chosen:
        chosen = named[chosen["$ref"].rpartition("/")[2]]
    kept = {name: field[name] for name in ("description",) if name in field}
    return {name: value for name, value in (chosen | kept).items() if name != "title"}


def _responses(said: type[BaseModel]) -> Json:
    return {
        "200": {"description": "Done", "content": {"application/json": {"schema": _ref(said)}}},
        "default": {"description": "A problem", "content": {CONTENT_TYPE: {"schema": _ref(Problem)}}},
    }


def _schemas(said: Iterable[type[BaseModel]], taken: Iterable[type[BaseModel]]) -> Json:
    modes: list[tuple[type[BaseModel], JsonSchemaMode]] = [(model, "serialization") for model in dict.fromkeys(said)]
    modes += [(model, "validation") for model in dict.fromkeys(taken)]
    schemas: Json = models_json_schema(modes, ref_template=REF)[1]["$defs"]
    return schemas


def _ref(model: type[BaseModel]) -> Json:
    return {"$ref": REF.format(model=model.__name__)}
