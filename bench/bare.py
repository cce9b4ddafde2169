"""The bare aiogram bot that ours is measured against: what a seller writes is copied to the group, and what replies to
it there is copied back. Nothing is kept."""

import asyncio
import os

from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message

GROUP = int(os.environ["AGENT_GROUP"])
dispatcher = Dispatcher()
sellers: dict[int, int] = {}  # by the id of what they wrote, in the group


@dispatcher.message(F.chat.type == "private")
async def copy(message: Message) -> None:
    copied = await message.copy_to(GROUP)
    sellers[copied.message_id] = message.chat.id


@dispatcher.message(F.reply_to_message)
async def copy_back(message: Message) -> None:
    assert message.reply_to_message
    await message.copy_to(sellers[message.reply_to_message.message_id])


async def main() -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base(os.environ["TELEGRAM_API_URL"]))
    async with Bot(os.environ["BOT_TOKEN"], session=session) as bot:
        await dispatcher.start_polling(bot)


if __name__ == "__main__":
    asyncio.run(main())
