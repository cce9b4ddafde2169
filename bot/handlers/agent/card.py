"""«Назад»: a menu is left as it came."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.handlers.agent.actions import on_button
from bot.handlers.agent.card_menus import close_menu
from bot.inbound.update_context import UpdateContext
from core.dialog import Dialog
from core.threads import ThreadReads


def register(router: Router) -> None:
    on_button(router, "card", leave_menu)


async def leave_menu(callback: CallbackQuery, dialog: Dialog, context: UpdateContext, store: ThreadReads) -> None:
    await close_menu(context, dialog, store)
