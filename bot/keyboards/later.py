"""Until when a dialog is put off, and what may be done while it is."""

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.keyboards.agent import back_to_card
from bot.keyboards.buttons import Number, button, grid
from bot.texts import Speech
from bot.views.usual_moments import UsualMoment
from core.dialog import Dialog


class PutOff(CallbackData, prefix="kl"):
    number: Number
    choice: UsualMoment


class TellLater(CallbackData, prefix="klt"):
    """The seller learns until when."""

    number: Number


class TakeUp(CallbackData, prefix="klb"):
    """Before its time."""

    number: Number


def choices_keyboard(speech: Speech, dialog: Dialog) -> InlineKeyboardMarkup:
    def choice(which: UsualMoment) -> InlineKeyboardButton:
        return button(which.label(speech), PutOff(number=dialog.number, choice=which))

    return grid(
        [choice(UsualMoment.HOUR), choice(UsualMoment.HOURS)],
        [choice(UsualMoment.TOMORROW), choice(UsualMoment.MONDAY)],
        [choice(UsualMoment.WEEK)],
        [_take_up(speech, dialog) if dialog.snoozed_until is not None else None],
        [back_to_card(speech, dialog)],
    )


def put_off_keyboard(speech: Speech, dialog: Dialog) -> InlineKeyboardMarkup:
    tell = button(speech.plain("later-tell"), TellLater(number=dialog.number))
    return grid([None if dialog.snooze_told else tell, _take_up(speech, dialog)])


def _take_up(speech: Speech, dialog: Dialog) -> InlineKeyboardButton:
    return button(speech.plain("later-now"), TakeUp(number=dialog.number))
