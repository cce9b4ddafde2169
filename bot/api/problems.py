"""What went wrong, as RFC 9457 wants it: a type for programs, a sentence for people."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from aiohttp import web
from pydantic import BaseModel, ValidationError

from bot.texts import Speech
from bot.views.refusals import refusal_sentence
from core.errors import ContentRefused, DialogUnknown, NoSuchColleague, PeriodWrong, Refusal, TopicUnknown

CONTENT_TYPE = "application/problem+json"
TYPE = "urn:sellerdesk:problem:"

CANT_BE_USED = (ContentRefused, NoSuchColleague, PeriodWrong, TopicUnknown)


class WrongField(BaseModel):
    """Which part of a request is wrong, and why."""

    field: str
    reason: str


class Problem(BaseModel):
    """An error, in the words of RFC 9457."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[WrongField] = []


@dataclass(slots=True)
class Refused(Exception):
    """An error of the API itself; each `code` has its sentence, `problem-<code>`."""

    code: str
    status: HTTPStatus
    errors: list[WrongField] = field(default_factory=list)
    headers: Mapping[str, str] = field(default_factory=dict)


def request_wrong(error: ValidationError) -> Refused:
    """What is asked is flat: behind a field's name only its alternatives are told apart."""
    return fields_wrong(
        WrongField(field=str(next(iter(each["loc"]), "")), reason=each["msg"])
        for each in error.errors(include_url=False, include_context=False, include_input=False)
    )


def fields_wrong(errors: Iterable[WrongField]) -> Refused:
    return Refused("request-wrong", HTTPStatus.UNPROCESSABLE_ENTITY, [*errors])


def refused_response(speech: Speech, refused: Refused) -> web.Response:
    sentence = speech.plain(f"problem-{refused.code}")
    return _response(refused.code, refused.status, sentence, refused.errors, refused.headers)


def refusal_response(speech: Speech, refusal: Refusal) -> web.Response:
    """The same «no» that a colleague meets in the chat."""
    return _response(refusal.code, _status(refusal), refusal_sentence(speech, refusal, for_agents=True))


def _status(refusal: Refusal) -> HTTPStatus:
    if isinstance(refusal, DialogUnknown):
        return HTTPStatus.NOT_FOUND
    return HTTPStatus.UNPROCESSABLE_ENTITY if isinstance(refusal, CANT_BE_USED) else HTTPStatus.CONFLICT


def _response(
    code: str,
    status: HTTPStatus,
    sentence: str,
    errors: list[WrongField] | None = None,
    headers: Mapping[str, Any] | None = None,
) -> web.Response:
    problem = Problem(type=TYPE + code, title=status.phrase, status=status, detail=sentence, errors=errors or [])
    return web.Response(
        status=status, body=problem.model_dump_json(exclude_defaults=True), headers=headers, content_type=CONTENT_TYPE
    )
