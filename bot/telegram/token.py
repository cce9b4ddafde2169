"""A token that Telegram does not know ends the start: waiting would not make it a right one."""

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramNotFound, TelegramUnauthorizedError

from bot.settings import SettingsWrong

log = structlog.get_logger()

PATIENCE = 5  # seconds; an outage is no reason not to start


async def refuse_wrong_token(bot: Bot) -> None:
    """Raises SettingsWrong. A token of another form than Telegram's own gets a 404, an old one a 401."""
    try:
        await bot.get_me(request_timeout=PATIENCE)
    except (TelegramUnauthorizedError, TelegramNotFound):
        raise SettingsWrong(
            "BOT_TOKEN is wrong: Telegram knows no such bot. BotFather tells the token that is in use: /mybots."
        ) from None
    except TelegramAPIError as error:
        log.warning("Telegram can't be reached", reason=error.message)
