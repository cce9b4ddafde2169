"""Buttons of the catalogue's file."""

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.screens import Screen


class CatalogueFile(CallbackData, prefix="cf"):
    deed: str  # export, use, leave


def _button(screen: Screen, deed: str) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=screen.plain(f"catalogue-{deed}"), callback_data=CatalogueFile(deed=deed).pack())


def home(screen: Screen) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(inline_keyboard=[[_button(screen, "export")]])


def decision(screen: Screen) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(inline_keyboard=[[_button(screen, "use"), _button(screen, "leave")]])
