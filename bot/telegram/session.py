"""How the bot reaches the Bot API server."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from functools import cache
from http import HTTPStatus
from typing import Any

import orjson
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramServerError,
)
from aiogram.methods import Response, TelegramMethod
from aiogram.types import InputFile, Message
from aiohttp import ClientConnectionError, ClientSession, ClientTimeout, FormData
from pydantic import ValidationError
from yarl import URL

from bot.telegram.connector import Connector
from bot.telegram.loose_reading import read_loosely

CONNECTIONS = 100
PLAIN_FORM = {"Content-Type": "application/x-www-form-urlencoded"}
POSTS = (Message, list[Message])
# aiogram leaves out empty strings, which mean something here: no icon.
SENT_EMPTY: Mapping[str, tuple[str, ...]] = {"editForumTopic": ("icon_custom_emoji_id",)}


@dataclass(frozen=True, slots=True)
class Posted:
    """In place of a message that the bot has sent."""

    message_id: int


class Session(AiohttpSession):
    def __init__(self, api_url: str) -> None:
        super().__init__(
            api=TelegramAPIServer.from_base(api_url),
            json_loads=orjson.loads,
            json_dumps=lambda value: orjson.dumps(value).decode(),
            limit=CONNECTIONS,
        )
        self._connector_type = Connector
        self._held: dict[Any, Any] = {}
        self._ended = False

    async def create_session(self) -> ClientSession:
        """aiogram would open a closed one anew, for a call that comes late, and nobody would close it again."""
        if self._ended:
            raise ClientConnectionError("the session has ended")
        return await super().create_session()

    async def close(self) -> None:
        self._ended = self._session is not None
        await super().close()

    def _body(self, bot: Bot, method: TelegramMethod[Any]) -> FormData | bytes:
        """Without files a plain one, which is quicker to build than a form."""
        files: dict[str, InputFile] = {}
        sent_empty = SENT_EMPTY.get(method.__api_method__, ())
        said = method.model_fields_set | _said_by_default(type(method))
        fields = {
            name: value
            for name, given in method.model_dump(include=said, exclude_none=True, warnings=False).items()
            if (value := self._field(given, bot, files)) or (name in sent_empty and value == "")
        }
        if not files:
            return URL.build(query=fields).raw_query_string.encode()  # six times as quick as urllib
        form = FormData(quote_fields=False)
        for name, value in fields.items():
            form.add_field(name, value)
        for name, file in files.items():
            form.add_field(name, file.read(bot), filename=file.filename or name)
        return form

    def _field(self, given: Any, bot: Bot, files: dict[str, InputFile]) -> Any:
        """What is nothing but numbers and words, such as a keyboard, is JSON at once; aiogram knows the rest."""
        if isinstance(given, dict | list):
            with suppress(TypeError):
                return orjson.dumps(given, option=orjson.OPT_PASSTHROUGH_DATETIME).decode()
        value = self.prepare_value(given, bot=bot, files=files)
        return value.value if isinstance(value, Enum) else value  # a str that is an Enum, too

    async def make_request(self, bot: Bot, method: TelegramMethod[Any], timeout: int | None = None) -> Any:  # noqa: ASYNC109
        """Whatever breaks on the way there or back is a TelegramNetworkError: nobody knows whether it was done."""
        body = self._body(bot, method)
        headers = PLAIN_FORM if isinstance(body, bytes) else None
        url = self.api.api_url(token=bot.token, method=method.__api_method__)
        seconds = self.timeout if timeout is None else timeout
        try:
            session = await self.create_session()
            timeout_of_all = ClientTimeout(total=seconds)
            async with session.post(url, data=body, headers=headers, timeout=timeout_of_all) as response:
                content = (await response.read()).decode(errors="replace")  # a page may come in any encoding
        except TimeoutError as error:
            raise TelegramNetworkError(method=method, message="no answer in time") from error
        except Exception as error:
            raise TelegramNetworkError(method=method, message=f"{type(error).__name__}: {error}") from error
        if method.__returning__ in POSTS and response.status == HTTPStatus.OK and (posts := self._posts(content)):
            return posts
        return self.check_response(bot, method, response.status, content).result

    def check_response(self, bot: Bot, method: TelegramMethod[Any], status_code: int, content: str) -> Response[Any]:
        """What stands between here and Telegram answers with pages of its own, and 429s that name no time."""
        self._hold(method.__returning__)
        try:
            return super().check_response(bot, method, status_code, content)
        except ClientDecodeError as error:
            if status_code < HTTPStatus.BAD_REQUEST and _says_done(error):
                # Telegram's own answer: it was done, and must not be done again.
                result = read_loosely(method.__returning__, error.data.get("result"))
                return Response.model_construct(ok=True, result=result)
            raise TelegramServerError(method=method, message=f"HTTP {status_code} that is no JSON") from error
        except TelegramServerError as error:
            if status_code == HTTPStatus.NOT_IMPLEMENTED:
                raise TelegramNotFound(method=method, message=error.message) from error
            raise
        except TelegramAPIError as error:
            nameless = type(error) is TelegramAPIError and status_code == HTTPStatus.TOO_MANY_REQUESTS
            if nameless or not error.message:  # Telegram says why it refuses
                raise TelegramServerError(method=method, message=error.message or f"HTTP {status_code}") from error
            raise

    def _posts(self, content: str) -> Posted | list[Posted] | None:
        """Of what it has posted the bot needs the ids alone: to read all of it takes as long as to send it."""
        with suppress(ValueError, LookupError, TypeError):
            result = self.json_loads(content)["result"]
            if isinstance(result, list):
                return [Posted(post["message_id"]) for post in result]
            return Posted(result["message_id"])
        return None

    def _hold(self, kind: Any) -> None:
        """pydantic forgets a model that nobody holds, and would make that of each answer anew."""
        if kind not in self._held:
            self._held[kind] = Response[kind]


@cache
def _said_by_default(method: type[TelegramMethod[Any]]) -> frozenset[str]:
    """What it says, or leaves to the bot's own defaults, where its caller says nothing; all else is nothing then."""
    return frozenset(name for name, field in method.model_fields.items() if field.get_default() is not None)


def _says_done(error: ClientDecodeError) -> bool:
    """Telegram's own answer, in a form that is new to aiogram."""
    return isinstance(error.original, ValidationError) and isinstance(error.data, dict) and error.data.get("ok") is True
