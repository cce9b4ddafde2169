"""How the bot reaches the Bot API server."""

from collections.abc import Mapping
from typing import Any

import orjson
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods import TelegramMethod
from aiohttp import FormData

CONNECTIONS = 100
# aiogram leaves out empty strings, which mean something here: no icon.
SENT_EMPTY: Mapping[str, tuple[str, ...]] = {"editForumTopic": ("icon_custom_emoji_id",)}


class Session(AiohttpSession):
    def __init__(self, api_url: str) -> None:
        super().__init__(
            api=TelegramAPIServer.from_base(api_url),
            json_loads=orjson.loads,
            json_dumps=lambda value: orjson.dumps(value).decode(),
            limit=CONNECTIONS,
        )

    def build_form_data(self, bot: Bot, method: TelegramMethod[Any]) -> FormData:
        form = super().build_form_data(bot, method)
        for name in SENT_EMPTY.get(method.__api_method__, ()):
            if getattr(method, name, None) == "":
                form.add_field(name, "")
        return form
