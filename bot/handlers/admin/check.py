"""/check: is everything in order."""

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.types import Message

from bot.checkup import Checkup
from bot.settings import Settings
from bot.texts import Texts
from bot.turn import Turn
from core.desk import Desk
from core.ports import Store


def router() -> Router:
    router = Router(name="check")
    router.message.register(check, Command("check", ignore_case=True))
    return router


async def check(
    message: Message, turn: Turn, desk: Desk, store: Store, settings: Settings, texts: Texts, bot: Bot
) -> None:
    checkup = Checkup(bot, store, settings, texts, turn.screen.locale)
    findings = await checkup.look(desk.groups, turn.now)
    turn.screen.send("\n".join(map(checkup.line, findings)))
