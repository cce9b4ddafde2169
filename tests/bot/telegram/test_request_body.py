"""What leaves for the Bot API server says the same as aiogram's own requests, which are slower to build."""

from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import orjson
import pytest
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ChatAction, ParseMode
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import (
    AnswerCallbackQuery,
    BanChatMember,
    EditForumTopic,
    GetMe,
    GetUpdates,
    SendChatAction,
    SendDocument,
    SendLocation,
    SendMediaGroup,
    SendMessage,
    SendPhoto,
    SetMessageReaction,
    TelegramMethod,
)
from aiogram.types import (
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    LinkPreviewOptions,
    MessageEntity,
    ReplyParameters,
)
from aiohttp import web

from bot.telegram.session import Session
from tests.http_server import served

BUTTON = InlineKeyboardButton(text="Да", callback_data="yes")
METHODS = (
    GetMe(),
    GetUpdates(offset=0, timeout=0, allowed_updates=[]),
    SendMessage(chat_id=1, text="a=1&b=2 +%\n🙂\u200b", disable_notification=False, reply_markup=None),
    SendMessage(
        chat_id="@desk",
        text="Готово",
        parse_mode=ParseMode.HTML,
        entities=[MessageEntity(type="bold", offset=0, length=2)],
        link_preview_options=LinkPreviewOptions(is_disabled=True),
        reply_parameters=ReplyParameters(message_id=7, allow_sending_without_reply=True),
        reply_markup=InlineKeyboardMarkup(inline_keyboard=[[BUTTON]]),
    ),
    SendMessage(chat_id=1, text="Без разметки", parse_mode=None),
    SetMessageReaction(chat_id=1, message_id=2, reaction=[]),
    SendChatAction(chat_id=1, action=ChatAction.TYPING),
    AnswerCallbackQuery(callback_query_id="1", text="", show_alert=False, cache_time=0),
    BanChatMember(chat_id=1, user_id=2, until_date=datetime(2030, 1, 1, tzinfo=UTC)),
    SendLocation(chat_id=1, latitude=0.0, longitude=-0.5),
    SendPhoto(chat_id=1, photo="kept-by-telegram", caption=""),
    SendMediaGroup(chat_id=1, media=[InputMediaPhoto(media="a", caption="Да"), InputMediaPhoto(media="b")]),
)
DEFAULTS = (
    None,
    DefaultBotProperties(parse_mode=ParseMode.HTML, link_preview_is_disabled=True, protect_content=False),
)
REFUSAL = {"ok": False, "error_code": 400, "description": "Bad Request"}
Fields = list[tuple[str, Any]]


class Server:
    def __init__(self) -> None:
        self.url = ""
        self.took: list[Fields] = []

    async def take(self, request: web.Request) -> web.Response:
        fields = (await request.post()).items()
        self.took.append([(name, _read(value)) for name, value in fields])
        return web.json_response(REFUSAL, status=400)


def _read(value: Any) -> Any:
    return (value.filename, value.file.read()) if isinstance(value, web.FileField) else value


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    server, app = Server(), web.Application()
    app.router.add_post("/{path:.*}", server.take)
    async with served(app) as server.url:
        yield server


async def said(server: Server, bot: Bot, method: TelegramMethod[Any]) -> Fields:
    with suppress(TelegramBadRequest):
        await bot(method)
    return server.took.pop()


@pytest.mark.parametrize("default", DEFAULTS)
async def test_a_call_says_what_aiograms_own_would(server: Server, default: DefaultBotProperties | None) -> None:
    sessions = Session(server.url), AiohttpSession(api=TelegramAPIServer.from_base(server.url))
    async with sessions[0], sessions[1]:
        ours, theirs = (Bot("42:TEST", session=session, default=default) for session in sessions)
        for method in METHODS:
            expected = [(name, _compact(value)) for name, value in await said(server, theirs, method)]
            assert await said(server, ours, method) == expected, method


def _compact(value: str) -> str:
    """aiogram's JSON has spaces and escapes."""
    with suppress(ValueError):
        return orjson.dumps(orjson.loads(value)).decode() if value[:1] in "[{" else value
    return value


async def test_a_file_goes_along(server: Server) -> None:
    document = BufferedInputFile(b"1;2", filename="figures.csv")

    async with Bot("42:TEST", session=Session(server.url)) as bot:
        values = dict(await said(server, bot, SendDocument(chat_id=1, document=document, caption="Да")))

    key = values["document"].removeprefix("attach://")
    assert values[key] == ("figures.csv", b"1;2")
    assert (values["chat_id"], values["caption"]) == ("1", "Да")


async def test_a_topic_without_an_icon_says_so(server: Server) -> None:
    method = EditForumTopic(chat_id=1, message_thread_id=2, name="№1", icon_custom_emoji_id="")

    async with Bot("42:TEST", session=Session(server.url)) as bot:
        assert ("icon_custom_emoji_id", "") in await said(server, bot, method)
