"""What the shop's operator sets: fields, how their values are written, where they come from, what was misspelt."""

from bot.settings.loading import SettingsWrong, load_settings, load_telegram_access, prepare_data_dir
from bot.settings.misspelt import Misspelt, misspelt_settings
from bot.settings.settings import Settings, TelegramAccess
from bot.settings.values import key_of

__all__ = [
    "Misspelt",
    "Settings",
    "SettingsWrong",
    "TelegramAccess",
    "key_of",
    "load_settings",
    "load_telegram_access",
    "misspelt_settings",
    "prepare_data_dir",
]
