"""`sellerdesk check`: what /check says, with what only the command line can see, also beside a bot that runs."""

import html

from aiogram import Bot

from bot.app.desk import desk_of
from bot.operations.self_check import SelfCheck, State, misspelt
from bot.settings import Settings, misspelt_settings
from bot.telegram.session import Session
from bot.texts import Texts
from storage.store import SqlStore


async def check(settings: Settings, store: SqlStore, now: int) -> tuple[str, bool]:
    """The lines, and whether all is in order."""
    texts = Texts(settings.zone, settings.default_locale)
    desk = await desk_of(store, settings)
    async with Bot(settings.bot_token.get_secret_value(), session=Session(settings.telegram_api_url)) as bot:
        self_check = SelfCheck(bot, store, settings, texts, settings.default_locale, desk)
        findings = [*await self_check.look(desk.groups, now), *misspelt(misspelt_settings())]
    lines = "\n".join(html.unescape(self_check.line(finding)) for finding in findings)
    return lines, all(finding.state is not State.BAD for finding in findings)
