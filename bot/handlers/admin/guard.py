"""Who is an admin: those of the settings (owners), and those whom an owner appointed."""

from aiogram.types import CallbackQuery, Message

from bot.settings import Settings
from bot.turn import Turn


def in_private(event: Message | CallbackQuery) -> bool:
    message = event.message if isinstance(event, CallbackQuery) else event
    return message is not None and message.chat.type == "private"


def by_owner(event: Message | CallbackQuery, turn: Turn, settings: Settings) -> bool:
    return turn.person.id in settings.admin_ids


def by_admin(event: Message | CallbackQuery, turn: Turn, settings: Settings) -> bool:
    return by_owner(event, turn, settings)
