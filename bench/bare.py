"""The bare aiogram bot that ours is measured against: what a seller writes is copied to the group, nothing is kept."""

import asyncio
import os

from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message

GROUP = int(os.environ["AGENT_GROUP"])
dispatcher = Dispatcher()


@dispatcher.message(F.chat.type == "private")
async def copy(message: Message) -> None:
    await message.copy_to(GROUP)


async def main() -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base(os.environ["TELEGRAM_API_URL"]))
    async with Bot(os.environ["BOT_TOKEN"], session=session) as bot:
        await dispatcher.start_polling(bot)


if __name__ == "__main__":
    asyncio.run(main())
