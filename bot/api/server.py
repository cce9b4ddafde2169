"""The REST API over HTTP: who calls, what is asked, what is kept, what is said."""

import asyncio
from collections import Counter
from collections.abc import Callable
from hashlib import sha256
from http import HTTPStatus

import structlog
from aiogram.exceptions import TelegramAPIError
from aiohttp import hdrs, web
from aiohttp.typedefs import Handler, Middleware
from pydantic import BaseModel, ValidationError

from bot.api.access import Access
from bot.api.openapi import IDEMPOTENCY_KEY, LONGEST_KEY, openapi
from bot.api.operation import Read, Write
from bot.api.problems import Refused, WrongField, fields_wrong, refusal_response, refused_response, request_wrong
from bot.api.read_routes import ReadRoutes
from bot.api.request_models import OfDialog
from bot.api.response_models import Done
from bot.api.write_routes import WriteRoutes
from bot.clock import Clock
from bot.tasks import step_aside
from bot.texts import Speech, Texts
from core.api_tokens import ApiToken
from core.dialog import Dialog, DialogChanged
from core.errors import DialogUnknown, Refusal
from core.idempotency import AnswerKept
from core.languages import LANGUAGES
from core.message import MessageAdded
from core.store import Store, Unavailable
from core.unit_of_work import Conflict, UnitOfWork

log = structlog.get_logger()

LARGEST_REQUEST = 64 * 1024  # bytes
DECIDES_WITHIN = 10.0  # seconds
MOST_CONFLICTS = 20
JSON = "application/json"
AGAIN_IN = {"Retry-After": "5"}  # seconds
REPLAYED = {"Idempotent-Replayed": "true"}


class Api:
    def __init__(
        self,
        store: Store,
        access: Access,
        reading: ReadRoutes,
        writing: WriteRoutes,
        wake: Callable[[], None],
        clock: Clock,
    ) -> None:
        self._store = store
        self._access = access
        self._reads = reading.operations
        self._writes = writing.operations
        self._wake = wake
        self._clock = clock

    def app(self, texts: Texts) -> web.Application:
        document = openapi(self._reads, self._writes)

        async def describe(request: web.Request) -> web.Response:
            return web.json_response(document)

        app = web.Application(client_max_size=LARGEST_REQUEST, middlewares=[problems(texts)])
        app.router.add_get("/openapi.json", describe)
        for read in self._reads:
            app.router.add_get(read.path, self._answering(read), name=read.name)  # HEAD, too
        for write in self._writes:
            app.router.add_post(write.path, self._carrying_out(write), name=write.name)
        return app

    def _answering(self, read: Read) -> Handler:
        async def handle(request: web.Request) -> web.Response:
            now = self._clock()
            await self._access.of(request, read.right, now)
            asked = read.asked.model_validate(_address_of(request))
            return _said(await read.call(asked, now))

        return handle

    def _carrying_out(self, write: Write) -> Handler:
        async def handle(request: web.Request) -> web.Response:
            token = await self._access.of(request, write.right, self._clock())
            number = OfDialog.model_validate(_address_of(request)).number
            if request.content_type != JSON:
                raise Refused("not-json", HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
            raw = await request.read()
            body = write.body.model_validate_json(raw)
            key = _idempotency_key(request)
            digest = sha256(request.path.encode() + b"\n" + raw).hexdigest()
            for conflicts in range(MOST_CONFLICTS):
                if key and (kept := await self._store.kept_answer(token.name, key)):
                    return _again(kept, digest)
                try:
                    return await self._carry_out(write, token, number, body, key, digest)
                except Conflict:
                    await step_aside(conflicts)
            raise Refused("busy", HTTPStatus.CONFLICT)

        return handle

    async def _carry_out(
        self, write: Write, token: ApiToken, number: int, body: BaseModel, key: str | None, digest: str
    ) -> web.Response:
        """Raises: Conflict, where somebody changed the dialog, or answered to this key, meanwhile."""
        work = UnitOfWork(now=self._clock())
        dialog = await self._store.dialog(number)
        if dialog is None:
            raise DialogUnknown(number=number)
        await write.call(work, token.colleague, dialog, body)
        done = _done(work, dialog)
        if key:
            work.add(AnswerKept(token.name, key, digest, HTTPStatus.OK, done.model_dump_json(), work.now))
        await self._store.commit(work)
        self._wake()
        log.info("done over the API", by=token.name, what=write.name, dialog=number)
        return _said(done)


def _address_of(request: web.Request) -> dict[str, str]:
    """Path and query; what is named twice could be meant either way."""
    given = [*request.match_info, *(name for name, _ in request.query.items())]
    if twice := [name for name, times in Counter(given).items() if times > 1]:
        raise fields_wrong(WrongField(field=name, reason="Should be given once") for name in twice)
    return request.match_info | dict(request.query)


def _idempotency_key(request: web.Request) -> str | None:
    key = request.headers.get(IDEMPOTENCY_KEY)
    if key is not None and not (key.isascii() and key.isprintable() and 0 < len(key) <= LONGEST_KEY):
        raise Refused("key-wrong", HTTPStatus.BAD_REQUEST)
    return key


def _done(work: UnitOfWork, dialog: Dialog) -> Done:
    for change in work.changes:
        dialog = change.dialog if isinstance(change, DialogChanged) else dialog
    added = [change.message.id for change in work.changes if isinstance(change, MessageAdded)]
    return Done(dialog=dialog.number, status=dialog.status, message=str(added[0]) if added else None)


def _said(model: BaseModel) -> web.Response:
    return web.Response(body=model.model_dump_json(), content_type=JSON)


def _again(kept: AnswerKept, digest: str) -> web.Response:
    if kept.request != digest:
        raise Refused("key-used", HTTPStatus.UNPROCESSABLE_ENTITY)
    return web.Response(status=kept.status, body=kept.body, headers=REPLAYED, content_type=JSON)


# ---- what goes wrong


def problems(texts: Texts) -> Middleware:
    @web.middleware
    async def as_problems(request: web.Request, handler: Handler) -> web.StreamResponse:
        speech = Speech(texts, _locale(request, texts))
        try:
            async with asyncio.timeout(DECIDES_WITHIN):
                return await handler(request)
        except Refusal as refusal:
            return refusal_response(speech, refusal)
        except Refused as refused:
            return refused_response(speech, refused)
        except ValidationError as error:
            return refused_response(speech, request_wrong(error))
        except web.HTTPException as error:
            return refused_response(speech, _of_http(error))
        except (Unavailable, TelegramAPIError, TimeoutError) as error:
            log.warning("not answered over the API", path=request.path, reason=str(error))
            return refused_response(speech, Refused("unavailable", HTTPStatus.SERVICE_UNAVAILABLE, headers=AGAIN_IN))

    return as_problems


def _of_http(error: web.HTTPException) -> Refused:
    codes = {404: "path-unknown", 405: "method-unknown", 413: "too-large"}
    allowed = {"Allow": error.headers[hdrs.ALLOW]} if hdrs.ALLOW in error.headers else {}
    return Refused(codes.get(error.status, "request-wrong"), HTTPStatus(error.status), headers=allowed)


def _locale(request: web.Request, texts: Texts) -> str:
    wanted = request.headers.get("Accept-Language", "").split(",")
    known = (part.strip()[:2].lower() for part in wanted)
    return next((locale for locale in known if locale in LANGUAGES), texts.default_locale)
