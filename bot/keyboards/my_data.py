"""Buttons of «Мои данные»."""

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardMarkup

from bot.keyboards.buttons import button, grid
from bot.texts import Speech


class TakeData(CallbackData, prefix="data-take"):
    pass


class EraseData(CallbackData, prefix="data-erase"):
    sure: bool = False


class KeepData(CallbackData, prefix="data-keep"):
    pass


def mydata_keyboard(speech: Speech) -> InlineKeyboardMarkup:
    return grid(
        [button(speech.plain("mydata-take"), TakeData())],
        [button(speech.plain("mydata-erase"), EraseData(), "danger")],
    )


def erase_keyboard(speech: Speech) -> InlineKeyboardMarkup:
    return grid(
        [button(speech.plain("mydata-erase-yes"), EraseData(sure=True), "danger")],
        [button(speech.plain("mydata-erase-no"), KeepData())],
    )
