"""Buttons of the dialog's card in the agents' group."""

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.keyboards.data import Number
from bot.texts import Texts
from core.dialog import Dialog


class Card(CallbackData, prefix="k"):
    deed: str  # take, release, ask, close, ban
    number: Number


def card_keyboard(texts: Texts, locale: str, dialog: Dialog) -> InlineKeyboardMarkup | None:
    if not dialog.is_open:
        return None

    def button(deed: str, style: str | None = None) -> InlineKeyboardButton:
        return InlineKeyboardButton(
            text=texts.plain(locale, f"card-{deed}"),
            callback_data=Card(deed=deed, number=dialog.number).pack(),
            style=style,
        )

    in_charge = button("take", "success") if dialog.agent_id is None else button("release")
    rows = [[in_charge, button("ask")], [button("ban"), button("close", "danger")]]
    return InlineKeyboardMarkup(inline_keyboard=rows)
