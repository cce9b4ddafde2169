"""/check: is everything in order."""

from aiogram import Bot, Router
from aiogram.types import Message

from bot.checkup import Checkup
from bot.chores import Chores
from bot.screens import Screen
from bot.settings import Settings
from bot.slash import Command
from bot.texts import Texts
from bot.turn import Turn
from core.desk import Desk
from core.ports import Store


def register(router: Router) -> None:
    router.message.register(check, Command("check", ignore_case=True))


async def check(
    message: Message,
    turn: Turn,
    desk: Desk,
    store: Store,
    settings: Settings,
    texts: Texts,
    bot: Bot,
    chores: Chores,
) -> None:
    """Telegram is asked about each group, and may be slow just then: nobody's messages wait for that."""
    checkup = Checkup(bot, store, settings, texts, turn.screen.locale)

    async def look(screen: Screen) -> None:
        findings = await checkup.look(desk.groups, turn.now)
        screen.send("\n".join(map(checkup.line, findings)))

    chores.after(turn, look)
