"""The card's own buttons come back."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.handlers.agent.deeds import on_button
from bot.handlers.agent.menus import close_menu
from bot.turn import Turn
from core.dialog import Dialog
from core.ports import Store


def register(router: Router) -> None:
    on_button(router, "card", show_buttons)


async def show_buttons(callback: CallbackQuery, dialog: Dialog, turn: Turn, store: Store) -> None:
    await close_menu(turn, callback, dialog, store)
