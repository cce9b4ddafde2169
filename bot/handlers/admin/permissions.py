"""Who may do what: admins steer the desk, owners (those of the settings) decide on settings and admins as well."""

from aiogram.types import CallbackQuery, Message

from bot.inbound.update_context import UpdateContext
from bot.roles import Admins


def in_private(event: Message | CallbackQuery) -> bool:
    message = event.message if isinstance(event, CallbackQuery) else event
    return message is not None and message.chat.type == "private"


def by_admin(event: Message | CallbackQuery, context: UpdateContext, admins: Admins) -> bool:
    return context.person.id in admins


def by_owner(event: Message | CallbackQuery, context: UpdateContext, admins: Admins) -> bool:
    return context.person.id in admins.owners
