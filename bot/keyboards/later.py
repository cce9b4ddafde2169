"""Until when a dialog is put off, and what may be done while it is."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.keyboards.agent import back_to_card
from bot.keyboards.buttons import Number, button, grid
from bot.texts import Speech
from core.dialog import Dialog


class Choice(StrEnum):
    """The usual moments; what each means is read as if it had been typed."""

    HOUR = "hour"
    HOURS = "hours"
    TOMORROW = "tomorrow"
    MONDAY = "monday"
    WEEK = "week"

    @property
    def words(self) -> str:
        return {Choice.HOUR: "1h", Choice.HOURS: "3h", Choice.WEEK: "7d"}.get(self, self.value)


class PutOff(CallbackData, prefix="kl"):
    number: Number
    choice: Choice


class TellLater(CallbackData, prefix="klt"):
    """The seller learns until when."""

    number: Number


class TakeUp(CallbackData, prefix="klb"):
    """Before its time."""

    number: Number


def choices_keyboard(speech: Speech, dialog: Dialog) -> InlineKeyboardMarkup:
    def choice(which: Choice) -> InlineKeyboardButton:
        return button(speech.plain(f"later-{which}"), PutOff(number=dialog.number, choice=which))

    return grid(
        [choice(Choice.HOUR), choice(Choice.HOURS)],
        [choice(Choice.TOMORROW), choice(Choice.MONDAY)],
        [choice(Choice.WEEK)],
        [_take_up(speech, dialog) if dialog.snoozed_until is not None else None],
        [back_to_card(speech, dialog)],
    )


def put_off_keyboard(speech: Speech, dialog: Dialog) -> InlineKeyboardMarkup:
    tell = button(speech.plain("later-tell"), TellLater(number=dialog.number))
    return grid([None if dialog.snooze_told else tell, _take_up(speech, dialog)])


def _take_up(speech: Speech, dialog: Dialog) -> InlineKeyboardButton:
    return button(speech.plain("later-now"), TakeUp(number=dialog.number))
