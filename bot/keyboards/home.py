"""The buttons that are always there, and the choice of a language."""

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardMarkup, KeyboardButton, ReplyKeyboardMarkup

from bot.keyboards.buttons import button, grid
from bot.texts import Speech
from core.languages import LANGUAGES


class ChooseLanguage(CallbackData, prefix="lang"):
    locale: str


def home_keyboard(speech: Speech) -> ReplyKeyboardMarkup:
    new, dialogs, help_ = (KeyboardButton(text=speech.plain(f"home-{name}")) for name in ("new", "dialogs", "help"))
    return ReplyKeyboardMarkup(
        keyboard=[[new], [dialogs, help_]],
        resize_keyboard=True,
        is_persistent=True,
        input_field_placeholder=speech.plain("home-placeholder"),
    )


def language_keyboard() -> InlineKeyboardMarkup:
    return grid([button(language.name, ChooseLanguage(locale=code)) for code, language in LANGUAGES.items()])
